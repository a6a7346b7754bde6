import { AesPayloadCodec } from '@redress/temporal/node';
import { z } from 'zod';

const payload = z.object({ metadata: z.record(z.string(), z.string()), data: z.string().optional() });

/**
 * A recorded history with its payloads decrypted, so that it can be replayed without the key of the installation that it
 * comes from. Payloads hold ids, codes, instants and figures only.
 */
export async function readableHistory(history: unknown, key: Buffer): Promise<unknown> {
  const codec = new AesPayloadCodec(key);

  const open = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(open));
    if (typeof value !== 'object' || value === null) return value;
    const parsed = payload.safeParse(value);
    if (parsed.success) return decrypted(codec, parsed.data);
    const fields = await Promise.all(Object.entries(value).map(async ([name, inner]) => [name, await open(inner)] as const));
    return Object.fromEntries(fields);
  };
  return open(history);
}

async function decrypted(codec: AesPayloadCodec, { metadata, data = '' }: z.output<typeof payload>): Promise<unknown> {
  const bytes = Object.fromEntries(Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
  const [plain] = await codec.decode([{ metadata: bytes, data: Buffer.from(data, 'base64') }]);
  const texts = Object.entries(plain?.metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  return { metadata: Object.fromEntries(texts), data: Buffer.from(plain?.data ?? []).toString('base64') };
}
