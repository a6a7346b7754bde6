import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EngineError, explainFileError, isAlive, LOOPBACK, requireFreePort, stopProcess } from '@redress/engines';
import { prepareInstallation } from './installation.prepare.ts';
import {
  livingLauncher,
  readInstallation,
  removeInstallationRecord,
  writeInstallation,
} from './installation.record.ts';
import type { Installation, InstallationOptions, ServiceName } from './installation.types.ts';
import { assignPorts, planProcesses } from './process.plan.ts';
import type { PlannedProcess } from './process.plan.ts';
import { ProcessSupervisor } from './process.supervisor.ts';
import { REPOSITORY_ROOT } from './repository.root.ts';
import { ManagedProcess } from './service.process.ts';

/**
 * Brings an installation up on running engines: database, namespace, keys, migrations, processes; resolves when all are
 * ready. Throws an EngineError, one sentence with what to do, and then leaves no process behind.
 */
export async function startInstallation(given: InstallationOptions): Promise<Installation> {
  const options = { ...given, dir: resolve(given.dir) };
  try {
    return await start(options);
  } catch (error) {
    throw explainFileError(error);
  }
}

async function start(options: InstallationOptions): Promise<Installation> {
  requireName(options.name);
  const planned = planProcesses(options.split ?? false, options.services);
  requirePrograms(planned);
  await takeOver(options);
  const ports = await assignPorts(planned, options.ports);
  for (const { name } of planned) await requireFreePort(ports[name] ?? 0, name, 'choose others with --port-base');
  const env = await prepareInstallation(options, ports);
  const supervisor = new ProcessSupervisor(options.onProgress ?? (() => undefined));
  const processes: ManagedProcess[] = planned.map((plan) =>
    manage(plan, ports, env, options, supervisor, () => processes),
  );
  const stop = once(async (force?: boolean) => {
    supervisor.close();
    await Promise.all(processes.map((process) => process.stop(force ? 0 : undefined)));
    removeInstallationRecord(options.dir);
  });
  await begin(processes, options).catch(async (error: unknown) => {
    await stop(true);
    throw error;
  });
  return { urls: urlsOf(ports), env, processes, stop };
}

function manage(
  plan: PlannedProcess,
  ports: Record<string, number>,
  env: Record<string, string>,
  options: InstallationOptions,
  supervisor: ProcessSupervisor,
  all: () => readonly ManagedProcess[],
): ManagedProcess {
  return new ManagedProcess(plan, {
    port: ports[plan.name] ?? 0,
    env,
    logFolder: join(options.dir, 'logs'),
    signal: options.signal,
    onStarted: () => writeInstallation(options.dir, all()),
    onEnded: (process, how) => options.supervise && supervisor.ended(process, how),
  });
}

async function begin(processes: readonly ManagedProcess[], options: InstallationOptions): Promise<void> {
  options.onProgress?.(`${options.name}: starting ${processes.map(({ name }) => name).join(', ')}`);
  for (const process of processes) process.start();
  await Promise.all(processes.map((process) => process.waitReady()));
}

/** Refuses while another program runs the installation; ends what a killed one may have left. */
async function takeOver({ name, dir }: InstallationOptions): Promise<void> {
  await mkdir(dir, { recursive: true });
  const launcher = livingLauncher(dir);
  if (launcher) {
    throw new EngineError(
      `The installation ${name} is already running (process ${launcher.pid}): use it, or stop it with "npm run redress -- stop".`,
    );
  }
  const left = readInstallation(dir)?.processes.filter((process) => isAlive(process)) ?? [];
  await Promise.all(left.map((process) => stopProcess(process, ['SIGTERM', 'SIGKILL'], 10_000)));
}

function requireName(name: string): void {
  if (/^[a-z][a-z0-9_]{0,40}$/.test(name)) return;
  throw new EngineError(`"${name}" cannot name an installation: use small letters, digits and underscores.`);
}

function requirePrograms(planned: readonly PlannedProcess[]): void {
  const missing = planned.find(({ program }) => !existsSync(join(REPOSITORY_ROOT, program)));
  if (missing) throw new EngineError(`${missing.program} does not exist: run "npm run build".`);
}

function urlsOf(ports: Record<string, number>): Record<ServiceName, string> {
  const url = (service: ServiceName): string => `http://${LOOPBACK}:${ports[service] ?? 0}`;
  return {
    intake: url('intake'),
    staffing: url('staffing'),
    analytics: url('analytics'),
    improvement: url('improvement'),
  };
}

/** A second call waits for the first; a forced one hurries it. */
function once(work: (force?: boolean) => Promise<void>): (force?: boolean) => Promise<void> {
  let running: Promise<void> | undefined;
  return (force) => {
    if (!running || force) running = work(force);
    return running;
  };
}
