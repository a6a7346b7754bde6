import { z } from 'zod';
import type { EventContract } from '../events/complaint-event.ts';
import { EVENT_CONTRACTS } from '../events/event-contracts.ts';

/** A file of the published description of the events, relative to `libs/contracts/published`. */
export interface EventDocument {
  readonly path: string;
  readonly content: string;
}

/** Everything that an outside consumer needs (IMP-6): one JSON Schema an event, and an AsyncAPI document of the topics. */
export function eventDocuments(contracts: readonly EventContract[] = EVENT_CONTRACTS): EventDocument[] {
  const schemas = contracts.map((contract) => ({
    path: schemaPathOf(contract),
    content: json({ $id: contract.type, title: contract.type, ...schemaOf(contract.data) }),
  }));
  return [...schemas, { path: 'asyncapi.json', content: json(asyncApiOf(contracts)) }];
}

function schemaPathOf({ type }: EventContract): string {
  return `schemas/${type}.json`;
}

/** JSON Schema 2020-12 of what a consumer reads; inside v1 fields may be added, so unknown ones are to be let pass. */
function schemaOf(data: z.ZodType): object {
  return z.toJSONSchema(data, { io: 'output', override: ({ jsonSchema }) => delete jsonSchema.additionalProperties });
}

/** AsyncAPI 3.0: a channel a topic, a message an event, each with its example in its CloudEvents envelope. */
function asyncApiOf(contracts: readonly EventContract[]): object {
  const topics = [...new Set(contracts.map(({ topic }) => topic))].sort();
  return {
    asyncapi: '3.0.0',
    info: { title: 'Redress events', version: '1', description: DESCRIPTION },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic, channelOf(topic, contracts)])),
    operations: Object.fromEntries(
      topics.map((topic) => [`${topic}.published`, { action: 'send', channel: { $ref: `#/channels/${topic}` } }]),
    ),
    components: { schemas: { envelope: ENVELOPE } },
  };
}

function channelOf(topic: string, contracts: readonly EventContract[]): object {
  const messages = contracts
    .filter((contract) => contract.topic === topic)
    .map((contract) => [contract.type, messageOf(contract)]);
  return {
    address: `{installation}.${topic}`,
    parameters: { installation: {} },
    messages: Object.fromEntries(messages),
  };
}

function messageOf(contract: EventContract): object {
  return {
    name: contract.type,
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        { properties: { type: { const: contract.type }, data: { $ref: `./${schemaPathOf(contract)}` } } },
      ],
    },
    examples: [{ payload: envelopeOf(contract) }],
  };
}

function envelopeOf({ type, example }: EventContract): object {
  return {
    ...{ specversion: '1.0', id: '6f1c2f9a-3c52-5b8f-9f1e-6f0c7f9d7a11', source: '/redress/intake', type },
    ...{ subject: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f', time: '2026-11-23T08:00:00.000Z' },
    ...{ datacontenttype: 'application/json', sequence: 1, access: 'open', data: example },
  };
}

const text = { type: 'string' };
const ENVELOPE = {
  type: 'object',
  description: 'CloudEvents 1.0 with the extensions sequence, access, matterid and drill',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'sequence', 'access', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { ...text, description: 'take each id once' },
    source: text,
    type: text,
    subject: { ...text, description: 'id of the thing it happened to; the key of the record' },
    time: { ...text, format: 'date-time', description: 'domain instant' },
    datacontenttype: { const: 'application/json' },
    sequence: { type: 'integer', minimum: 1, description: 'per subject and producing service, without a gap from 1' },
    access: { enum: ['open', 'restricted'] },
    matterid: { ...text, format: 'uuid' },
    drill: { type: 'boolean', description: 'a drill: counts in no figure' },
    data: { type: 'object' },
  },
};

const DESCRIPTION =
  'Facts about complaints and what belongs to them: ids, codes, instants and figures, never what a person said. ' +
  'Key = subject. Start from the first event; let unknown fields and types pass; take each event id once.';

function json(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
