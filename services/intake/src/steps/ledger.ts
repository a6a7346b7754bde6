import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Calendars, Clock, DutyChange, Entry, Instant, OneDutyChange, Pack } from '@redress/policy';
import { budgetOf, COMMANDS, dueOf, firingsOf, levelOf } from '@redress/policy';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository, type Duty } from './duty.repository.ts';
import { StatutoryDuties } from './statutory.duties.ts';
import { changedClock, isQuiet, notBefore, recomputable, verdictOf } from './ledger.rules.ts';

/** The step of the receipt: what was due before it was entered fires at its own instant. */
const RECEIPT = 1;

type Open = Extract<OneDutyChange, { does: 'open' }>;
/** What a step does to duties that run. */
type Existing = Exclude<DutyChange, { does: 'open' | 'open-statutory' }>;

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
    @Inject(StatutoryDuties) private readonly statutory: StatutoryDuties,
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
    if (change.does === 'open-statutory') return this.openStatutory(reckoning);
    const open = await this.duties.open(tx, file.id);
    const meant = open.filter((duty) => isMeant(change, duty));
    const entries: Entry[] = [];
    for (const duty of meant) entries.push(...(await this.follow(reckoning, change, duty)));
    const anew = change.kind === 'every' && change.does === 'recompute';
    return anew ? [...entries, ...(await this.openStatutory(reckoning))] : entries;
  }

  /** What the law gives by now and does not run yet; what it has given once is not given again (PRC-21). */
  private async openStatutory(reckoning: Reckoning): Promise<Entry[]> {
    const { tx, file, pack } = reckoning;
    const entries: Entry[] = [];
    for (const ref of await this.statutory.owed(tx, file, pack)) {
      if ((await this.duties.statutory(tx, file.id, ref)).stands) continue;
      entries.push(...(await this.start(reckoning, { kind: 'statutory', ref, does: 'open', from: 'received' })));
    }
    return entries;
  }

  private follow(reckoning: Reckoning, change: Existing, duty: Duty): Promise<Entry[]> {
    switch (change.does) {
      case 'met':
      case 'dropped':
      case 'passed':
        return this.end(reckoning, change.does, duty, 'doneAt' in change ? change.doneAt : undefined);
      case 'restart':
        return this.restart(reckoning, duty, change.from ?? reckoning.at);
      case 'recompute':
        return this.reckonAnew(reckoning, duty);
      case 'follow-calendar':
        return this.change(reckoning, duty, duty.clock);
      default:
        return this.change(reckoning, duty, changedClock(duty.clock, change, reckoning.at).clock);
    }
  }

  private async start(reckoning: Reckoning, change: Open): Promise<Entry[]> {
    const { tx, file, at, pack, calendars } = reckoning;
    const { kind, ref, holder = null } = change;
    const startedAt = change.from === 'received' ? file.receivedAt : at;
    const chosen = await this.budget(reckoning, kind, startedAt, ref ?? null);
    const clock: Clock = { kind, startedAt, budget: chosen.budget, givenDate: change.dueAt ?? null, pauses: [] };
    const due = dueOf(clock, calendars);
    if (due.dueAt === null) throw new RangeError(`a ${kind} clock without pauses always falls due`);
    const dutyId = await this.nameOf(reckoning, kind, ref);
    const duty: Duty = {
      ...{ dutyId, kind, ref: ref ?? null, waitsFor: holder, clock, holderId: null },
      dueAt: due.dueAt,
      because: [...chosen.because, ...due.because],
    };
    const firings = firingsOf(clock, pack, calendars, ref ?? null);
    await this.duties.insert(tx, file.id, duty, file.step === RECEIPT ? firings : notBefore(at, firings));
    if (isQuiet(kind)) return [];
    const facts = { dutyId, kind, dueAt: due.dueAt, departmentId: departmentOf(duty) };
    return [{ code: 'duty-opened', facts, because: duty.because }];
  }

  /** What is entered afterwards is judged by when it was done, and nothing is done in the future (INT-22). */
  private async end(
    { tx, file, at }: Reckoning,
    how: 'met' | 'dropped' | 'passed',
    duty: Duty,
    doneAt: Instant = at,
  ): Promise<Entry[]> {
    const verdict = verdictOf(how, duty, doneAt < at ? doneAt : at);
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
  private async change(reckoning: Reckoning, duty: Duty, clock: Clock): Promise<Entry[]> {
    const { tx, file, at, pack, calendars } = reckoning;
    const due = dueOf(clock, calendars);
    const dueAt = due.dueAt ?? duty.dueAt;
    const firings = notBefore(at, firingsOf(clock, pack, calendars, duty.ref));
    const because = [...duty.because.filter(({ rule }) => rule === 'clock.statutory'), ...due.because];
    await this.duties.change(tx, file.id, { ...duty, clock, dueAt, because }, firings);
    if (dueAt === duty.dueAt || isQuiet(duty.kind)) return [];
    const facts = { dutyId: duty.dutyId, kind: duty.kind, dueAt };
    return [{ code: 'duty-changed', facts, because: due.because }];
  }

  /** From the same start by another level, pack or calendar; with the level comes and goes the date to be given (PRC-20, PRC-22). */
  private async reckonAnew(reckoning: Reckoning, duty: Duty): Promise<Entry[]> {
    const { kind } = duty;
    const givesDate = this.givesDate(reckoning);
    if (kind === 'date' && !givesDate) return this.end(reckoning, 'dropped', duty);
    if (
      kind === 'statutory' &&
      !(await this.statutory.owed(reckoning.tx, reckoning.file, reckoning.pack)).includes(duty.ref ?? '')
    )
      return this.end(reckoning, 'dropped', duty);
    if (!recomputable(kind)) return [];
    const { budget } = await this.budget(reckoning, kind, duty.clock.startedAt, duty.ref);
    const givenDate = kind !== 'solve' || givesDate ? duty.clock.givenDate : null;
    const entries = await this.change(reckoning, duty, { ...duty.clock, budget, givenDate });
    if (kind !== 'solve' || givenDate !== null || !(await this.owesDate(reckoning))) return entries;
    return [...entries, ...(await this.start(reckoning, { kind: 'date', does: 'open', from: 'received' }))];
  }

  /** `solve-2`, `request-1`; a duty of the law that comes again after it was dropped is counted on. */
  private async nameOf({ tx, file }: Reckoning, kind: Duty['kind'], ref: string | undefined): Promise<string> {
    if (ref === undefined) return `${kind}-${(await this.duties.countOfKind(tx, file.id, kind)) + 1}`;
    const { opened } = kind === 'statutory' ? await this.duties.statutory(tx, file.id, ref) : { opened: 0 };
    return opened === 0 ? `${kind}-${ref}` : `${kind}-${ref}-${opened + 1}`;
  }

  /** The handler has still to give a date, and still can; a later round has its own `solve` and no date. */
  private async owesDate(reckoning: Reckoning): Promise<boolean> {
    const { tx, file } = reckoning;
    const { stage, round } = file.state;
    const mayCome = stage === 'received' || COMMANDS.giveDate.stages.some((one) => one === stage);
    if (!this.givesDate(reckoning) || round > 1 || !mayCome) return false;
    return !(await this.duties.open(tx, file.id)).some(({ kind }) => kind === 'date');
  }

  /** At this level the handler gives the date by which it will be solved (PRC-20). */
  private givesDate({ pack, file }: Reckoning): boolean {
    return levelOf(pack, file.state.level).solveDateGivenByHandler;
  }

  private async budget(
    { tx, file, at, pack, calendars }: Reckoning,
    kind: Duty['kind'],
    startedAt: Instant,
    ref: string | null = null,
  ) {
    const open = await this.duties.open(tx, file.id);
    const dueOfKind = (wanted: Duty['kind']) => open.find((duty) => duty.kind === wanted)?.dueAt ?? null;
    const { level, fastLane, handOver, accepted } = file.state;
    const running = { respondDueAt: dueOfKind('respond'), solveDueAt: dueOfKind('solve') };
    const handedOver = handOver !== null && !accepted;
    const granted = file.state.extensions?.granted ?? [];
    const facts = { kind, ref, granted, level, fastLane, handedOver, startedAt, now: at, ...running };
    return budgetOf(facts, pack, calendars);
  }
}

function isMeant(change: Existing, duty: Duty): boolean {
  if (change.kind === 'every') {
    if (change.does === 'follow-calendar') return duty.clock.budget.calendar === change.calendar;
    // Whatever ends on the complaint, the record of misconduct has an end of its own (INT-15).
    if (change.does === 'dropped' && duty.kind === 'misconduct') return false;
    return !(change.except ?? []).includes(duty.kind);
  }
  return change.kind === duty.kind && (change.ref === undefined || change.ref === duty.ref);
}

function departmentOf({ waitsFor }: Duty): string | null {
  return waitsFor?.kind === 'department' ? waitsFor.departmentId : null;
}
