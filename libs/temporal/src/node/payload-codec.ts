import type { Payload, PayloadCodec } from '@temporalio/common';
import { openBytes, sealBytes } from '@redress/db';
import proto from '@temporalio/proto';

const ENCODING = Buffer.from('binary/redress-aes-256-gcm');
const CONTEXT = 'temporal-payload';

/** Encrypts everything that Temporal stores of a complaint: arguments, results, state, failures. */
export class AesPayloadCodec implements PayloadCodec {
  constructor(private readonly key: Buffer) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(
      payloads.map((payload) => ({
        metadata: { encoding: ENCODING },
        data: sealBytes(this.key, Buffer.from(proto.temporal.api.common.v1.Payload.encode(payload).finish()), CONTEXT),
      })),
    );
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.open(payload)));
  }

  private open(payload: Payload): Payload {
    const encoding = payload.metadata?.['encoding'];
    if (encoding === undefined || !Buffer.from(encoding).equals(ENCODING)) return payload;
    return proto.temporal.api.common.v1.Payload.decode(openBytes(this.key, Buffer.from(payload.data ?? []), CONTEXT));
  }
}
