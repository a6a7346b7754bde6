import { describe, expect, it } from '@jest/globals';
import { pieces, scan } from './canary.scan.ts';
import { CanaryWords } from './canary.words.ts';
import { encodedForms } from './encoded.forms.ts';

const words = new CanaryWords();
const forms = encodedForms(words.marks);
const found = (bytes: Buffer) => scan([{ place: 'here', bytes }], forms);
const said = `before ${words.text('field')} after`;

describe('a canary is found', () => {
  it.each(['utf8', 'utf16le'] as const)('in %s, plain and swapped', async (encoding) => {
    expect(await found(Buffer.from(said, encoding))).not.toEqual([]);
    expect(await found(Buffer.from(said, 'utf16le').swap16())).not.toEqual([]);
  });

  it.each([0, 1, 2])('in base64 and in hex, %s bytes into the text', async (before) => {
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      for (const mark of words.marks) {
        const text = Buffer.from(`${'.'.repeat(before)}${mark}!`).toString(encoding);
        expect(await found(Buffer.from(`{"data":"${text}"}`))).not.toEqual([]);
      }
    }
  });

  it('in an address and in the escapes of JSON', async () => {
    const [, han = ''] = words.marks;
    expect(await found(Buffer.from(encodeURIComponent(han)))).not.toEqual([]);
    const escaped = [...han].map((one) => `\\u${one.charCodeAt(0).toString(16)}`).join('');
    expect(await found(Buffer.from(escaped))).not.toEqual([]);
  });

  it('deep inside a value, in names and in bytes', async () => {
    expect(await scan(pieces('value', { a: [{ [words.word('name')]: 1 }] }), forms)).not.toEqual([]);
    expect(await scan(pieces('value', { a: [Buffer.from(words.number())] }), forms)).not.toEqual([]);
  });

  it('and nothing is found where nothing is', async () => {
    expect(await found(Buffer.from('Nobody has said anything here.'))).toEqual([]);
  });
});
