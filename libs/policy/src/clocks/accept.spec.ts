import { describe, expect, it } from '@jest/globals';
import { anOffice } from '../calendar/calendar.builder.ts';
import { plusMs } from '../instant.ts';
import { aPack, hours, minutes } from '../pack/pack.builder.ts';
import type { AcceptFacts } from './accept.ts';
import { acceptBudget } from './accept.ts';

const now = '2026-03-06T08:00:00.000Z';
const inMinutes = (amount: number) => plusMs(now, amount * 60_000);
const accept = (other: Partial<AcceptFacts>) =>
  acceptBudget({ level: '3', fastLane: false, now, respondDueAt: null, solveDueAt: null, ...other }, aPack(), {
    office: anOffice(),
  });

describe('the time to accept', () => {
  it('is 30 minutes at level 1 and 2, two hours at 3 and 4, ten minutes on the fast lane', () => {
    expect(accept({ level: '1' }).dueAt).toBe(inMinutes(30));
    expect(accept({ level: '4' }).dueAt).toBe(inMinutes(120));
    expect(accept({ level: '4', fastLane: true }).dueAt).toBe(inMinutes(10));
  });

  it('says by which rule, and how long it would have been', () => {
    const byLevel = { rule: 'accept.level', facts: { amount: 2, unit: 'hours' } };
    expect(accept({}).because).toEqual([byLevel]);
    expect(accept({ fastLane: true }).because).toEqual([
      { rule: 'accept.fast-lane', facts: { amount: 10, unit: 'minutes' } },
    ]);
    expect(accept({ respondDueAt: inMinutes(90) }).because).toEqual([
      byLevel,
      { rule: 'accept.half-of-what-remains', facts: { usuallyDueAt: inMinutes(120), dueAt: inMinutes(45) } },
    ]);
  });

  it('is the usual while half of what remains is no less', () => {
    for (const remains of [240, 2400]) {
      expect(accept({ respondDueAt: inMinutes(remains) })).toMatchObject({
        ...{ dueAt: inMinutes(120), budget: hours(2), because: [{ rule: 'accept.level' }] },
      });
    }
  });

  it('is not later than half of what remains of respond', () => {
    const cut = accept({ respondDueAt: inMinutes(90), solveDueAt: inMinutes(3000) });
    expect(cut.dueAt).toBe(inMinutes(45));
    expect(cut.budget).toEqual(minutes(45));
  });

  it('looks at solve once respond is met or has passed', () => {
    expect(accept({ respondDueAt: null, solveDueAt: inMinutes(100) }).dueAt).toBe(inMinutes(50));
    expect(accept({ respondDueAt: now, solveDueAt: inMinutes(100) }).dueAt).toBe(inMinutes(50));
    expect(accept({ respondDueAt: inMinutes(-1), solveDueAt: inMinutes(100) }).dueAt).toBe(inMinutes(50));
  });

  it('is never under ten minutes, however little remains', () => {
    expect(accept({ respondDueAt: inMinutes(5) }).dueAt).toBe(inMinutes(10));
    expect(accept({ respondDueAt: inMinutes(-90), solveDueAt: inMinutes(-5) }).dueAt).toBe(inMinutes(10));
  });

  it('is uncut where no clock runs', () => {
    expect(accept({ respondDueAt: inMinutes(-5), solveDueAt: null }).dueAt).toBe(inMinutes(120));
  });
});
