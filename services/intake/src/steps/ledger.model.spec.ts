import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  firingsOf,
  dueOf,
  plusMs,
  toInstant,
  type Budget,
  type Calendar,
  type Clock,
  type Instant,
} from '@redress/policy';
import { anOffice, aPack } from '@redress/policy/builders';
import fc from 'fast-check';
import { changedClock, notBefore, verdictOf } from './ledger.rules.ts';

const SEQUENCES = Number(process.env['REDRESS_MODEL_SEQUENCES'] ?? 2_000);
const SEED = Number(process.env['REDRESS_MODEL_SEED'] ?? randomInt(2 ** 31));
const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** Everything happens between here and there: both times at which the clocks of Berlin are put back or forward lie inside. */
const BEGINS = Date.parse('2026-10-12T00:00:00.000Z');
const LONGEST = 70 * DAY;
const instant = (minute: number): Instant => toInstant(BEGINS + minute * MINUTE_MS);
const minuteOf = (at: Instant): number => (Date.parse(at) - BEGINS) / MINUTE_MS;

const OFFICES: readonly Calendar[] = [
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
const BUDGETS = [working(240), working(2_400), calendarTime(60), calendarTime(4_320), calendarTime(14_400)];

const PACK = aPack({
  ladder: [
    ['warning', 0.75],
    ['deadline', 1],
    ['backup', 1.25],
    ['head', 1.5],
    ['top', 2],
  ].map(([code, atFraction]) => ({ code, duties: ['solve'], atFraction, tells: [], owns: null })) as never,
});

type Act =
  | { readonly does: 'pass'; readonly minutes: number }
  | { readonly does: 'pause'; readonly minutes: number }
  | { readonly does: 'resume' }
  | { readonly does: 'level'; readonly budget: number }
  | { readonly does: 'publish'; readonly office: number }
  | { readonly does: 'meet' };

const anAct: fc.Arbitrary<Act> = fc.oneof(
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

interface Fired {
  readonly rung: string;
  readonly at: number;
}

/** One duty under the product's rules, kept as the tables keep it. */
class Ledger {
  readonly fired: Fired[] = [];
  private now = 0;
  private calendars = { office: OFFICES[0] as Calendar };
  private clock: Clock = {
    kind: 'solve',
    startedAt: instant(0),
    budget: BUDGETS[1] as Budget,
    givenDate: null,
    pauses: [],
  };
  private waiting = new Map<string, Instant>();
  private verdict: string | null = null;

  constructor() {
    this.reckon(this.clock);
  }

  take(act: Act): void {
    if (act.does === 'pass') return this.passTo(this.now + act.minutes);
    if (this.verdict !== null) return;
    if (act.does === 'meet') return this.meet();
    this.reckon(this.after(act));
    this.passTo(this.now);
  }

  /** As it would be read back by a process that begins again. */
  read(): { verdict: string | null; fired: readonly Fired[] } {
    return JSON.parse(JSON.stringify({ verdict: this.verdict, fired: this.fired }));
  }

  private after(act: Exclude<Act, { does: 'pass' | 'meet' }>): Clock {
    const at = instant(this.now);
    switch (act.does) {
      case 'pause':
        return changedClock(
          this.clock,
          { kind: 'solve', does: 'pause', until: plusMs(at, act.minutes * MINUTE_MS) },
          at,
        ).clock;
      case 'resume':
        return changedClock(this.clock, { kind: 'solve', does: 'resume' }, at).clock;
      case 'level':
        return { ...this.clock, budget: BUDGETS[act.budget] as Budget };
      case 'publish':
        this.calendars = { office: OFFICES[act.office] as Calendar };
        return this.clock;
    }
  }

  private reckon(clock: Clock): void {
    this.clock = clock;
    const firings = notBefore(instant(this.now), firingsOf(clock, PACK, this.calendars));
    const done = new Set(this.fired.map(({ rung }) => rung));
    this.waiting = new Map(firings.filter(({ rung }) => !done.has(rung)).map(({ rung, firesAt }) => [rung, firesAt]));
  }

  private passTo(minute: number): void {
    for (let next = this.next(); next !== null && next[1] <= instant(minute); next = this.next()) {
      this.waiting.delete(next[0]);
      this.fired.push({ rung: next[0], at: minuteOf(next[1]) });
    }
    this.now = minute;
  }

  private next(): [string, Instant] | null {
    if (this.verdict !== null) return null;
    const [first] = [...this.waiting].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
    return first ?? null;
  }

  private meet(): void {
    const dueAt = dueOf(this.clock, this.calendars).dueAt as Instant;
    this.verdict = verdictOf('met', { kind: 'solve', dueAt } as never, instant(this.now));
  }
}

/** Whether each office is open in each minute, looked up once. */
const OPEN = OFFICES.map(openMinutes);

function openMinutes({ timeZone, week, closedDays, yearlyClosedDays, openedDays }: Calendar): Uint8Array {
  const local = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit' },
    ...{ day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return Uint8Array.from({ length: LONGEST * 2 }, (_, minute) => {
    const part = Object.fromEntries(
      local.formatToParts(BEGINS + minute * MINUTE_MS).map(({ type, value }) => [type, value]),
    );
    const date = `${part['year']}-${part['month']}-${part['day']}`;
    const isClosed = closedDays.includes(date) || yearlyClosedDays.includes(date.slice(5));
    const ofWeek = week[String(part['weekday']).toLowerCase() as 'mon'] ?? [];
    const slots = openedDays[date] ?? (isClosed ? [] : ofWeek);
    const minuteOfDay = Number(part['hour']) * 60 + Number(part['minute']);
    return slots.some(([from, to]) => minuteOfDay >= from && minuteOfDay < to) ? 1 : 0;
  });
}

/** The same duty as somebody would count it with a watch, minute by minute, who starts anew whenever anything changes. */
class Watch {
  readonly fired: Fired[] = [];
  private now = 0;
  private office = 0;
  private budget = BUDGETS[1] as Budget;
  private readonly paused = new Uint8Array(LONGEST * 2);
  private verdict: string | null = null;

  take(act: Act): void {
    if (act.does === 'pass') return this.passTo(this.now + act.minutes);
    if (this.verdict !== null) return;
    if (act.does === 'meet') {
      const [due] = this.minutesAt([1]);
      this.verdict = due === undefined || this.now <= due ? 'in-time' : 'late';
      return;
    }
    if (act.does === 'pause') this.paused.fill(1, this.now, this.now + act.minutes);
    if (act.does === 'resume') this.paused.fill(0, this.now);
    if (act.does === 'level') this.budget = BUDGETS[act.budget] as Budget;
    if (act.does === 'publish') this.office = act.office;
    this.passTo(this.now);
  }

  read(): { verdict: string | null; fired: readonly Fired[] } {
    return { verdict: this.verdict, fired: this.fired };
  }

  private passTo(minute: number): void {
    const open = PACK.ladder.filter(
      ({ code }) => this.verdict === null && !this.fired.some(({ rung }) => rung === code),
    );
    const minutes = this.minutesAt(open.map(({ atFraction }) => atFraction));
    for (const [index, { code }] of open.entries()) {
      const at = minutes[index];
      if (at !== undefined && at <= minute) this.fired.push({ rung: code, at: Math.max(at, this.now) });
    }
    this.now = minute;
  }

  /** For each fraction, which rise, the first minute by which so much has been counted. */
  private minutesAt(fractions: readonly number[]): number[] {
    const wanted = fractions.map((fraction) => fraction * this.budget.amount);
    const open = this.budget.time === 'working' ? (OPEN[this.office] as Uint8Array) : null;
    const found: number[] = [];
    let counted = 0;
    for (let minute = 0; minute < LONGEST * 2 && found.length < wanted.length; minute += 1) {
      while (counted >= Number(wanted[found.length])) found.push(minute);
      if (this.paused[minute] === 0 && (open === null || open[minute] === 1)) counted += 1;
    }
    return found;
  }
}

describe('the ledger against a watch', () => {
  it(`fires every rung once, at its minute and in order, whatever happens on the way (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 1, maxLength: 16 }), (acts) => {
        const [ledger, watch] = [new Ledger(), new Watch()];
        for (const act of [...acts, { does: 'pass', minutes: LONGEST / 2 } as const]) {
          ledger.take(act);
          watch.take(act);
          expect(ledger.read()).toEqual(watch.read());
        }
        const instants = ledger.fired.map(({ at }) => at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        if (ledger.read().verdict === null) expect(ledger.fired).toHaveLength(PACK.ladder.length);
      }),
      { numRuns: SEQUENCES, seed: SEED },
    );
  });
});
