import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { requireSpace } from './cache.ts';
import { runCommand } from './command.ts';
import { databaseAccount } from './database.account.ts';
import type { DatabaseAccount } from './database.account.ts';
import type { Engine } from './engine.ts';
import type { EngineOptions, EngineProfile } from './engine.types.ts';
import { LOOPBACK } from './port.ts';
import { postgresBinaries } from './postgres.binaries.ts';
import { postgresHome } from './postgres.home.ts';
import { removeForeignLock } from './postgres.lock.ts';

const SUPERUSER = 'redress';

export interface PostgresEngine extends Engine {
  url: string;
}

interface Place extends EngineOptions {
  home: string;
  account: DatabaseAccount | undefined;
}

/** PostgreSQL of this machine, on loopback only; its superuser's password is kept beside its data. */
export function postgresEngine(port: number, options: EngineOptions): PostgresEngine {
  const account = databaseAccount();
  const place: Place = { ...options, account, home: postgresHome(options.dataDir, account, options.onProgress) };
  const url = `postgres://${SUPERUSER}:${passwordIn(place.home)}@${LOOPBACK}:${port}/postgres`;
  return {
    name: 'postgres',
    title: 'PostgreSQL',
    port,
    url,
    listensOn: [port],
    portRemedy: 'choose another one with --postgres-port, or point REDRESS_POSTGRES_URL to the PostgreSQL there',
    prepare: async () => {
      const binaries = await postgresBinaries(account, options.onProgress);
      await initialise(binaries, place);
      removeForeignLock(join(place.home, 'data'));
      return {
        command: join(binaries, 'bin', 'postgres'),
        args: serverArguments(join(place.home, 'data'), port, options.profile),
        cwd: '/',
        env: plainEnvironment(),
        ...account,
      };
    },
    probe: () => probePostgres(url),
    stopSignals: ['SIGINT', 'SIGQUIT', 'SIGKILL'],
    readyWithinSeconds: 120,
    // After kill -9 the old server's children need a moment to notice and go.
    passingFailure: /pre-existing shared memory block/,
  };
}

/** Rejects while the server does not answer a query. */
export async function probePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select 1');
  } finally {
    await client.end();
  }
}

/** The server's command line. Only power loss is given up in the test profile: killed processes lose nothing. */
export function serverArguments(dataFolder: string, port: number, profile: EngineProfile): string[] {
  const settings = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    fsync: profile === 'test' ? 'off' : 'on',
    timezone: 'UTC',
    log_line_prefix: '%m [%p] %d ',
  };
  return ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function initialise(binaries: string, { home, account, ...options }: Place): Promise<void> {
  const data = join(home, 'data');
  if (existsSync(data)) return;
  await requireSpace(home, 300);
  options.onProgress('PostgreSQL: creating the database cluster');
  const aside = join(home, 'data.new');
  await rm(aside, { recursive: true, force: true });
  await runCommand(join(binaries, 'bin', 'initdb'), initialiseArguments(aside, home, options.profile), {
    purpose: 'Creating the PostgreSQL cluster',
    cwd: '/',
    env: plainEnvironment(),
    signal: options.signal,
    ...account,
  });
  await rename(aside, data);
}

function initialiseArguments(data: string, home: string, profile: EngineProfile): string[] {
  const fixed = ['-D', data, '-U', SUPERUSER, '--locale=C.UTF-8', '-E', 'UTF8', '-A', 'scram-sha-256'];
  const durable = profile === 'test' ? ['--no-sync'] : [];
  return [...fixed, '--pwfile', join(home, 'password'), '--no-instructions', ...durable];
}

/** Readable by the database's user only: initdb reads it, and root. */
function passwordIn(home: string): string {
  const file = join(home, 'password');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(16).toString('hex')}\n`, { mode: 0o600 });
    const account = databaseAccount();
    if (account) chownSync(file, account.uid, account.gid);
  }
  return readFileSync(file, 'utf8').trim();
}

function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}
