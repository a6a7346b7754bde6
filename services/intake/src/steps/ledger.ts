import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import {
  acceptBudget,
  dueOf,
  levelOf,
  rungsOf,
  type Because,
  type Calendars,
  type CaseState,
  type Clock,
  type DutyChange,
  type DutyKind,
  type Entry,
  type Instant,
  type Pack,
} from '@redress/policy';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository, type Duty, type Verdict } from './duty.repository.ts';

/** The rung of a duty whose stage decides what follows its due instant. */
export const PASSES = 'passes';
const PASSING: readonly DutyKind[] = ['accept', 'reopening'];

/** Keeps the ledger of clocks: opens duties with their due instant and its arithmetic, ends them with a verdict. */
@Injectable()
export class Ledger {
  constructor(
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  /** Applies a step's duty changes on the state after the step; answers the entries that tell of them. */
  async apply(tx: Tx, file: CaseFile, changes: readonly DutyChange[], at: Instant): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const change of changes) {
      if (change.does === 'open') entries.push(await this.start(tx, file, change.kind, change.from ?? at, at));
      else entries.push(...(await this.end(tx, file, change, at)));
    }
    return entries;
  }

  private async start(tx: Tx, file: CaseFile, kind: DutyKind, startedAt: Instant, now: Instant): Promise<Entry> {
    const pack = await this.packs.byHash(tx, file.packHash);
    const calendars = await this.packs.calendars(tx);
    const open = await this.duties.open(tx, file.id);
    const { clock, because } = clockOf({ kind, startedAt, now, pack, calendars, open, state: file.state });
    const due = dueOf(clock, calendars);
    if (due.dueAt === null) throw new RangeError(`a ${kind} clock without pauses always falls due`);
    const dutyId = `${kind}-${(await this.duties.countOfKind(tx, file.id, kind)) + 1}`;
    const duty: Duty = { dutyId, kind, clock, dueAt: due.dueAt, because: [...because, ...due.because], holderId: null };
    const rungs = PASSING.includes(kind)
      ? [{ rung: PASSES, firesAt: due.dueAt }]
      : rungsOf(clock, pack, calendars).map(({ rung, firesAt }) => ({ rung: rung.code, firesAt }));
    await this.duties.insert(tx, file.id, duty, rungs);
    return { code: 'duty-opened', facts: { dutyId, kind, dueAt: due.dueAt }, because: duty.because };
  }

  private async end(tx: Tx, file: CaseFile, change: DutyChange, at: Instant): Promise<Entry[]> {
    const duty = (await this.duties.open(tx, file.id)).find((one) => one.kind === change.kind);
    if (duty === undefined) return [];
    const verdict = verdictOf(change, duty.dueAt, at);
    const holder = duty.holderId ?? file.state.owner;
    await this.duties.end(tx, file.id, duty.dutyId, at, verdict, holder);
    const facts = { dutyId: duty.dutyId, kind: duty.kind, dueAt: duty.dueAt, verdict, holder };
    return [{ code: 'duty-closed', facts, because: [] }];
  }
}

function verdictOf(change: DutyChange, dueAt: Instant, at: Instant): Verdict {
  if (change.does === 'dropped') return 'dropped';
  if (change.does === 'passed') return change.kind === 'reopening' ? 'dropped' : 'late';
  return at <= dueAt ? 'in-time' : 'late';
}

interface ClockQuestion {
  readonly kind: DutyKind;
  readonly startedAt: Instant;
  readonly now: Instant;
  readonly pack: Pack;
  readonly calendars: Calendars;
  readonly open: readonly Duty[];
  readonly state: CaseState;
}

function clockOf(question: ClockQuestion): { clock: Clock; because: readonly Because[] } {
  const { kind, startedAt, pack, state } = question;
  const level = levelOf(pack, state.level);
  const clock = (budget: Clock['budget'], because: readonly Because[]) => ({
    clock: { kind, startedAt, budget, givenDate: null, pauses: [] },
    because,
  });
  const byLevel: Because = { rule: `clock.${kind}`, facts: { level: level.code, startedAt } };
  switch (kind) {
    case 'respond':
      return clock(state.fastLane ? pack.fastLane.firstContact : level.respond, [byLevel]);
    case 'solve':
      return clock(level.solve, [byLevel]);
    case 'reopening':
      return clock(pack.reopening, [{ rule: 'clock.reopening', facts: { startedAt } }]);
    case 'accept':
      return acceptClock(question, clock);
  }
}

function acceptClock(
  { now, pack, calendars, open, state }: ClockQuestion,
  clock: (budget: Clock['budget'], because: readonly Because[]) => { clock: Clock; because: readonly Because[] },
): { clock: Clock; because: readonly Because[] } {
  const dueOfKind = (kind: DutyKind) => open.find((duty) => duty.kind === kind)?.dueAt ?? null;
  const { budget, because } = acceptBudget(
    {
      level: state.level,
      fastLane: state.fastLane,
      now,
      respondDueAt: dueOfKind('respond'),
      solveDueAt: dueOfKind('solve'),
    },
    pack,
    calendars,
  );
  return clock(budget, because);
}
