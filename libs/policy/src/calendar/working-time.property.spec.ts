import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clock, Pause } from '../clocks/clock.ts';
import { unpausedBetween } from '../clocks/counted-time.ts';
import { dueAt, dueOf } from '../clocks/due.ts';
import { instantAtFraction } from '../clocks/fraction.ts';
import { plusMs, toInstant } from '../instant.ts';
import { hours, minutes, workingDays, workingHours } from '../pack/pack.builder.ts';
import type { Budget } from '../pack/pack.ts';
import { anOffice, roundTheClock } from './calendar.builder.ts';
import { addWorkingTime, closeOfDay, closeOfWorkingDays, workingTimeBetween } from './working-time.ts';

const HOUR = 3_600_000;
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'America/New_York',
];

const aStart = fc
  .integer({ min: Date.parse('2010-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
  .map(toInstant);
const aCalendar = fc
  .record({ timeZone: fc.constantFrom(...ZONES), always: fc.boolean() })
  .map(({ timeZone, always }) =>
    always ? { ...roundTheClock(timeZone), code: 'office' } : anOffice({ timeZone, yearlyClosedDays: ['01-01'] }),
  );
const aLength = fc.integer({ min: 0, max: 60 * 24 * HOUR });
const aBudget: fc.Arbitrary<Budget> = fc.oneof(
  fc.integer({ min: 10, max: 5000 }).map(minutes),
  fc.integer({ min: 1, max: 200 }).map(hours),
  fc.integer({ min: 1, max: 200 }).map((amount) => workingHours(amount, 'office')),
  fc.integer({ min: 1, max: 30 }).map((amount) => workingDays(amount, 'office')),
  fc.integer({ min: 1, max: 30 }).map((amount) => ({ ...workingDays(amount, 'office'), toClose: true as const })),
);

function pausesFrom(start: string, gaps: readonly (readonly [number, number])[]): Pause[] {
  return gaps.map(([after, length]) => ({ from: plusMs(start, after), to: plusMs(start, after + length) }));
}

const someGaps = fc.array(fc.tuple(aLength, fc.integer({ min: 0, max: 5 * 24 * HOUR })), { maxLength: 4 });

describe('every deadline', () => {
  it('is never before its start', () => {
    fc.assert(
      fc.property(aStart, aBudget, aCalendar, someGaps, (start, budget, office, gaps) => {
        const due = dueAt(start, budget, { office }, pausesFrom(start, gaps)).dueAt;
        return due !== null && due >= start;
      }),
    );
  });

  it('does not come earlier for a longer budget', () => {
    fc.assert(
      fc.property(aStart, aLength, aLength, aCalendar, (start, ms, more, office) => {
        return addWorkingTime(start, ms + more, office) >= addWorkingTime(start, ms, office);
      }),
    );
    fc.assert(
      fc.property(aStart, aBudget, aCalendar, someGaps, (start, budget, office, gaps) => {
        const pauses = pausesFrom(start, gaps);
        const longer = { ...budget, amount: budget.amount + 1 };
        const [a, b] = [budget, longer].map((one) => dueAt(start, one, { office }, pauses).dueAt ?? '');
        return String(a) <= String(b);
      }),
    );
  });

  it('does not come earlier for a pause', () => {
    fc.assert(
      fc.property(aStart, aBudget, aCalendar, someGaps, someGaps, (start, budget, office, gaps, more) => {
        const few = dueAt(start, budget, { office }, pausesFrom(start, gaps)).dueAt ?? '';
        const many = dueAt(start, budget, { office }, pausesFrom(start, [...gaps, ...more])).dueAt ?? '';
        return few <= many;
      }),
    );
  });

  it('leaves exactly the budget running time before it, whatever pauses', () => {
    fc.assert(
      fc.property(aStart, fc.integer({ min: 1, max: 200 }), aCalendar, someGaps, (start, amount, office, gaps) => {
        const budget = workingHours(amount, 'office');
        const pauses = pausesFrom(start, gaps);
        const due = dueAt(start, budget, { office }, pauses).dueAt ?? '';
        return unpausedBetween(start, due, budget, pauses, { office }) === amount * HOUR;
      }),
    );
  });

  it('comes at the same instant when its budget is split', () => {
    fc.assert(
      fc.property(aStart, aLength, aLength, aCalendar, (start, first, second, office) => {
        const inTwo = addWorkingTime(addWorkingTime(start, first, office), second, office);
        return inTwo === addWorkingTime(start, first + second, office);
      }),
    );
  });

  it('is on the same working day when its working days are split', () => {
    const some = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(aStart, some, some, fc.constantFrom(...ZONES), (start, first, second, timeZone) => {
        const office = anOffice({ timeZone, yearlyClosedDays: ['01-01'] });
        const inTwo = closeOfWorkingDays(closeOfWorkingDays(start, first, office), second, office);
        return inTwo === closeOfWorkingDays(start, first + second, office);
      }),
    );
  });

  it('to the close comes when the office closes, whatever pauses', () => {
    const some = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(aStart, some, someGaps, fc.constantFrom(...ZONES), (start, amount, gaps, timeZone) => {
        const office = anOffice({ timeZone, yearlyClosedDays: ['01-01'] });
        const budget = { ...workingDays(amount, 'office'), toClose: true as const };
        const due = dueAt(start, budget, { office }, pausesFrom(start, gaps)).dueAt ?? '';
        return closeOfDay(due, office) === due && workingTimeBetween(due, plusMs(due, HOUR), office) === 0;
      }),
    );
  });

  it('loses nothing over summer-time changes', () => {
    fc.assert(
      fc.property(aStart, aLength, aCalendar, (start, ms, office) => {
        return workingTimeBetween(start, addWorkingTime(start, ms, office), office) === ms;
      }),
    );
    fc.assert(
      fc.property(aStart, aLength, fc.constantFrom(...ZONES), (start, ms, zone) => {
        return addWorkingTime(start, ms, roundTheClock(zone)) === plusMs(start, ms);
      }),
    );
  });

  it('is met again from the end when time is taken back', () => {
    fc.assert(
      fc.property(aStart, fc.integer({ min: 1, max: 60 * 24 * HOUR }), aCalendar, (start, ms, office) => {
        const back = addWorkingTime(start, -ms, office);
        return workingTimeBetween(back, start, office) === ms;
      }),
    );
  });

  it('has its rungs in order, and the whole of the clock is its due instant', () => {
    const fractions = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];
    fc.assert(
      fc.property(aStart, aBudget, aCalendar, someGaps, (startedAt, budget, office, gaps) => {
        const pauses = pausesFrom(startedAt, gaps);
        const clock: Clock = { kind: 'solve', startedAt, budget, givenDate: null, pauses };
        const rungs = fractions.map((fraction) => instantAtFraction(clock, fraction, { office }) ?? '');
        const ordered = rungs.every((at, index) => index === 0 || (rungs[index - 1] ?? '') <= at);
        return ordered && rungs[3] === dueOf(clock, { office }).dueAt;
      }),
    );
  });
});
