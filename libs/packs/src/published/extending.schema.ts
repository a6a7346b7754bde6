/** As much of JSON Schema as the documents need. */
export interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  definitions?: Record<string, JsonSchema>;
}

const YES = { const: true };
const REMOVAL: JsonSchema = {
  type: 'object',
  description: 'Leaves out what the extended pack says here',
  properties: { remove: YES },
  required: ['remove'],
  additionalProperties: false,
};
const PLACE: Record<string, JsonSchema> = {
  remove: { ...YES, description: 'Leaves out the entry of this code' },
  before: { type: 'string', description: 'Code of the entry before which this one stands' },
};

/** The schema of a document that says only what differs: nothing is asked for but `asked`, and all may be removed. */
export function extendingOf(schema: JsonSchema, asked: readonly string[] = []): JsonSchema {
  const { properties, required, items, ...rest } = schema;
  if (items !== undefined) return { ...rest, items: entryOf(items) };
  if (properties === undefined) return schema;
  const mayGo = (field: string) => !required?.includes(field) && !asked.includes(field) && field !== 'extends';
  const parts = Object.entries(properties).map(([field, its]) => [field, fieldOf(its, mayGo(field))]);
  return { ...rest, properties: Object.fromEntries(parts), ...(asked.length > 0 ? { required: [...asked] } : {}) };
}

function fieldOf(schema: JsonSchema, mayGo: boolean): JsonSchema {
  const changed = extendingOf(schema);
  const ways = [changed, ...(schema.items === undefined ? [] : listWays(changed)), ...(mayGo ? [REMOVAL] : [])];
  if (ways.length === 1) return changed;
  const { description, ...bare } = changed;
  return { ...(description === undefined ? {} : { description }), anyOf: [bare, ...ways.slice(1)] };
}

function listWays({ description: _description, ...list }: JsonSchema): JsonSchema[] {
  return (['add', 'replace'] as const).map((how) => ({
    type: 'object',
    properties: { [how]: list },
    required: [how],
    additionalProperties: false,
  }));
}

/** An entry with a code changes the one of that code; one without is said as a whole. */
function entryOf(items: JsonSchema): JsonSchema {
  if (items.properties?.['code'] === undefined) return items;
  const entry = extendingOf(items, ['code']);
  return { ...entry, properties: { ...entry.properties, ...PLACE } };
}
