/** A mark as it may lie somewhere: the name of the encoding and the bytes. */
export interface EncodedForm {
  readonly mark: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

const BITS_A_BYTE = 8;
const BITS_A_LETTER = 6;

/** Every form in which the marks are looked for, each once. */
export function encodedForms(marks: readonly string[]): EncodedForm[] {
  const forms = marks.flatMap((mark) => formsOf(mark).map(([encoding, bytes]) => ({ mark, encoding, bytes })));
  return forms.filter(({ bytes }, index) => forms.findIndex((other) => other.bytes.equals(bytes)) === index);
}

function formsOf(mark: string): [string, Buffer][] {
  const raw: [string, Buffer][] = [
    ['UTF-8', Buffer.from(mark, 'utf8')],
    ['UTF-16LE', Buffer.from(mark, 'utf16le')],
    ['UTF-16BE', Buffer.from(mark, 'utf16le').swap16()],
  ];
  const wrapped = raw.flatMap(([name, bytes]): [string, Buffer][] => [
    ...[0, 1, 2].flatMap((skipped) =>
      base64Forms(bytes, skipped).map((form): [string, Buffer] => [`base64 of ${name}`, form]),
    ),
    [`hex of ${name}`, Buffer.from(bytes.toString('hex'))],
    [`capital hex of ${name}`, Buffer.from(bytes.toString('hex').toUpperCase())],
  ]);
  const escaped = encodeURIComponent(mark);
  return [
    ...raw,
    ...wrapped,
    ['percent', Buffer.from(escaped)],
    ['small percent', Buffer.from(escaped.toLowerCase())],
    ['escapes of JSON', Buffer.from([...mark].map(escapeOf).join(''))],
  ];
}

/** The letters of base64 that depend on these bytes alone, when `skipped` bytes of a group of three stand before them. */
function base64Forms(bytes: Buffer, skipped: number): Buffer[] {
  const padded = Buffer.concat([Buffer.alloc(skipped), bytes]);
  const first = Math.ceil((skipped * BITS_A_BYTE) / BITS_A_LETTER);
  const last = Math.floor((padded.length * BITS_A_BYTE) / BITS_A_LETTER);
  return (['base64', 'base64url'] as const).map((kind) => Buffer.from(padded.toString(kind).slice(first, last)));
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 ? character : `\\u${code.toString(16).padStart(4, '0')}`;
}
