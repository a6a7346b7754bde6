import { z } from 'zod';
import { calendarDocument } from '../calendar.schema.ts';
import { packDocument } from '../pack.schema.ts';
import { extendingOf, type JsonSchema } from './extending.schema.ts';
import { PACK_FIELDS } from './pack.descriptions.ts';

/** A file of the published schemas, relative to `libs/packs/published`. */
export interface SchemaDocument {
  readonly path: string;
  readonly content: string;
}

/** JSON Schemas by which an editor completes and checks packs and calendars. Draft 7, which editors know best. */
export function schemaDocuments(): SchemaDocument[] {
  return [
    { path: 'pack.schema.json', content: json(packSchema()) },
    { path: 'calendar.schema.json', content: json({ title: 'Working calendar', ...schemaOf(calendarDocument) }) },
  ];
}

/** A whole pack, or one that extends another: then only what differs is asked for. */
function packSchema(): JsonSchema {
  const { definitions = {}, $schema, ...whole } = schemaOf(packDocument);
  const described = withDescriptions(whole);
  return {
    $schema,
    title: 'Policy pack',
    type: 'object',
    if: { required: ['extends'] },
    then: { $ref: '#/definitions/extending' },
    else: { $ref: '#/definitions/whole' },
    definitions: { ...definitions, whole: described, extending: extendingOf(described, ['pack', 'version', 'title']) },
  };
}

function withDescriptions(schema: JsonSchema): JsonSchema {
  const described = Object.entries(schema.properties ?? {}).map(([field, its]) => {
    const description = PACK_FIELDS[field];
    return [field, description === undefined ? its : { description, ...its }];
  });
  return { ...schema, properties: Object.fromEntries(described) };
}

/** What a person writes: before lengths of time and places are understood, and without what is filled in. */
function schemaOf(document: z.ZodType): JsonSchema {
  return z.toJSONSchema(document, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => delete jsonSchema.id,
  }) as JsonSchema;
}

function json(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
