import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningEngines } from '@redress/engines';
import { z } from 'zod';
import type { Installation } from './installation.types.ts';

/** Every account of the demo organisation has it. */
const DEMO_PASSWORD = 'redress-demo';
const SHOWN_ACCOUNTS = 6;

const account = z.object({ username: z.string(), roles: z.array(z.string()), department: z.string() });
const accountsFile = z.array(account);
type Account = z.infer<typeof account>;

/** Shown while staffing leaves no list of its own: one person for each part of a complaint's way. */
const WELL_KNOWN: readonly Account[] = [
  { username: 'mei.chen', roles: ['handler', 'clerk'], department: 'customer-service' },
  { username: 'nina.patel', roles: ['approver'], department: 'customer-service' },
  { username: 'lin.zhao', roles: ['department-head'], department: 'customer-service' },
  { username: 'alex.stone', roles: ['administrator'], department: 'management' },
];

/** What a person needs after the start: addresses, sign-in, how to stop. */
export async function welcome(dir: string, installation: Installation, engines: RunningEngines): Promise<string> {
  const { postgresUrl, temporalAddress, kafkaBrokers } = engines.addresses;
  const { host, username } = new URL(postgresUrl);
  const services = Object.entries(installation.urls).map(([name, url]) => `  ${name.padEnd(12)}${url}`);
  return [
    '',
    'Redress is running.',
    ...services,
    `  ${'PostgreSQL'.padEnd(12)}${username}@${host}`,
    `  ${'Temporal'.padEnd(12)}${temporalAddress}`,
    `  ${'Kafka'.padEnd(12)}${kafkaBrokers.join(',')}`,
    ...(await signIn(dir)),
    `Logs: npm run redress -- logs <service>. Stop: Ctrl-C, or npm run redress -- stop.`,
  ].join('\n');
}

async function signIn(dir: string): Promise<string[]> {
  const file = join(dir, 'demo-accounts.json');
  const accounts = await listedAccounts(file);
  const lines = (accounts ?? WELL_KNOWN).slice(0, SHOWN_ACCOUNTS).map(({ username, roles, department }) => {
    return `  ${username.padEnd(11)}${roles.join(', ')}, ${department}`;
  });
  const more = (accounts?.length ?? 0) > SHOWN_ACCOUNTS ? [`  … all ${accounts?.length} in ${file}`] : [];
  return [`Demo sign-in, password ${DEMO_PASSWORD}:`, ...lines, ...more];
}

async function listedAccounts(file: string): Promise<readonly Account[] | undefined> {
  try {
    const accounts = accountsFile.parse(JSON.parse(await readFile(file, 'utf8')));
    return accounts.length > 0 ? accounts : undefined;
  } catch {
    return undefined;
  }
}
