import { levelOf, type Pack } from '@redress/policy';
import type { Duty } from '../steps/duty.repository.ts';
import { showBecause } from './because.view.ts';
import type { CaseFile } from './case-file.ts';
import type { ComplaintView } from './complaint.view.ts';

/** A clock as people see it: with its arithmetic, and which law gives it where one does (PRC-21). */
export function clockView(duty: Duty, pack: Pack, { state }: CaseFile): ComplaintView['clocks'][number] {
  const { dutyId, kind, ref, dueAt, waitsFor, because } = duty;
  const law = kind === 'statutory' ? pack.statutory?.find(({ code }) => code === ref) : undefined;
  const ofLevel = (kind === 'respond' || kind === 'solve') && levelOf(pack, state.level).statutory;
  return {
    ...{ dutyId, kind, dueAt, waitsFor, because: showBecause(because) },
    statutory: kind === 'statutory' || ofLevel,
    title: law?.title ?? null,
    source: law?.source ?? null,
    goesTo: kind === 'report' ? (pack.report.to ?? null) : null,
  };
}
