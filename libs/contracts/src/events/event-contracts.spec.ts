import { describe, expect, it } from '@jest/globals';
import { EVENT_CONTRACTS } from './event-contracts.ts';

describe('the events of the product (IMP-6)', () => {
  it.each(EVENT_CONTRACTS.map((contract) => [contract.type, contract] as const))(
    '%s has an example that its schema takes',
    (_type, contract) => {
      expect(contract.data.safeParse(contract.example)).toMatchObject({ success: true });
    },
  );

  it('have names of their own', () => {
    expect(new Set(EVENT_CONTRACTS.map(({ type }) => type)).size).toBe(EVENT_CONTRACTS.length);
  });
});
