export { startEngines, stopUnusedEngines } from './start.engines.ts';
export { EngineError, explainFileError } from './engine.error.ts';
export { NORMAL_PORTS } from './engine.ports.ts';
export { livingEngines } from './engine.record.ts';
export { pause, throwIfInterrupted } from './pause.ts';
export { runCommand } from './command.ts';
export { installOnce, openCache } from './cache.ts';
export { removeEngineData } from './postgres.home.ts';
export { isPortFree, isPortOpen, LOOPBACK, pickFreePort, requireFreePort } from './port.ts';
export { identify, isAlive } from './process.identity.ts';
export { stopProcess, trySignal } from './process.stop.ts';
export { deleteTopics } from './kafka.topics.ts';
export { LogFile } from './log.file.ts';
export { withFileLock } from './file.lock.ts';
export type { ProcessIdentity } from './process.identity.ts';
export type {
  EngineAddresses,
  EngineName,
  EngineOptions,
  EnginePorts,
  EngineProcess,
  EngineProfile,
  RunningEngines,
  TemporalSettings,
} from './engine.types.ts';
