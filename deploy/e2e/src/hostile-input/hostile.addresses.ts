/** Ids that are none. */
export const BAD_IDS = [
  '1',
  'not-an-id',
  '%27%20OR%201=1',
  '00000000-0000-0000-0000-00000000000g',
  'a'.repeat(5_000),
  '%00',
  '%ff',
  '..%2f..%2fetc',
];

const NO_SUCH_DAY = '2026-13-45T99:99:99.999Z_00000000-0000-4000-8000-000000000000';
const NO_SUCH_ID = `2026-01-01T00:00:00.000Z_${'-'.repeat(36)}`;
const CURSORS = [
  'x',
  '%00',
  encodeURIComponent('💥'),
  NO_SUCH_DAY,
  NO_SUCH_ID,
  `0000-01-01T00:00:00.000Z_${'0'.repeat(36)}`,
  'a'.repeat(201),
];

const FORMATS = ['csv', 'xlsx'];
const NOBODYS = '00000000-0000-4000-8000-000000000000';
/** Pages of a list whose places are numbers. */
const PAGES = ['limit=0', 'limit=0x1', 'after=x', 'after=-1', 'after=1e3', `after=${'9'.repeat(16)}`];

const after = (path: string) => CURSORS.map((cursor) => `${path}?after=${cursor}`);

/** Questions that nobody can answer, by service. */
export const BAD_QUERIES: Readonly<Record<'intake' | 'staffing' | 'analytics' | 'improvement', readonly string[]>> = {
  intake: [
    ...after('/complaints'),
    ...[
      'limit=0',
      'limit=101',
      'limit=x',
      ...['limit=1e9', 'limit=0x1', 'limit=1e1', 'limit=1.0', 'limit=%205', 'limit=', 'limit=1&limit=1'],
      'stage=none',
      'stage=closed&stage=ended',
      'owner=me',
      'admin=true',
      ...['open=perhaps', 'mine=me', 'serious=1', 'grade=4', 'grade=0x1', 'access=secret', 'drill=', 'closing=never'],
      ...['receivedFrom=2026-13-01', 'dueBefore=soon', 'dutyKind=none', 'registeredTo=0000-01-01T00:00:00Z'],
      ...['q=', 'q=%20', 'q=%E3%80%81', 'q=%22%22', `q=${'a'.repeat(201)}`, 'q=%00', 'q=a&q=b'],
      ...[`phone=${'1'.repeat(201)}`, 'email=%00', 'reference=', 'sort=luck', 'sort=next-due&after=infinity'],
      `sort=next-due&after=infinity_${'0'.repeat(36)}`,
      'after=infinity_00000000-0000-4000-8000-000000000000',
    ].flatMap((query) => [
      `/complaints?${query}`,
      ...(/limit|after/.test(query) ? [] : FORMATS.map((format) => `/complaints.${format}?${query}`)),
    ]),
    ...FORMATS.flatMap((format) => [`/complaints.${format}?limit=1`, `/complaints.${format}?words=all`]),
    ...[...PAGES, 'limit=101', 'state=done'].map((query) => `/imports?${query}`),
    ...[...PAGES, 'limit=1001', 'outcome=lost'].map((query) => `/imports/${NOBODYS}/rows?${query}`),
    `/complaints?level=${'9'.repeat(65)}`,
    '/complaints?stage[]=closed',
    '/complaints?%ff=1',
  ],
  staffing: [
    'limit=0',
    'limit=201',
    ...['limit=NaN', 'limit=0x1', 'limit=1e1', 'limit='],
    'department=A%20B',
    'department=%00',
    `after=${'a'.repeat(101)}`,
    'all=true',
  ].map((query) => `/people?${query}`),
  improvement: [
    ...after('/actions'),
    ...[
      'limit=0',
      'limit=101',
      'limit=0x1',
      'limit=1e1',
      'owner=me',
      'stage=none',
      'overdue=perhaps',
      'complaintId=1',
      'admin=true',
    ].map((query) => `/actions?${query}`),
    ...after('/causes/complaints'),
    ...['', '?from=2026-11', '?from=2026-13&to=2026-14', '?from=2026-12&to=2026-11', '?from=1900-01&to=2199-12'].map(
      (query) => `/causes${query}`,
    ),
  ],
  analytics: [
    ...after('/figures/complaints'),
    ...[
      'stage=none',
      'open=perhaps',
      'dueIn=2026-13',
      'closedIn=2026-02-30',
      'verdict=guilty',
      'limit=0',
      'kpiPerson=me',
      'admin=true',
    ].map((query) => `/figures/complaints?${query}`),
    ...[
      '',
      '?from=2026-11-01',
      '?from=2026-11-31&to=2026-12-01',
      '?from=2026-12-01&to=2026-11-01',
      '?from=0001-01-01&to=9999-12-31',
    ].map((query) => `/figures/daily${query}`),
    ...['?by=person', '?by=stars&from=2026-11', '?by=person&from=2026-00', '?by=person&from=2026-11&period=age'].map(
      (query) => `/figures/kpi${query}`,
    ),
  ],
};

/** Headers that are none; an empty key is no key that somebody meant. */
export const BAD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...['', 'a b', 'a'.repeat(201), 'é', 'tab\there'].map((key) => ({ 'idempotency-key': key })),
  ...['abc', '-1', '1.5', '1e400', '*', 'W/"x"', '2147483648', '99999999999999999999'].map((revision) => ({
    'if-match': revision,
  })),
];

/** Tokens that are none. */
export const BAD_TOKENS = [
  'Bearer',
  'Bearer x',
  'Basic bWVpOmNoZW4=',
  'Bearer a.b.c',
  'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
  `Bearer ${'a'.repeat(10_000)}`,
];
