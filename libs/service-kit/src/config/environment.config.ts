import { z } from 'zod';

/** Where domain time comes from (ARCHITECTURE, Time). */
export const CLOCK_MODES = ['system', 'stepped', 'rate'] as const;
export type ClockMode = (typeof CLOCK_MODES)[number];

/** What a process of a service does; one process may have several roles. */
export const PROCESS_ROLES = ['api', 'activities', 'relay', 'consumers'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

const KEY_BYTES = 32;

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === KEY_BYTES)
  .describe('32 bytes in base64');

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ }).describe('postgres://user@host:port/database');
const logLevel = z
  .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  .default('info')
  .describe('one of trace, debug, info, warn, error, fatal, silent');

/** Every variable, with what it wants as its description: that text is the message when it is missing or wrong. */
const environment = {
  REDRESS_DATABASE_URL: postgresUrl,
  REDRESS_TEMPORAL_ADDRESS: z.string().min(1).describe('the host:port of the Temporal server'),
  REDRESS_TEMPORAL_NAMESPACE: z.string().min(1).default('redress').describe('the name of a Temporal namespace'),
  REDRESS_KAFKA_BROKERS: z
    .string()
    .transform(listOf)
    .refine((brokers) => brokers.length > 0)
    .describe('the host:port of one or more Kafka brokers, separated by commas'),
  REDRESS_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]*$/)
    .default('')
    .describe('letters, digits, dots, dashes and underscores'),
  REDRESS_CLOCK: z.enum(CLOCK_MODES).default('system').describe('one of system, stepped, rate'),
  REDRESS_PROFILE: z
    .enum(['demo', 'test', 'production'])
    .default('production')
    .describe('one of demo, test, production'),
  REDRESS_MASTER_KEY: key,
  REDRESS_PAYLOAD_KEY: key,
  REDRESS_HMAC_KEY: key,
  REDRESS_RATE_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(10)
    .default(3_000)
    .describe('how many requests a minute one signed-in person may send to a process; a stranger a tenth of it'),
  REDRESS_SHED_READS_AT: z.coerce
    .number()
    .min(0.5)
    .max(1)
    .default(0.99)
    .describe('for which share of the last second a process may have been busy before it refuses reads; 1 for never'),
  REDRESS_HOST: z.string().min(1).default('127.0.0.1').describe('the address to listen on; 0.0.0.0 for all'),
  REDRESS_PORT: z.coerce.number().int().min(0).max(65_535).describe('a port number'),
  REDRESS_ROLES: z
    .string()
    .default(PROCESS_ROLES.join(','))
    .transform(listOf)
    .pipe(z.array(z.enum(PROCESS_ROLES)).min(1))
    .describe('one or more of api, activities, relay, consumers, separated by commas'),
  REDRESS_JWKS_URL: z.url({ protocol: /^https?$/ }).describe('the http address of the signing keys of staffing'),
  LOG_LEVEL: logLevel,
};

type Environment = Readonly<Record<string, string | undefined>>;
type Shape = Readonly<Record<string, z.ZodType>>;
type Parsed<S extends Shape> = { -readonly [K in keyof S]: z.output<S[K]> };

/** The configuration of a service process; `extra` holds the variables that the service itself asked for. */
export interface ServiceConfig<Extra = unknown> {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly kafka: { readonly brokers: readonly string[]; readonly topicPrefix: string };
  readonly clock: ClockMode;
  readonly profile: 'demo' | 'test' | 'production';
  readonly masterKey: Buffer;
  readonly payloadKey: Buffer;
  readonly hmacKey: Buffer;
  readonly host: string;
  readonly port: number;
  readonly ratePerMinute: number;
  readonly sheddingUtilization: number;
  readonly roles: readonly ProcessRole[];
  readonly jwksUrl: string;
  readonly logLevel: z.output<typeof logLevel>;
  readonly extra: Extra;
}

/** What bringing a schema up to date needs. */
export type MigrationConfig = Pick<ServiceConfig, 'databaseUrl' | 'profile' | 'logLevel'>;

/** The environment does not hold what is needed: one sentence for each variable. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** The configuration in `env`. Throws ConfigError with a sentence for every variable that is missing or wrong. */
export function parseConfig<Extra extends Shape = Record<never, never>>(
  env: Environment,
  extra?: Extra,
): ServiceConfig<Parsed<Extra>> {
  const own = parseShape(env, environment);
  const added = parseShape(env, extra ?? ({} as Extra));
  const problems = [...own.problems, ...added.problems, ...clockProblems(own.values)];
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...namedConfig(own.values as Parsed<typeof environment>), extra: added.values as Parsed<Extra> };
}

/** The configuration of this process. Says on stderr what is missing or wrong, and ends the process, when it is not usable. */
export function readConfig<Extra extends Shape = Record<never, never>>(extra?: Extra): ServiceConfig<Parsed<Extra>> {
  return orExit(() => parseConfig(process.env, extra));
}

/** As readConfig, for a process that only migrates. */
export function readMigrationConfig(): MigrationConfig {
  return orExit(() => {
    const { REDRESS_DATABASE_URL, REDRESS_PROFILE, LOG_LEVEL } = environment;
    const { values, problems } = parseShape(process.env, { REDRESS_DATABASE_URL, REDRESS_PROFILE, LOG_LEVEL });
    if (problems.length > 0) throw new ConfigError(problems);
    const found = values as Parsed<{
      [K in 'REDRESS_DATABASE_URL' | 'REDRESS_PROFILE' | 'LOG_LEVEL']: (typeof environment)[K];
    }>;
    return { databaseUrl: found.REDRESS_DATABASE_URL, profile: found.REDRESS_PROFILE, logLevel: found.LOG_LEVEL };
  });
}

function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.problems.join('\n')}\n`);
    process.exit(1);
  }
}

/** Never says what was given: it may be a secret. */
function parseShape(env: Environment, shape: Shape): { values: Record<string, unknown>; problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const given = env[name] === '' ? undefined : env[name];
    const result = schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else
      problems.push(
        `${name} is ${given === undefined ? 'missing' : 'not usable'}: give ${schema.description ?? 'a value'}.`,
      );
  }
  return { values, problems };
}

function clockProblems(values: Record<string, unknown>): string[] {
  const { REDRESS_CLOCK: clock, REDRESS_PROFILE: profile } = values;
  if (profile !== 'production' || clock === undefined || clock === 'system') return [];
  return [`REDRESS_CLOCK is not usable: the profile production runs on the clock "system" only.`];
}

function namedConfig(values: Parsed<typeof environment>): Omit<ServiceConfig, 'extra'> {
  return {
    databaseUrl: values.REDRESS_DATABASE_URL,
    temporal: { address: values.REDRESS_TEMPORAL_ADDRESS, namespace: values.REDRESS_TEMPORAL_NAMESPACE },
    kafka: { brokers: values.REDRESS_KAFKA_BROKERS, topicPrefix: values.REDRESS_TOPIC_PREFIX },
    clock: values.REDRESS_CLOCK,
    profile: values.REDRESS_PROFILE,
    masterKey: values.REDRESS_MASTER_KEY,
    payloadKey: values.REDRESS_PAYLOAD_KEY,
    hmacKey: values.REDRESS_HMAC_KEY,
    host: values.REDRESS_HOST,
    port: values.REDRESS_PORT,
    ratePerMinute: values.REDRESS_RATE_PER_MINUTE,
    sheddingUtilization: values.REDRESS_SHED_READS_AT,
    roles: values.REDRESS_ROLES,
    jwksUrl: values.REDRESS_JWKS_URL,
    logLevel: values.LOG_LEVEL,
  };
}
