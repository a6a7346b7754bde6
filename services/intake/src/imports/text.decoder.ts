import { RefusalError } from '@redress/service-kit';
import { bytesOf, type ByteSource } from './byte.source.ts';

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
const LAST_ASCII = 0x7f;
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
 * The encoding of a file: its mark says so, then whoever sent it, then zero bytes where UTF-16 has them; then it is sound
 * UTF-8 from the first letter on that is no ASCII, or GB 18030, which Chinese spreadsheets save. Throws RefusalError 422.
 */
export async function encodingOf(source: ByteSource, named: Encoding | null): Promise<Encoding> {
  const beginning = await bytesOf(source, 0, SAMPLE_BYTES);
  const encoding =
    markedEncoding(beginning) ?? named ?? wideEncoding(beginning) ?? narrowEncoding(await telling(source));
  if (encoding !== null) return encoding;
  throw new RefusalError(422, { code: 'encoding-not-detected', facts: { encodings: ENCODINGS } });
}

function markedEncoding(bytes: Buffer): Encoding | null {
  return MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
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

function narrowEncoding(bytes: Buffer): Encoding | null {
  return (['utf-8', 'gb18030'] as const).find((encoding) => isSound(bytes, encoding)) ?? null;
}

/** Bytes from the first one on that is no ASCII: the first words of another alphabet may stand anywhere. */
async function telling(source: ByteSource): Promise<Buffer> {
  let before = 0;
  for await (const chunk of source.range(0, source.size)) {
    const at = chunk.findIndex((byte) => byte > LAST_ASCII);
    if (at >= 0) return bytesOf(source, before + at, before + at + SAMPLE_BYTES);
    before += chunk.length;
  }
  return Buffer.alloc(0);
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

/** Decodes a stream of bytes. Throws RefusalError 422 where they are not sound in the encoding. */
export async function* decodeText(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const take = (chunk?: Buffer): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new RefusalError(422, { code: 'text-not-sound', facts: { encoding } });
    }
  };
  for await (const chunk of bytes) yield take(chunk);
  yield take();
}
