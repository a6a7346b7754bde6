/** How the text of a cell is read. */
export type CellKind = 'words' | 'short-words' | 'number' | 'flag' | 'instant';

/** Where the value of a cell goes: into the receipt, or, of a complaint that is history, how it ended. */
export interface RowField {
  readonly into: 'receipt' | 'complainant' | 'assessment' | 'matter' | 'history';
  readonly kind: CellKind;
}

const all = <const Name extends string>(names: readonly Name[], into: RowField['into'], kind: CellKind) =>
  Object.fromEntries(names.map((name) => [name, { into, kind }])) as Record<Name, RowField>;

/** The product's own column names: one row is one complaint with one matter (INT-10, INT-13). */
export const ROW_FIELDS = {
  ...all(['channel', 'language', 'departmentId', 'kind'], 'receipt', 'short-words'),
  ...all(['receivedAt'], 'receipt', 'instant'),
  ...all(['description', 'wish'], 'receipt', 'words'),
  ...all(['drill'], 'receipt', 'flag'),
  ...all(['name', 'sex', 'address', 'relation', 'identity', 'contactPerson'], 'complainant', 'short-words'),
  ...all(['mobile', 'phone', 'email', 'account', 'insuredOrOwner'], 'complainant', 'short-words'),
  ...all(['important'], 'complainant', 'flag'),
  ...all(['severity', 'urgency', 'prevalence', 'grade'], 'assessment', 'number'),
  ...all(
    ['danger', 'propertyLoss', 'media', 'network', 'legalDispute', 'coreInterest', 'staffSafety'],
    'assessment',
    'flag',
  ),
  ...all(['threatensToGoOutside', 'hasBeenOutside', 'hasComplainedToMedia'], 'assessment', 'flag'),
  ...all(
    ['category', 'reason', 'product', 'reference', 'place', 'departmentComplainedOf', 'personComplainedOf'],
    'matter',
    'short-words',
  ),
  ...all(['happenedAt'], 'matter', 'instant'),
  ...all(['lossClaimed', 'amountInDispute'], 'matter', 'number'),
  ...all(['closing', 'level'], 'history', 'short-words'),
  ...all(['closedAt'], 'history', 'instant'),
};

export type RowFieldName = keyof typeof ROW_FIELDS;

export const ROW_FIELD_NAMES = Object.keys(ROW_FIELDS) as RowFieldName[];
