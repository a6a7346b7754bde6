import { describe, expect, it } from '@jest/globals';
import { COMPLAINT_TOPIC, EVENT_CONTRACTS } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import { complaintFactOf, complaintSchemaOf } from './complaint.fact.ts';
import { dutyClosed, dutyOpened, isOfRecord, registered, rungFired, closed } from './detail.schemas.ts';

const ID = '7c9e6679-7425-40de-944b-e07fc1f90ae1';
const contracts = EVENT_CONTRACTS.filter(({ topic }) => topic === COMPLAINT_TOPIC);
const detailOf = (code: string): unknown => {
  const contract = contracts.find(({ type }) => type === `redress.complaint.${code}.v1`);
  return (contract?.example as { detail: unknown }).detail;
};

function eventOf(type: string, data: unknown, change: Partial<CloudEvent> = {}): CloudEvent {
  const envelope = {
    specversion: '1.0',
    id: 'e',
    source: '/redress/spec',
    datacontenttype: 'application/json',
  } as const;
  return {
    ...envelope,
    type,
    subject: ID,
    time: '2026-11-23T08:00:00.000Z',
    sequence: 3,
    access: 'open',
    data,
    ...change,
  };
}

describe('a fact about a complaint', () => {
  it.each(contracts.map(({ type, example }) => [type, example] as const))('is read from %s', (type, example) => {
    expect(complaintSchemaOf(type)?.safeParse(example).success).toBe(true);
    const fact = complaintFactOf(eventOf(type, example, { drill: true }));
    expect(fact).toMatchObject({ complaintId: ID, sequence: 3, drill: true, standing: { number: 'R26-0000018' } });
    expect(type).toBe(`redress.complaint.${fact.code}.v1`);
  });

  it('is followed when a newer intake sends what this build does not know', () => {
    const [known] = contracts;
    const data = { standing: { ...(known?.example as { standing: object }).standing, more: 1 }, detail: { new: true } };
    expect(complaintSchemaOf('redress.complaint.praised.v1')?.safeParse(data).success).toBe(true);
    expect(complaintFactOf(eventOf('redress.complaint.praised.v1', data)).code).toBe('praised');
  });

  it('is no business of the figures when it is about something else', () => {
    expect(complaintSchemaOf('redress.person.changed.v1')).toBeUndefined();
  });

  it('has in its contract what the figures take from it', () => {
    const schemas = {
      registered,
      closed,
      'duty-opened': dutyOpened,
      'duty-closed': dutyClosed,
      warned: rungFired,
      escalated: rungFired,
    };
    Object.entries(schemas).forEach(([code, schema]) =>
      expect([code, schema.safeParse(detailOf(code)).success]).toEqual([code, true]),
    );
    expect(registered.parse({ channel: 'web', categories: 'delivery,price,delivery' }).categories).toEqual([
      'delivery',
      'price',
    ]);
  });
});

describe('a rung', () => {
  it.each([
    ['misconduct-1', true],
    ['solve-1', false],
  ])('of %s is one of a record of misconduct, which no figure counts: %s (INT-15)', (dutyId, expected) => {
    expect(isOfRecord({ dutyId })).toBe(expected);
  });
});
