import { parseArgs } from 'node:util';
import { EngineError } from '@redress/engines';
import type { EnginePorts } from '@redress/engines';
import { DEFAULT_PORT_BASE } from './process.plan.ts';
import { SCRIPTS, type Script } from './script.command.ts';

/** A command line, understood. */
export type CliCommand =
  | { command: 'start'; split: boolean; portBase: number; enginePorts: Partial<EnginePorts> }
  | { command: 'status' | 'stop' | 'repair' }
  | { command: 'logs'; service: string | undefined; follow: boolean; lines: number }
  | { command: 'reset'; yes: boolean }
  | { command: Script | 'stories' | 'calendar'; rest: string[] };

const HIGHEST_PORT = 65_535;

const options = {
  split: { type: 'boolean', default: false },
  'port-base': { type: 'string', default: String(DEFAULT_PORT_BASE) },
  'postgres-port': { type: 'string' },
  'temporal-port': { type: 'string' },
  'kafka-port': { type: 'string' },
  follow: { type: 'boolean', short: 'f', default: false },
  lines: { type: 'string', short: 'n', default: '50' },
  yes: { type: 'boolean', short: 'y', default: false },
} as const;

/** What each command takes, beside its name. */
const TAKEN: Record<string, readonly string[]> = {
  start: ['split', 'port-base', 'postgres-port', 'temporal-port', 'kafka-port'],
  status: [],
  stop: [],
  repair: [],
  logs: ['follow', 'lines'],
  reset: ['yes'],
};

function isScript(command: string): command is Script | 'stories' {
  return command === 'stories' || SCRIPTS.some((one) => one === command);
}

/** Understands the arguments after the program's name. Throws one sentence for what it cannot understand. */
export function parseCli(args: readonly string[]): CliCommand {
  const [first, ...others] = args;
  const named = first !== undefined && !first.startsWith('-');
  const command = named ? first : 'start';
  const rest = named ? others : [...args];
  if (command === 'calendar' || isScript(command)) return { command, rest };
  const taken = TAKEN[command];
  if (!taken) throw new EngineError(`There is no command "${command}": "npm start -- --help" lists them.`);
  const { values, positionals } = understand(rest, command);
  if (positionals.length > (command === 'logs' ? 1 : 0)) {
    throw new EngineError(
      `"${command}" does not take "${positionals.join(' ')}": "npm start -- --help" lists what it takes.`,
    );
  }
  switch (command) {
    case 'logs':
      return {
        command,
        service: positionals[0],
        follow: values.follow,
        lines: number(values.lines, 'lines', 1_000_000),
      };
    case 'reset':
      return { command, yes: values.yes };
    case 'status':
    case 'stop':
    case 'repair':
      return { command };
    default:
      return { command: 'start', split: values.split, ...portsIn(values) };
  }
}

type Values = ReturnType<typeof parse>['values'];

const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true, tokens: true });

function understand(args: string[], command: string): ReturnType<typeof parse> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new EngineError(`${(error as Error).message} "npm start -- --help" lists what can be given.`);
  }
  const foreign = parsed.tokens.find((token) => token.kind === 'option' && !TAKEN[command]?.includes(token.name));
  if (foreign?.kind !== 'option') return parsed;
  throw new EngineError(`"${command}" does not take ${foreign.rawName}: "npm start -- --help" lists what it takes.`);
}

function portsIn(values: Values): { portBase: number; enginePorts: Partial<EnginePorts> } {
  const port = (name: 'postgres-port' | 'temporal-port' | 'kafka-port'): number | undefined =>
    values[name] === undefined ? undefined : number(values[name], name, HIGHEST_PORT - 10);
  const postgres = port('postgres-port');
  const temporal = port('temporal-port');
  const kafka = port('kafka-port');
  return {
    portBase: number(values['port-base'], 'port-base', HIGHEST_PORT - 50),
    enginePorts: {
      ...(postgres === undefined ? {} : { postgres }),
      ...(temporal === undefined ? {} : { temporal }),
      ...(kafka === undefined ? {} : { kafka }),
    },
  };
}

function number(text: string, name: string, highest: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= highest) return value;
  throw new EngineError(`--${name} wants a whole number from 1 to ${highest}, not "${text}".`);
}
