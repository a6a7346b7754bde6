import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { dataConverter } from './data-converter.ts';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  /** 32 bytes. */
  readonly payloadKey: Buffer;
}

/** A client that connects when first used, so a service starts while Temporal is away. */
export function lazyClient(to: TemporalAddress): Client {
  const connection = Connection.lazy({ address: to.address, connectTimeout: '3 seconds' });
  return new Client({ connection, namespace: to.namespace, dataConverter: dataConverter(to.payloadKey) });
}

const RETRY_MS = 1_000;

/** A worker's connection; tries until Temporal answers or `signal` is aborted. */
export async function patientConnection(address: string, signal: AbortSignal): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch (fault) {
      if (signal.aborted) throw fault;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
