import { dueOf, firingsOf, plusMs, type Budget, type Calendar, type Clock, type Instant } from '@redress/policy';
import {
  BUDGETS,
  instant,
  MINUTE_MS,
  minuteOf,
  OFFICES,
  PACK,
  type Act,
  type Fired,
  type Reading,
} from './ledger.model.fixture.ts';
import { changedClock, notBefore, verdictOf } from './ledger.rules.ts';

/** One duty under the product's rules, kept as the tables keep it. */
export class LedgerOfOne {
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
  read(): Reading {
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
