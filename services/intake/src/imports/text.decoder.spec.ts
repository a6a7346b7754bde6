import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourceOf } from './byte.source.ts';
import { decodeText, encodingNamed, encodingOf, type Encoding } from './text.decoder.ts';

const WORDS = '投诉,漏气,4S店\n';
/** `投诉漏气` in GBK. */
const GBK = Buffer.from([0xcd, 0xb6, 0xcb, 0xdf, 0xc2, 0xa9, 0xc6, 0xf8, 0x0a]);
const wide = (text: string) => Buffer.from(text, 'utf16le');

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function decoded(bytes: Buffer, named: Encoding | null = null, size = 3): Promise<string> {
  let whole = '';
  for await (const part of decodeText(inPieces(bytes, size), named ?? (await encodingOf(sourceOf(bytes), null))))
    whole += part;
  return whole;
}

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', Buffer.from(WORDS)],
    ['utf-8', Buffer.from(`\ufeff${WORDS}`)],
    ['utf-8', Buffer.from('a,b\n1,2\n')],
    ['utf-8', Buffer.alloc(0)],
    ['utf-8', Buffer.from('a,b\n1,投\0诉\n')],
    ['gb18030', GBK],
    ['utf-16le', wide(`\ufeff${WORDS}`)],
    ['utf-16le', wide(WORDS)],
    ['utf-16be', wide(`\ufeff${WORDS}`).swap16()],
    ['utf-8', Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from(WORDS)])],
    ['gb18030', Buffer.concat([Buffer.alloc(100_000, 'a'), GBK])],
  ])('is %s', async (encoding, bytes) => {
    expect(await encodingOf(sourceOf(bytes), null)).toBe(encoding);
  });

  it('is what its mark says, then what it is said to be', async () => {
    expect(await encodingOf(sourceOf(wide(`\ufeff${WORDS}`)), 'utf-8')).toBe('utf-16le');
    expect(await encodingOf(sourceOf(Buffer.from(WORDS)), 'gb18030')).toBe('gb18030');
  });

  it('is not guessed for what is none', async () => {
    const bytes = Buffer.from([0xff, 0xff, 0x80, 0xff]);
    await expect(encodingOf(sourceOf(bytes), null)).rejects.toThrow('encoding-not-detected');
  });

  it('may be named in many ways, but not in any', () => {
    expect(['GBK', 'gb2312', 'UTF8', 'utf-16'].map(encodingNamed)).toEqual(['gb18030', 'gb18030', 'utf-8', 'utf-16le']);
    for (const name of ['ebcdic', 'constructor']) expect(() => encodingNamed(name)).toThrow('encoding-unknown');
  });
});

describe('a text', () => {
  it('comes without its mark', async () => {
    expect(await decoded(Buffer.from(`\ufeff${WORDS}`))).toBe(WORDS);
    expect(await decoded(GBK)).toBe('投诉漏气\n');
  });

  it('is whole, however the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), async (text, size) => {
        expect(await decoded(Buffer.from(`x${text}`), 'utf-8', size)).toBe(`x${text}`);
        expect(await decoded(wide(`x${text}`), 'utf-16le', size)).toBe(`x${text}`);
      }),
    );
  });

  it('is refused where it is not sound in the encoding that was named', async () => {
    await expect(decoded(GBK, 'utf-8')).rejects.toThrow('text-not-sound');
    await expect(decoded(Buffer.from('投').subarray(0, 2), 'utf-8')).rejects.toThrow('text-not-sound');
  });
});
