import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Calendars, Clock, DutyChange, Entry, Instant, OneDutyChange, Pack } from '@redress/policy';
import { budgetOf, dueOf, firingsOf, levelOf } from '@redress/policy';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository, type Duty } from './duty.repository.ts';
import { changedClock, isQuiet, recomputable, verdictOf } from './ledger.rules.ts';

type Open = Extract<OneDutyChange, { does: 'open' }>;

/** One application of duty changes: what they are reckoned with. */
interface Reckoning {
  readonly tx: Tx;
  readonly file: CaseFile;
  readonly at: Instant;
  readonly pack: Pack;
  readonly calendars: Calendars;
}

/** Keeps the ledger of clocks: opens duties with their due instant and its arithmetic, changes them, ends them with a verdict. */
@Injectable()
export class Ledger {
  constructor(
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  /** Applies a step's duty changes on the state after the step; answers the entries that tell of them. */
  async apply(tx: Tx, file: CaseFile, changes: readonly DutyChange[], at: Instant): Promise<Entry[]> {
    if (changes.length === 0) return [];
    const pack = await this.packs.byHash(tx, file.packHash);
    const calendars = await this.packs.calendars(tx);
    const reckoning = { tx, file, at, pack, calendars };
    const entries: Entry[] = [];
    for (const change of changes) entries.push(...(await this.applyOne(reckoning, change)));
    return entries;
  }

  private async applyOne(reckoning: Reckoning, change: DutyChange): Promise<Entry[]> {
    const { tx, file } = reckoning;
    if (change.does === 'open') return this.start(reckoning, change);
    const open = await this.duties.open(tx, file.id);
    const meant = open.filter((duty) => isMeant(change, duty));
    const entries: Entry[] = [];
    for (const duty of meant) entries.push(...(await this.follow(reckoning, change, duty)));
    return entries;
  }

  private follow(reckoning: Reckoning, change: Exclude<DutyChange, { does: 'open' }>, duty: Duty): Promise<Entry[]> {
    switch (change.does) {
      case 'met':
      case 'dropped':
      case 'passed':
        return this.end(reckoning, change.does, duty);
      case 'restart':
        return this.restart(reckoning, duty, change.from ?? reckoning.at);
      case 'recompute':
        if (duty.kind === 'date' && !this.givesDate(reckoning)) return this.end(reckoning, 'dropped', duty);
        return recomputable(duty.kind) ? this.change(reckoning, duty, this.anew(reckoning, duty)) : Promise.resolve([]);
      default:
        return this.change(reckoning, duty, changedClock(duty.clock, change, reckoning.at));
    }
  }

  private async start(reckoning: Reckoning, change: Open): Promise<Entry[]> {
    const { tx, file, at, pack, calendars } = reckoning;
    const { kind, ref, holder = null } = change;
    const startedAt = change.from === 'received' ? file.receivedAt : at;
    const chosen = await this.budget(reckoning, kind, startedAt);
    const clock: Clock = { kind, startedAt, budget: chosen.budget, givenDate: change.dueAt ?? null, pauses: [] };
    const due = dueOf(clock, calendars);
    if (due.dueAt === null) throw new RangeError(`a ${kind} clock without pauses always falls due`);
    const dutyId = `${kind}-${ref ?? (await this.duties.countOfKind(tx, file.id, kind)) + 1}`;
    const duty: Duty = {
      ...{ dutyId, kind, ref: ref ?? null, waitsFor: holder, clock, holderId: null },
      dueAt: due.dueAt,
      because: [...chosen.because, ...due.because],
    };
    await this.duties.insert(tx, file.id, duty, firingsOf(clock, pack, calendars));
    if (isQuiet(kind)) return [];
    const facts = { dutyId, kind, dueAt: due.dueAt, departmentId: departmentOf(duty) };
    return [{ code: 'duty-opened', facts, because: duty.because }];
  }

  private async end({ tx, file, at }: Reckoning, how: 'met' | 'dropped' | 'passed', duty: Duty): Promise<Entry[]> {
    const verdict = verdictOf(how, duty, at);
    const holder = duty.holderId ?? file.state.owner;
    await this.duties.end(tx, file.id, duty.dutyId, at, verdict, holder);
    if (isQuiet(duty.kind)) return [];
    const { dutyId, kind, dueAt } = duty;
    const facts = { dutyId, kind, dueAt, verdict, holder, departmentId: departmentOf(duty) };
    return [{ code: 'duty-closed', facts, because: [] }];
  }

  private async restart(reckoning: Reckoning, duty: Duty, startedAt: Instant): Promise<Entry[]> {
    const { tx, file, pack, calendars } = reckoning;
    const { budget, because } = await this.budget(reckoning, duty.kind, startedAt);
    const clock: Clock = { ...duty.clock, startedAt, budget };
    const due = dueOf(clock, calendars);
    const after = { ...duty, clock, dueAt: due.dueAt ?? duty.dueAt, because: [...because, ...due.because] };
    await this.duties.rearm(tx, file.id, after, firingsOf(clock, pack, calendars));
    return [];
  }

  /** What has fired stays fired; what now lies in the past fires at once (PRC-22). */
  private async change(
    reckoning: Reckoning,
    duty: Duty,
    changed: Pick<Duty, 'clock'> | Promise<Pick<Duty, 'clock'>>,
  ): Promise<Entry[]> {
    const { tx, file, at, pack, calendars } = reckoning;
    const { clock } = await changed;
    const due = dueOf(clock, calendars);
    const dueAt = due.dueAt ?? duty.dueAt;
    const firings = firingsOf(clock, pack, calendars).map(({ rung, firesAt }) => ({
      rung,
      firesAt: firesAt < at ? at : firesAt,
    }));
    await this.duties.change(tx, file.id, { ...duty, clock, dueAt, because: due.because }, firings);
    if (dueAt === duty.dueAt || isQuiet(duty.kind)) return [];
    const facts = { dutyId: duty.dutyId, kind: duty.kind, dueAt };
    return [{ code: 'duty-changed', facts, because: due.because }];
  }

  private async anew(reckoning: Reckoning, { kind, clock }: Duty): Promise<Pick<Duty, 'clock'>> {
    const { budget } = await this.budget(reckoning, kind, clock.startedAt);
    const keepsDate = kind !== 'solve' || this.givesDate(reckoning);
    return { clock: { ...clock, budget, givenDate: keepsDate ? clock.givenDate : null } };
  }

  /** At this level the handler gives the date by which it will be solved (PRC-20). */
  private givesDate({ pack, file }: Reckoning): boolean {
    return levelOf(pack, file.state.level).solveDateGivenByHandler;
  }

  private async budget({ tx, file, at, pack, calendars }: Reckoning, kind: Duty['kind'], startedAt: Instant) {
    const open = await this.duties.open(tx, file.id);
    const dueOfKind = (wanted: Duty['kind']) => open.find((duty) => duty.kind === wanted)?.dueAt ?? null;
    const { level, fastLane, handOver, accepted } = file.state;
    const running = { respondDueAt: dueOfKind('respond'), solveDueAt: dueOfKind('solve') };
    const handedOver = handOver !== null && !accepted;
    return budgetOf({ kind, level, fastLane, handedOver, startedAt, now: at, ...running }, pack, calendars);
  }
}

function isMeant(change: Exclude<DutyChange, { does: 'open' }>, duty: Duty): boolean {
  if (change.kind === 'every') return !(change.except ?? []).includes(duty.kind);
  return change.kind === duty.kind && (change.ref === undefined || change.ref === duty.ref);
}

function departmentOf({ waitsFor }: Duty): string | null {
  return waitsFor?.kind === 'department' ? waitsFor.departmentId : null;
}
