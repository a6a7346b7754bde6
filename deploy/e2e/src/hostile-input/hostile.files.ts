import { deflateRawSync } from 'node:zlib';
import { NEVER_TAKEN } from './hostile.bodies.ts';

/** A file that no import may take. */
export interface HostileFile {
  readonly name: string;
  readonly body: Buffer | string;
  readonly type?: string;
  readonly query?: string;
}

const HEADER = 'channel,category,departmentId,description';
const ROW = 'hotline,delivery,sales,The parcel is lost.';
const BEYOND_BYTES = 20 * 1024 * 1024 + 1;
const MAPPING = { name: 'x', needs: ['a'], columns: { description: 'a' } };

const mapped = (mapping: unknown) => `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`;
const asked = (query: string, name = query): HostileFile => ({
  name: `asked ${name}`,
  body: `${HEADER}\n${ROW}`,
  query,
});

const FORM = 'multipart/form-data; boundary=x';
const part = (content: string, name = 'file.csv') =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`;
const FIELD = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
const GOOD = part(`${HEADER}\n${ROW}`);
const form = (name: string, body: string, type = FORM): HostileFile => ({ name: `a form with ${name}`, body, type });

/** Forms that have not one sound file. */
const HOSTILE_FORMS: readonly HostileFile[] = [
  form('nothing', '--x--\r\n'),
  form('no file', `${FIELD}--x--\r\n`),
  form('a file that nobody chose', `${part('', '')}--x--\r\n`),
  form('two files', `${GOOD}${GOOD}--x--\r\n`),
  form('a good file and a large one', `${GOOD}${part('a'.repeat(BEYOND_BYTES))}--x--\r\n`),
  form('more than it may be', `${part('a'.repeat(BEYOND_BYTES))}--x--\r\n`),
  form('a thousand fields', `${FIELD.repeat(1_000)}${GOOD}--x--\r\n`),
  form('no end', GOOD),
  form('a header without end', `--x\r\nContent-Disposition: ${'a'.repeat(100_000)}`),
  form('another boundary', `${GOOD}--x--\r\n`, 'multipart/form-data; boundary=y'),
  form('no boundary', `${GOOD}--x--\r\n`, 'multipart/form-data'),
];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sheet = (name: string, body: Buffer): HostileFile => ({ name: `a spreadsheet with ${name}`, body, type: XLSX });
const BOMB = `<Relationships>${'<a/>'.repeat(5_000_000)}</Relationships>`;

/** A zip file with one part; its sizes may lie. */
function zipOf(part: string, content: string, size = content.length): Buffer {
  const [name, packed] = [Buffer.from(part), deflateRawSync(content)];
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt16LE(8, 4);
  entry.writeUInt32LE(packed.length, 14);
  entry.writeUInt32LE(size, 18);
  entry.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), entry, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), entry, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}

/** Spreadsheets that are none, are of no use, or would be more than they look. */
const HOSTILE_SHEETS: readonly HostileFile[] = [
  sheet('nothing', Buffer.alloc(0)),
  sheet('nothing but its beginning', Buffer.from('PK\u0003\u0004')),
  sheet('the insides of another file', zipOf('readme.txt', 'hello')),
  sheet('the way out of its folder', zipOf('../../etc/passwd', 'root')),
  sheet('a list of itself that is no XML', zipOf('_rels/.rels', 'PK')),
  sheet('entities', zipOf('_rels/.rels', '<!DOCTYPE a [<!ENTITY b "c">]><Relationships>&b;</Relationships>')),
  sheet('a thousand times its size', zipOf('_rels/.rels', BOMB)),
  sheet('a thousand times its size, which it denies', zipOf('_rels/.rels', BOMB, 100)),
  sheet('a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
];

/** Files, and ways to have them read, that are refused as a whole: not a row of them is loaded. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...NEVER_TAKEN.map(({ name, body, type = 'application/json' }) => ({ name: `no CSV: ${name}`, body, type })),
  ...HOSTILE_FORMS,
  ...HOSTILE_SHEETS,
  { name: 'nothing', body: '' },
  { name: 'blank lines', body: '\n\n\r\n' },
  { name: 'zero bytes', body: Buffer.alloc(1_000) },
  { name: 'bytes of no encoding', body: Buffer.from([0xff, 0xff, 0x80, 0xff, 0x0a]) },
  { name: 'a character cut in two', body: Buffer.from([...Buffer.from(`${HEADER}\n`), 0xff, 0xfe, 0xff]) },
  { name: 'no header', body: ROW },
  { name: 'a header that is broken', body: `"channel"x,category\n${ROW}` },
  { name: 'a header that never ends', body: `"${'a,'.repeat(100_000)}` },
  { name: 'a column twice', body: `${HEADER},description\n${ROW},x` },
  { name: 'ten thousand columns', body: `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',')}\n` },
  { name: 'more than it may be', body: Buffer.alloc(BEYOND_BYTES, 'a') },
  asked('?encoding=ebcdic'),
  asked('?encoding=constructor'),
  asked('?encoding=utf-16'),
  asked('?history=perhaps'),
  asked('?mapping=constructor'),
  asked('?mapping=%7B'),
  asked(`?mapping=${'a'.repeat(8_001)}`, 'a mapping beyond measure'),
  asked(`?name=${'a'.repeat(101)}`, 'a name beyond measure'),
  asked('?admin=true'),
  asked(mapped({ ...MAPPING, columns: { password: 'a' } }), 'a mapping onto no field'),
  asked(mapped({ ...MAPPING, admin: true }), 'a mapping that says more'),
  asked(mapped({ ...MAPPING, utcOffset: '+99:00' }), 'a mapping of another planet'),
  asked(mapped(MAPPING), 'a mapping whose columns are not there'),
  { ...asked('', 'a character set that there is not'), type: 'text/csv; charset=klingon' },
];

const BAD_ROWS = [
  'hotline,delivery,sales',
  'hotline,delivery,sales,one,two',
  'pigeon,delivery,sales,Lost.',
  'hotline,../../etc/passwd,sales,Lost.',
  'hotline,delivery,no-such-department,Lost.',
  'hotline,delivery,sales,\0',
  `hotline,delivery,sales,${'a'.repeat(20_001)}`,
  `hotline,delivery,sales,${'a'.repeat(100_001)}`,
  'hotline,delivery,sales,"Lost" for good',
  'hotline,delivery,sales,a "lost" parcel',
  'hotline,delivery,sales,',
  'hotline,delivery,sales,"never closed',
];

/** Rows none of which is a complaint. */
export const HOSTILE_ROWS = [HEADER, ...BAD_ROWS].join('\r\n');
