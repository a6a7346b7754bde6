import { describe, expect, it } from '@jest/globals';
import { ENTRY_CODES } from '@redress/policy';
import { complaintEventType } from './complaint-event.ts';
import { EVENT_CONTRACTS } from './event-contracts.ts';

describe('the events of the product (IMP-6)', () => {
  it.each(EVENT_CONTRACTS.map((contract) => [contract.type, contract] as const))(
    '%s has an example that its schema takes',
    (_type, contract) => {
      expect(contract.data.safeParse(contract.example)).toMatchObject({ success: true });
    },
  );

  it('leave out nothing that can happen to a complaint', () => {
    const described = EVENT_CONTRACTS.map(({ type }) => type);
    expect(ENTRY_CODES.map(complaintEventType).filter((type) => !described.includes(type))).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(EVENT_CONTRACTS.map(({ type }) => type)).size).toBe(EVENT_CONTRACTS.length);
  });
});
