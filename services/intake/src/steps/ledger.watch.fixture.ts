import type { Budget, Calendar } from '@redress/policy';
import {
  BEGINS,
  BUDGETS,
  LONGEST,
  MINUTE_MS,
  OFFICES,
  PACK,
  type Act,
  type Fired,
  type Reading,
} from './ledger.model.fixture.ts';

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
export class Watch {
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

  read(): Reading {
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
