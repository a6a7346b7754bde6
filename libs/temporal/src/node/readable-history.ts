import { AesPayloadCodec } from './payload-codec.ts';

/** A payload as the JSON of an event has it: in base64. */
interface WrittenPayload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data?: string;
}

const JSON_ENCODING = base64('json/plain');

/**
 * The JSON of a recorded history as people can read it, and without the key of the installation that it comes from: a
 * payload is decrypted, and where it is JSON it stands as `{ "json": … }`. Payloads hold ids, codes, instants and figures.
 */
export async function readableHistory(history: unknown, key: Buffer): Promise<unknown> {
  const codec = new AesPayloadCodec(key);
  const read = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(read));
    if (!isObject(value)) return value;
    if (isWrittenPayload(value)) return opened(codec, value);
    const fields = await Promise.all(
      Object.entries(value).map(async ([name, part]) => [name, await read(part)] as const),
    );
    return Object.fromEntries(fields);
  };
  return read(history);
}

/** The other way round: the history as a replay takes it. */
export function replayableHistory(readable: unknown): unknown {
  if (Array.isArray(readable)) return readable.map(replayableHistory);
  if (!isObject(readable)) return readable;
  const names = Object.keys(readable);
  if (names.length === 1 && names[0] === 'json')
    return { metadata: { encoding: JSON_ENCODING }, data: base64(JSON.stringify(readable['json'])) };
  return Object.fromEntries(Object.entries(readable).map(([name, part]) => [name, replayableHistory(part)]));
}

async function opened(codec: AesPayloadCodec, { metadata, data = '' }: WrittenPayload): Promise<unknown> {
  const sealed = Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const);
  const [plain] = await codec.decode([{ metadata: Object.fromEntries(sealed), data: Buffer.from(data, 'base64') }]);
  const open = Object.entries(plain?.metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)] as const);
  const bytes = Buffer.from(plain?.data ?? []);
  const [only] = open;
  if (open.length === 1 && only?.[0] === 'encoding' && only[1] === JSON_ENCODING)
    return { json: JSON.parse(bytes.toString('utf8')) as unknown };
  return { metadata: Object.fromEntries(open), data: bytes.toString('base64') };
}

function isWrittenPayload(value: Record<string, unknown>): value is Record<string, unknown> & WrittenPayload {
  const { metadata, data } = value;
  return isObject(metadata) && 'encoding' in metadata && (data === undefined || typeof data === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function base64(bytes: string | Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
