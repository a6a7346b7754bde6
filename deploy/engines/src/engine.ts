import type { EngineName } from './engine.types.ts';

/** How an engine's process is started. */
export interface LaunchPlan {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

/** One engine of this machine: what the runner needs to start, watch and stop its process. */
export interface Engine {
  name: EngineName;
  /** As people write it. */
  title: string;
  /** The port people connect to; also names the process as ours. */
  port: number;
  /** Ports that must be free before it starts. */
  listensOn: number[];
  /** What to do when a port is taken: completes "stop it, or …". */
  portRemedy: string;
  /** Brings data and configuration into being; harmless when repeated. */
  prepare: () => Promise<LaunchPlan>;
  /** Rejects while the engine does not answer. */
  probe: () => Promise<void>;
  /** From gentle to SIGKILL; each gets its own patience. */
  stopSignals: NodeJS.Signals[];
  readyWithinSeconds: number;
  /** Log lines after which dying is not final: the same start may succeed a moment later. */
  passingFailure?: RegExp;
}
