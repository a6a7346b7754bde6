export { bundleWorkflows } from './bundle.ts';
export { lazyClient, patientConnection, type TemporalAddress } from './connect.ts';
export { dataConverter } from './data-converter.ts';
export { AesPayloadCodec } from './payload-codec.ts';
export { readableHistory, replayableHistory } from './readable-history.ts';
export { quietRuntime, runWorker, type RunningWorker, type WorkerPart } from './run-worker.ts';
