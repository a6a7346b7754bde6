/** A body that nobody may take, and the headers that go with it. */
export interface HostileBody {
  readonly name: string;
  readonly body: Buffer | string;
  readonly type?: string;
}

const DEEP = 10_000;
const TEN_MEGABYTES = 10 * 1024 * 1024;

/** Bodies that no endpoint takes, whatever it wants. */
export const NEVER_TAKEN: readonly HostileBody[] = [
  { name: 'no JSON', body: 'description=help' },
  { name: 'half of an object', body: '{"description": "hel' },
  { name: 'a trailing comma', body: '{"description": "help",}' },
  { name: 'null', body: 'null' },
  { name: 'a list', body: '[{}]' },
  { name: 'a text', body: '"help"' },
  { name: 'a number', body: '17' },
  { name: 'a number beyond all numbers', body: '{"compensation": 1e999}' },
  { name: 'nothing', body: '' },
  {
    name: 'broken UTF-8',
    body: Buffer.concat([Buffer.from('{"description": "'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
  },
  { name: 'UTF-16', body: Buffer.from('\ufeff{"description": "help"}', 'utf16le') },
  {
    name: 'GBK',
    body: Buffer.concat([Buffer.from('{"description": "'), Buffer.from([0xcd, 0xb6, 0xcb, 0xdf]), Buffer.from('"}')]),
  },
  { name: 'U+0000 written out', body: '{"description": "a\\u0000b"}' },
  { name: 'U+0000 itself', body: '{"description": "a\u0000b"}' },
  { name: 'U+0000 in a name', body: '{"descr\\u0000iption": "help"}' },
  { name: 'half a surrogate pair', body: '{"description": "\\ud83d"}' },
  { name: 'the other half', body: '{"description": "\\udc00"}' },
  { name: '__proto__', body: '{"__proto__": {"admin": true}, "description": "help"}' },
  { name: 'constructor.prototype', body: '{"constructor": {"prototype": {"admin": true}}}' },
  { name: 'lists 10,000 deep', body: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}` },
  { name: 'objects 10,000 deep', body: `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}` },
  { name: 'ten megabytes', body: `{"description": "${'a'.repeat(TEN_MEGABYTES)}"}` },
  { name: 'ten megabytes of brackets', body: '['.repeat(TEN_MEGABYTES) },
  { name: 'plain text', body: 'help', type: 'text/plain' },
  { name: 'XML', body: '<complaint/>', type: 'application/xml' },
  { name: 'a form', body: 'description=help', type: 'application/x-www-form-urlencoded' },
  { name: 'parts', body: '--x\r\n\r\nhelp\r\n--x--', type: 'multipart/form-data; boundary=x' },
  { name: 'a type that is none', body: '{}', type: 'json' },
  { name: 'bytes', body: Buffer.from([0, 1, 2, 3]), type: 'application/octet-stream' },
];

const WRONG_VALUES: readonly unknown[] = [{ $gt: '' }, [[]], 1e308, -1, true, '', ' ', 'a'.repeat(20_001)];

/** A good body made bad: an unknown field, and each field with values that it never holds. */
export function spoilt(good: Readonly<Record<string, unknown>>): HostileBody[] {
  const unknown = { name: 'an unknown field', body: JSON.stringify({ ...good, admin: true }) };
  const wrong = Object.entries(good).flatMap(([field, value]) =>
    WRONG_VALUES.filter((given) => typeof given !== typeof value || given === '').map((given) => ({
      name: `${field}: ${JSON.stringify(given).slice(0, 20)}`,
      body: JSON.stringify({ ...good, [field]: given }),
    })),
  );
  return [unknown, ...wrong];
}
