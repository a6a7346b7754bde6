import type { EngineAddresses } from '@redress/engines';

/** The services in the order they are listed to people. */
export const SERVICES = ['intake', 'staffing', 'analytics', 'improvement'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface InstallationOptions {
  /** Small letters, digits and underscores: names the database, the namespace and the topics. */
  name: string;
  engines: EngineAddresses;
  /** Folder of keys, logs and pid files, usually `.redress/<name>`. */
  dir: string;
  clock: 'system' | 'stepped' | 'rate';
  /** Where a clock that is not the machine's begins, ISO 8601; an existing one goes on from where it stands. */
  clockStartsAt?: string;
  profile: 'demo' | 'test';
  /** One process for each role of each service. */
  split?: boolean;
  /** Port by process name (`intake`, `worker`, `intake-relay` …); free ones for those left out. */
  ports?: Record<string, number>;
  /** Default all. The worker runs always. */
  services?: readonly ServiceName[];
  /** Further variables for every process. */
  environment?: Record<string, string>;
  /** Starts a process again that ended by itself. */
  supervise?: boolean;
  onProgress?: (line: string) => void;
  /** Ends the start, and what it has started, when aborted. */
  signal?: AbortSignal;
}

/** A process of an installation; the object stays the same over restarts. */
export interface ServiceProcess {
  /** `intake`, `worker`; with split `intake-relay` and so on. */
  readonly name: string;
  /** `all`, a single role, or `worker`. */
  readonly role: string;
  /** 0 while it does not run. */
  readonly pid: number;
  readonly port: number;
  readonly logFile: string;
  /** Sends a signal; for SIGKILL and SIGTERM resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops it when it lives and starts it on the same port; does not wait until it is ready. */
  restart(): Promise<void>;
  /** Resolves when GET /health/ready answers 200; throws with the end of its log when it dies or takes four minutes. */
  waitReady(): Promise<void>;
}

export interface Installation {
  readonly urls: Record<ServiceName, string>;
  /** What every process was given, without REDRESS_PORT and REDRESS_ROLES. */
  readonly env: Record<string, string>;
  readonly processes: readonly ServiceProcess[];
  /** Stops the processes; the engines go on. Harmless when repeated. With `force` without patience. */
  stop(force?: boolean): Promise<void>;
}
