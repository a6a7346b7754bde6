import { DefaultLogger, Runtime, Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { patientConnection, type TemporalAddress } from './connect.ts';
import { dataConverter } from './data-converter.ts';

export interface RunningWorker {
  /** True while the worker polls. */
  ready(): boolean;
  stop(): Promise<void>;
}

export type WorkerPart = Omit<WorkerOptions, 'connection' | 'namespace' | 'dataConverter'>;

/** The SDK's own lines carry ids only, but failures may quote: warnings and worse, through the service's log. */
export function quietRuntime(warn: (line: string) => void): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', (entry) => warn(entry.message)),
    shutdownSignals: [],
  });
}

/** Runs a worker for as long as the process lives; connects when Temporal comes, begins again when it was away. */
export function runWorker(to: TemporalAddress, part: WorkerPart, onFault: (fault: unknown) => void): RunningWorker {
  const stopping = new AbortController();
  let worker: Worker | undefined;

  const begin = async (): Promise<void> => {
    const connection: NativeConnection = await patientConnection(to.address, stopping.signal);
    try {
      worker = await Worker.create({
        shutdownGraceTime: '5 seconds',
        ...part,
        connection,
        namespace: to.namespace,
        dataConverter: dataConverter(to.payloadKey),
      });
      if (!stopping.signal.aborted) await worker.run();
    } finally {
      worker = undefined;
      await connection.close().catch(onFault);
    }
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await begin();
      } catch (fault) {
        if (!stopping.signal.aborted) onFault(fault);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  };

  const running = run();
  return {
    ready: () => worker?.getState() === 'RUNNING',
    stop: async () => {
      stopping.abort();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}
