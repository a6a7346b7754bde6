/** The three engines Redress stands on. */
export type EngineName = 'postgres' | 'temporal' | 'kafka';

/** Where the engines answer. */
export interface EngineAddresses {
  /** Superuser URL of the database `postgres`. */
  postgresUrl: string;
  /** host:port of Temporal's frontend. */
  temporalAddress: string;
  /** host:port of every bootstrap broker. */
  kafkaBrokers: string[];
}

/** `normal` keeps data safe against power loss; `test` trades that for speed and takes any free ports. */
export type EngineProfile = 'normal' | 'test';

/** The ports people connect to; the inner ports of Temporal and Kafka follow from them. */
export type EnginePorts = Record<EngineName, number>;

/** Values of Temporal's dynamic configuration by key, e.g. `limit.historyCount.suggestContinueAsNew`. */
export type TemporalSettings = Record<string, TemporalSetting | readonly NamespacedSetting[]>;
export type TemporalSetting = string | number | boolean;

/** A value for one namespace, or without constraints for all others. */
export interface NamespacedSetting {
  readonly value: TemporalSetting;
  readonly constraints?: { readonly namespace: string };
}

export interface EngineOptions {
  /** Folder that holds data, logs and pid files; kept between starts. */
  dataDir: string;
  profile: EngineProfile;
  onProgress: (line: string) => void;
  /** Fixed ports; whatever is left out is the profile's default. */
  ports?: Partial<EnginePorts>;
  /** Overrides of Temporal's dynamic configuration, for every namespace. */
  temporalSettings?: TemporalSettings;
  /** Stops the start, and whatever it has started, when aborted. */
  signal?: AbortSignal;
  /** Where `REDRESS_POSTGRES_URL` and the others are looked up; default process.env. */
  environment?: NodeJS.ProcessEnv;
}

/** One engine of this machine, as it runs now. */
export interface EngineProcess {
  name: EngineName;
  pid: number;
  logFile: string;
}

/** Engines that answer. */
export interface RunningEngines {
  readonly addresses: EngineAddresses;
  /** Only engines of this machine; those given by the environment are not listed. */
  readonly processes: EngineProcess[];
  /** Engines of this machine whose process is gone. */
  dead(): EngineName[];
  /** Leaves the engines; the last user of a data folder stops them. Harmless when repeated. */
  stop(): Promise<void>;
  /** Sends a signal; for SIGKILL, SIGTERM, SIGINT and SIGQUIT resolves when the process is gone. */
  kill(name: EngineName, signal: NodeJS.Signals): Promise<void>;
  /** Stops the engine when it lives, starts it on the same port and data, resolves when it answers. */
  restart(name: EngineName): Promise<void>;
}
