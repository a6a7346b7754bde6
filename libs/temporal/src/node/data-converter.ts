import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { AesPayloadCodec } from './payload-codec.ts';

/** The failure converter's module, for clients, workers and bundles. */
export const FAILURE_CONVERTER = fileURLToPath(new URL('../../failure-converter.cjs', import.meta.url));

/**
 * The converter of every client and worker: payloads encrypted by `key` (32 bytes), failure texts and stacks encoded
 * like payloads, which they are not by default. A null key leaves payloads readable: only to prove that the scan for
 * leaked words would find them.
 */
export function dataConverter(key: Buffer | null): DataConverter {
  return {
    payloadCodecs: key === null ? [] : [new AesPayloadCodec(key)],
    failureConverterPath: FAILURE_CONVERTER,
  };
}
