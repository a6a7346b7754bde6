import { describe, expect, it } from '@jest/globals';
import { complaintNumber, isComplaintNumber } from './complaint-number.ts';

describe('the number a customer quotes', () => {
  it('is known by its check digit', () => {
    const number = complaintNumber(2026, 1);
    expect(number).toMatch(/^R26-000001\d$/);
    expect(isComplaintNumber(number)).toBe(true);
  });

  it('shows two digits that changed places, and one that is wrong', () => {
    expect(isComplaintNumber(complaintNumber(2026, 123456).replace('23', '32'))).toBe(false);
    expect(isComplaintNumber(complaintNumber(2026, 7).replace('R26', 'R27'))).toBe(false);
  });

  it('goes on beyond a million a year', () => {
    expect(isComplaintNumber(complaintNumber(2026, 12_345_678))).toBe(true);
  });
});
