import { waysOf, type RegisterComplaint } from '@redress/contracts';
import type { CaseState, FirstFacts, Grading, Mark, Pack } from '@redress/policy';

type Receipt = RegisterComplaint;

/** Channels on which a person of ours fills the form; on the others the customer's own message is always taken (INT-10). */
const FORM_CHANNELS: readonly Receipt['channel'][] = ['hotline', 'face-to-face', 'letter'];

/** What the receipt says of the complaint, for its first state. */
export function firstFacts(
  receipt: Receipt,
  grading: Grading,
  pack: Pack,
  place: Pick<FirstFacts, 'departmentId' | 'matters' | 'asks'>,
): FirstFacts {
  const { level, serious, fastLane, provisional } = grading;
  return {
    ...place,
    ...{ kind: receipt.kind, level, class: grading.class, serious, fastLane, provisional },
    grade: receipt.assessment.grade ?? 0,
    marks: marksOf(receipt, fastLane),
    ways: waysOf(receipt.complainant),
    identification: receipt.matters.some((matter) => matter.personComplainedOf !== undefined) ? 'due' : 'none',
    missing: fastLane ? [] : missingOf(receipt, pack),
  };
}

/** The mandatory fields that nobody has filled, those with a reason among them: somebody completes the record (INT-10). */
export function missingOf(receipt: Receipt, pack: Pack): string[] {
  const named = receipt.unfilled.map(({ field }) => field);
  return pack.mandatory.filter((field) => named.includes(field) || !isFilled(field, receipt));
}

/** What a clerk's form refuses to leave empty without a reason (INT-10); nothing on the fast lane. */
export function refusedByForm(receipt: Receipt, pack: Pack, fastLane: boolean): string[] {
  if (fastLane || !FORM_CHANNELS.includes(receipt.channel)) return [];
  const explained = receipt.unfilled.map(({ field }) => field);
  return missingOf(receipt, pack).filter((field) => !explained.includes(field));
}

function isFilled(field: string, receipt: Receipt): boolean {
  if (field === 'contact') return waysOf(receipt.complainant).length > 0;
  const places: object[] = [receipt, receipt.complainant, ...receipt.matters];
  return places.some((place) => (place as Record<string, unknown>)[field] !== undefined);
}

function marksOf({ assessment, complainant }: Receipt, fastLane: boolean): Mark[] {
  const said: [Mark, boolean | undefined][] = [
    ['media', assessment.media],
    ['network', assessment.network],
    ['legal', assessment.legalDispute],
    ['danger', assessment.danger === true || fastLane],
    ['core-interest', assessment.coreInterest],
    ['staff-safety', assessment.staffSafety],
    ['public-figure', complainant.identity === 'public-figure'],
  ];
  return said.flatMap(([mark, holds]) => (holds === true ? [mark] : []));
}

/** A report is due on the event that the receipt speaks of (PRC-28). */
export function isReportable(
  { marks, grade }: Pick<CaseState, 'marks' | 'grade'>,
  terms: { readonly reportMarks: readonly Mark[]; readonly reportFromGrade: number | null },
): boolean {
  const byGrade = terms.reportFromGrade !== null && grade >= terms.reportFromGrade;
  return byGrade || marks.some((mark) => terms.reportMarks.includes(mark));
}
