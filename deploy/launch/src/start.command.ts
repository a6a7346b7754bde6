import { startEngines } from '@redress/engines';
import type { RunningEngines } from '@redress/engines';
import type { CliCommand } from './cli.arguments.ts';
import { ENGINES_FOLDER, installationFolder } from './data.folders.ts';
import { EngineWatch } from './engine.watch.ts';
import { startInstallation } from './installation.ts';
import type { Installation } from './installation.types.ts';
import { fixedPorts } from './process.plan.ts';
import { untilSignal } from './shutdown.signal.ts';
import { welcome } from './welcome.text.ts';

const MAIN = 'main';

/** `npm start`: engines and installation up, until a signal; answers the exit code. */
export async function startCommand(
  options: Extract<CliCommand, { command: 'start' }>,
  say: (line: string) => void,
): Promise<number> {
  const shutdown = untilSignal();
  const onProgress = (line: string): void => say(`  ${line}`);
  const running = await bringUp(options, onProgress, shutdown.asked);
  try {
    say(await welcome(installationFolder(MAIN), running.installation, running.engines));
    await shutdown.promise;
  } finally {
    say('Stopping; Ctrl-C again forces it.');
    await bringDown(running, shutdown.forced);
    say('Stopped.');
  }
  return 0;
}

interface Running {
  engines: RunningEngines;
  installation: Installation;
  watch: EngineWatch;
}

async function bringUp(
  { split, portBase, enginePorts }: Extract<CliCommand, { command: 'start' }>,
  onProgress: (line: string) => void,
  signal: AbortSignal,
): Promise<Running> {
  const engines = await startEngines({
    dataDir: ENGINES_FOLDER,
    profile: 'normal',
    ports: enginePorts,
    onProgress,
    signal,
  });
  const watch = new EngineWatch(engines, onProgress);
  try {
    const installation = await startInstallation({
      name: MAIN,
      dir: installationFolder(MAIN),
      engines: engines.addresses,
      clock: 'system',
      profile: 'demo',
      split,
      ports: fixedPorts(portBase),
      supervise: true,
      onProgress,
      signal,
    });
    return { engines, installation, watch };
  } catch (error) {
    await watch.close();
    await engines.stop();
    throw error;
  }
}

/** Services first: they hand over what they hold while the engines still take it. */
async function bringDown({ engines, installation, watch }: Running, forced: AbortSignal): Promise<void> {
  forced.addEventListener('abort', () => void installation.stop(true));
  await installation.stop(forced.aborted);
  await watch.close();
  await engines.stop();
}
