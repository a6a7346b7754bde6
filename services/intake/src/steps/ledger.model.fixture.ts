import { toInstant, type Budget, type Calendar, type Instant } from '@redress/policy';
import { anOffice, aPack } from '@redress/policy/builders';
import fc from 'fast-check';

export const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** Everything happens between here and there: both times at which the clocks of Berlin are put back or forward lie inside. */
export const BEGINS = Date.parse('2026-10-12T00:00:00.000Z');
export const LONGEST = 70 * DAY;
export const instant = (minute: number): Instant => toInstant(BEGINS + minute * MINUTE_MS);
export const minuteOf = (at: Instant): number => (Date.parse(at) - BEGINS) / MINUTE_MS;

export const OFFICES: readonly Calendar[] = [
  anOffice(),
  anOffice({ version: '2', closedDays: ['2026-10-14', '2026-10-15'], openedDays: { '2026-10-17': [[540, 720]] } }),
  anOffice({ version: '3', timeZone: 'Europe/Berlin', yearlyClosedDays: ['11-02'] }),
];
const working = (minutes: number): Budget => ({
  amount: minutes,
  unit: 'minutes',
  time: 'working',
  calendar: 'office',
});
const calendarTime = (minutes: number): Budget => ({
  amount: minutes,
  unit: 'minutes',
  time: 'calendar',
  calendar: null,
});
/** Divisible by four: every rung falls on a minute. */
export const BUDGETS = [working(240), working(2_400), calendarTime(60), calendarTime(4_320), calendarTime(14_400)];

export const PACK = aPack({
  ladder: [
    ['warning', 0.75],
    ['deadline', 1],
    ['backup', 1.25],
    ['head', 1.5],
    ['top', 2],
  ].map(([code, atFraction]) => ({ code, duties: ['solve'], atFraction, tells: [], owns: null })) as never,
});

/** What happens to the duty. */
export type Act =
  | { readonly does: 'pass'; readonly minutes: number }
  | { readonly does: 'pause'; readonly minutes: number }
  | { readonly does: 'resume' }
  | { readonly does: 'level'; readonly budget: number }
  | { readonly does: 'publish'; readonly office: number }
  | { readonly does: 'meet' };

export const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 4 * DAY }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('pause' as const), minutes: fc.integer({ min: 1, max: 3 * DAY }) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('resume' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('level' as const), budget: fc.nat(BUDGETS.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('publish' as const), office: fc.nat(OFFICES.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('meet' as const) }) },
);

/** A rung and the minute at which it has fired. */
export interface Fired {
  readonly rung: string;
  readonly at: number;
}

/** What is known of the duty in the end. */
export interface Reading {
  readonly verdict: string | null;
  readonly fired: readonly Fired[];
}
