import { RefusalError } from '@redress/service-kit';

/** The encodings that files come in; each has a decoder in the runtime. GB 18030 holds all of GBK. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What encodings are called elsewhere. */
const ALIASES: Readonly<Record<string, Encoding>> = {
  ...{ utf8: 'utf-8', gbk: 'gb18030', gb2312: 'gb18030', 'utf-16': 'utf-16le', utf16: 'utf-16le' },
  ...Object.fromEntries(ENCODINGS.map((encoding) => [encoding, encoding])),
};

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** One zero byte in so many is a few. */
const FEW = 5;
/** So much is looked at before the encoding is chosen. */
const SAMPLE_BYTES = 64 * 1024;

/** The encoding of that name. Throws RefusalError 422. */
export function encodingNamed(name: string): Encoding {
  const encoding = Object.hasOwn(ALIASES, name.toLowerCase()) ? ALIASES[name.toLowerCase()] : undefined;
  if (encoding === undefined)
    throw new RefusalError(422, { code: 'encoding-unknown', facts: { encodings: ENCODINGS } });
  return encoding;
}

/**
 * The encoding that bytes are in: their mark says so, or zero bytes where UTF-16 has them, or they are sound UTF-8; else
 * GB 18030, which Chinese spreadsheets save. Null when they are none of these.
 */
export function detectEncoding(bytes: Buffer): Encoding | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return marked[0];
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  return (['utf-8', 'gb18030'] as const).find((encoding) => isSound(bytes, encoding)) ?? null;
}

/**
 * Commas, digits and line ends of UTF-16 have a zero byte, which no other encoding has; a few of them in what is sound
 * UTF-8 are zeros that somebody wrote.
 */
function wideEncoding(bytes: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const zeros = even + odd;
  if (zeros === 0 || (zeros * FEW < bytes.length && isSound(bytes, 'utf-8'))) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The sample may end within a character, which streaming leaves for later. */
function isSound(bytes: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A file as text, chunk by chunk, and the encoding it was found in. */
export interface DecodedText {
  readonly encoding: Encoding;
  readonly text: AsyncIterable<string>;
}

/** Decodes a stream of bytes. Throws RefusalError 422 for bytes that are not sound in the encoding, there and then. */
export async function decodeText(bytes: AsyncIterable<Buffer>, named: Encoding | null): Promise<DecodedText> {
  const chunks = bytes[Symbol.asyncIterator]();
  const sample: Buffer[] = [];
  for (let size = 0; size < SAMPLE_BYTES;) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    sample.push(value);
    size += value.length;
  }
  const encoding = named ?? detectEncoding(Buffer.concat(sample));
  if (encoding === null)
    throw new RefusalError(422, { code: 'encoding-not-detected', facts: { encodings: ENCODINGS } });
  return { encoding, text: decode(encoding, sample, chunks) };
}

async function* decode(
  encoding: Encoding,
  sample: readonly Buffer[],
  rest: AsyncIterator<Buffer>,
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const take = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new RefusalError(422, { code: 'text-not-sound', facts: { encoding } });
    }
  };
  for (const bytes of sample) yield take(bytes);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield take(next.value);
  yield take();
}
