import { describe, expect, it } from '@jest/globals';
import { AesPayloadCodec } from './payload-codec.ts';
import { readableHistory, replayableHistory } from './readable-history.ts';

const KEY = Buffer.alloc(32, 7);
const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const payloadOf = (encoding: string, data: string) => ({
  metadata: { encoding: base64(encoding) },
  data: base64(data),
});
const plain = payloadOf('json/plain', '{"complaintId":"one","step":3}');
const nothing = payloadOf('binary/null', '');
const historyWith = (...payloads: unknown[]) => ({ events: [{ eventId: '1', input: { payloads } }] });

async function sealed({ metadata, data }: typeof plain) {
  const bytes = { metadata: { encoding: Buffer.from(metadata.encoding, 'base64') }, data: Buffer.from(data, 'base64') };
  const [hidden] = await new AesPayloadCodec(KEY).encode([bytes]);
  const encoding = base64(hidden?.metadata?.['encoding'] ?? '');
  return { metadata: { encoding }, data: base64(hidden?.data ?? '') };
}

describe('a recorded history', () => {
  it('shows what its payloads hold', async () => {
    const history = historyWith(await sealed(plain), await sealed(nothing));
    expect(JSON.stringify(history)).not.toContain(plain.data);
    await expect(readableHistory(history, KEY)).resolves.toEqual(
      historyWith({ json: { complaintId: 'one', step: 3 } }, nothing),
    );
  });

  it('is replayed as it was before it was encrypted', async () => {
    const readable = await readableHistory(historyWith(await sealed(plain), await sealed(nothing)), KEY);
    expect(replayableHistory(readable)).toEqual(historyWith(plain, nothing));
  });

  it('cannot be read with the key of another installation', async () => {
    const history = historyWith(await sealed(plain));
    await expect(readableHistory(history, Buffer.alloc(32, 8))).rejects.toThrow();
  });
});
