import { DUTY_KINDS, type Calendars, type DutyKind, type Instant, type Pack } from '@redress/policy';
import { triedUnder, type TriedComplaint } from './complaint.trial.ts';
import type { PastComplaint } from './past.complaint.ts';
import type { ChangedComplaint, ClockFigures, Pair, TrialReport } from './trial.report.ts';

/** What a trial needs beside the complaints. */
export interface TrialGround {
  /** The pack that a complaint is under, by its hash. */
  readonly packOf: (hash: string) => Pack;
  readonly calendars: Calendars;
  readonly now: Instant;
}

interface Trial {
  readonly past: PastComplaint;
  readonly before: TriedComplaint;
  readonly after: TriedComplaint;
}

/** What would have been different for past complaints under another pack; both sides by the same rules. */
export function tryPack(complaints: readonly PastComplaint[], pack: Pack, ground: TrialGround): TrialReport {
  const { packOf, calendars, now } = ground;
  const trials = complaints.map((past) => ({
    past,
    before: triedUnder(packOf(past.packHash), past, calendars, now),
    after: triedUnder(pack, past, calendars, now),
  }));
  const sum = (figure: (tried: TriedComplaint) => number) => pairOf(trials, figure);
  return {
    complaints: trials.length,
    levels: levelsOf(trials),
    serious: sum(({ serious }) => Number(serious)),
    fastLane: sum(({ fastLane }) => Number(fastLane)),
    clocks: kindsOf(trials).map((kind) => clockFigures(trials, kind)),
    rungs: rungsOf(trials, pack),
    work: {
      notices: sum(({ notices }) => notices),
      newsToCustomers: sum(({ news }) => news),
      leadersApprovals: approvals(trials, pack, packOf),
    },
    changed: trials.map(changeOf).filter((change) => change !== null),
  };
}

function pairOf(trials: readonly Trial[], figure: (tried: TriedComplaint) => number): Pair {
  const total = (side: 'before' | 'after') => trials.reduce((sum, trial) => sum + figure(trial[side]), 0);
  return { before: total('before'), after: total('after') };
}

function levelsOf(trials: readonly Trial[]): TrialReport['levels'] {
  const codes = [...new Set(trials.flatMap(({ before, after }) => [before.level, after.level]))].sort();
  return codes.map((code) => ({ level: code, complaints: pairOf(trials, ({ level }) => Number(level === code)) }));
}

/** In the order of the process. */
function kindsOf(trials: readonly Trial[]): DutyKind[] {
  const tried = trials.flatMap(({ before, after }) => [...before.clocks, ...after.clocks]);
  return DUTY_KINDS.filter((one) => tried.some(({ kind }) => kind === one));
}

function clockFigures(trials: readonly Trial[], kind: string): ClockFigures {
  const count = (verdict: string) =>
    pairOf(trials, ({ clocks }) => clocks.filter((one) => one.kind === kind && one.verdict === verdict).length);
  return { kind, inTime: count('in-time'), late: count('late'), running: count('running') };
}

/** From the lowest rung up, as the tried pack has them; those that only other packs have come last. */
function rungsOf(trials: readonly Trial[], pack: Pack): TrialReport['rungs'] {
  const fired = (tried: TriedComplaint) => tried.clocks.flatMap(({ rungs }) => rungs);
  const own = [...pack.ladder].sort((a, b) => a.atFraction - b.atFraction).map(({ code }) => code);
  const all = [...new Set([...own, ...trials.flatMap(({ before, after }) => [...fired(before), ...fired(after)])])];
  const figures = all.map((rung) => ({
    rung,
    fired: pairOf(trials, (tried) => fired(tried).filter((code) => code === rung).length),
  }));
  return figures.filter(({ fired: { before, after } }) => before + after > 0);
}

/** A leader judges each serious complaint, where the pack asks for it. */
function approvals(trials: readonly Trial[], pack: Pack, packOf: TrialGround['packOf']): Pair {
  const due = (rules: Pack, { serious }: TriedComplaint) => Number(serious && rules.approval.whenSerious);
  return {
    before: trials.reduce((sum, { past, before }) => sum + due(packOf(past.packHash), before), 0),
    after: trials.reduce((sum, { after }) => sum + due(pack, after), 0),
  };
}

function changeOf({ past, before, after }: Trial): ChangedComplaint | null {
  const late = ({ clocks }: TriedComplaint) => clocks.filter((one) => one.verdict === 'late').map(({ kind }) => kind);
  const rungs = ({ clocks }: TriedComplaint) => clocks.flatMap((one) => one.rungs.map((rung) => `${one.kind} ${rung}`));
  const change = {
    number: past.number,
    level: { before: before.level, after: after.level },
    late: { before: late(before), after: late(after) },
    rungs: { before: rungs(before), after: rungs(after) },
  };
  const isSame = [change.level, change.late, change.rungs].every((pair) => String(pair.before) === String(pair.after));
  return isSame ? null : change;
}
