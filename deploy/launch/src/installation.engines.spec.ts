import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identify, removeEngineData, startEngines } from '@redress/engines';
import type { RunningEngines } from '@redress/engines';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstallation } from './installation.ts';
import { readInstallation } from './installation.record.ts';
import { removeInstallation } from './installation.remove.ts';
import type { Installation, InstallationOptions } from './installation.types.ts';

const START_MS = 30 * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'redress-launch-'));
const dir = join(folder, 'launched');
const built = new URL('../dist/index.js', import.meta.url).href;

describe('an installation', () => {
  let engines: RunningEngines;
  let installation: Installation | undefined;
  const options = (): InstallationOptions => ({
    name: 'launched',
    dir,
    engines: engines.addresses,
    clock: 'system',
    profile: 'test',
  });

  beforeAll(async () => {
    const onProgress = (line: string): unknown => process.stderr.write(`${line}\n`);
    engines = await startEngines({ dataDir: join(folder, 'engines'), profile: 'test', onProgress });
  }, START_MS);

  afterAll(async () => {
    await installation?.stop(true);
    await engines?.stop();
    removeEngineData(join(folder, 'engines'));
  }, 60_000);

  it('is ready when it has started, with keys and addresses of its own', async () => {
    installation = await startInstallation(options());
    expect(installation.processes.map(({ name }) => name)).toEqual([
      'intake',
      'staffing',
      'analytics',
      'improvement',
      'worker',
    ]);
    const keys = await fetch(`${installation.urls.staffing}/.well-known/jwks.json`);
    expect(keys.status).toBe(200);
    expect(installation.env).toMatchObject({ REDRESS_TEMPORAL_NAMESPACE: 'redress-launched', REDRESS_CLOCK: 'system' });
  }, 240_000);

  it('is refused a second time while it runs', async () => {
    await expect(startInstallation(options())).rejects.toThrow(/The installation launched is already running/);
  });

  it('has processes that can be killed, stay dead, and come back on the same port', async () => {
    const staffing = installation?.processes.find(({ name }) => name === 'staffing');
    if (!staffing) throw new Error('no process');
    const { pid, port } = staffing;
    await staffing.kill('SIGKILL');
    expect(identify(pid)).toBeUndefined();
    expect(staffing.pid).toBe(0);
    await staffing.restart();
    await staffing.waitReady();
    expect(staffing.port).toBe(port);
    expect(staffing.pid).not.toBe(pid);
  }, 240_000);

  it('leaves no process when stopped, and starts again with the same keys', async () => {
    const before = installation;
    const pids = before?.processes.map(({ pid }) => pid) ?? [];
    await before?.stop();
    expect(pids.filter((pid) => identify(pid))).toEqual([]);
    installation = await startInstallation(options());
    expect(installation.env['REDRESS_MASTER_KEY']).toBe(before?.env['REDRESS_MASTER_KEY']);
    await installation.stop();
  }, 240_000);

  it('leaves no process when its launcher is killed', async () => {
    const program = `import { startInstallation } from '${built}';
      await startInstallation(${JSON.stringify(options())}); console.log('ready');`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(launcher.stdout, 'data');
    const pids = readInstallation(dir)?.processes.map(({ pid }) => pid) ?? [];
    expect(pids).toHaveLength(5);
    launcher.kill('SIGKILL');
    const deadline = Date.now() + 30_000;
    while (pids.some((pid) => identify(pid)) && Date.now() < deadline) await sleep(100);
    expect(pids.filter((pid) => identify(pid))).toEqual([]);
  }, 240_000);

  it('can be removed without a trace', async () => {
    await removeInstallation('launched', engines.addresses, dir);
    await removeInstallation('launched', engines.addresses, dir);
    expect(existsSync(dir)).toBe(false);
  }, 60_000);
});
