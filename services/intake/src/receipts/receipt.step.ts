import type { RegisterComplaint } from '@redress/contracts';
import {
  onSiteWork,
  routesOf,
  strategiesOf,
  takenOut,
  trackerOwed,
  type Decision,
  type DutyChange,
  type Grading,
  type Notice,
  type Pack,
} from '@redress/policy';
import type { PinnedPack } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';

/** Step 1: the state begins, the clocks start at received-at, and the receipt is acknowledged (INT-2, PRC-1, PRC-20). */
export function receiptStep(
  file: CaseFile,
  receipt: RegisterComplaint,
  grading: Grading,
  pinned: PinnedPack,
  sentBackFrom: string | null,
): Decision {
  if (file.state.kind === 'misconduct-report') return reportStep(file, receipt, grading);
  const calm = { ...file.state, grade: 0 };
  const onSite = onSiteWork(calm, file.state.grade, file.terms, file.receivedAt);
  const contacted = { channel: 'phone', outcome: 'reached', doneAt: null, everyWay: false };
  return {
    changes: { ...file.state, ...(receipt.contactMade ? { contactedAt: file.receivedAt } : {}), ...onSite.changes },
    duties: [...dutiesOf(file, receipt), ...trackerOwed(file.state, file.terms), ...onSite.duties],
    entries: [
      { code: 'registered', facts: registeredFacts(file, receipt, grading), because: grading.because },
      { code: 'acknowledged', facts: {}, because: [] },
      ...(receipt.contactMade ? [{ code: 'contacted', facts: contacted, because: [] } as const] : []),
      ...onSite.entries,
    ],
    notices: [
      ...toldAtOnce(file, pinned.pack),
      ...routesOf(file.state.marks),
      ...onSite.notices,
      ...takingPart(pinned.pack, receipt),
    ],
    messages: [{ purpose: 'acknowledgement' }],
    others: sentBackFrom === null ? [] : [{ complaintId: sentBackFrom, name: 'sentBack', facts: {} }],
  };
}

/** A report of fraud or misconduct is not handled as a complaint: it goes where the pack says, out of sight (INT-15). */
function reportStep(file: CaseFile, receipt: RegisterComplaint, grading: Grading): Decision {
  const { changes, entries, duties, ...out } = takenOut(file.state, file.terms);
  return {
    ...out,
    changes: { ...file.state, ...changes },
    entries: [
      { code: 'registered', facts: registeredFacts(file, receipt, grading), because: grading.because },
      ...entries,
    ],
    // The receipt names a timetable; what it would have been is on the ledger, and runs no more.
    duties: [
      { kind: 'respond', does: 'open', from: 'received' },
      { kind: 'solve', does: 'open', from: 'received' },
      ...duties,
    ],
    others: [],
  };
}

/** What the first line of a complaint's timeline says: codes and figures, never words. */
export function registeredFacts({ packHash }: CaseFile, receipt: RegisterComplaint, grading: Grading) {
  return {
    channel: receipt.channel,
    categories: receipt.matters.map((matter) => matter.category).join(','),
    provisional: grading.provisional,
    matters: receipt.matters.length,
    packHash,
  };
}

/** A pack that lets the handler give the date opens that duty too; what is missing is somebody's task (INT-10, PRC-20). */
function dutiesOf({ state, terms }: CaseFile, { contactMade }: RegisterComplaint): DutyChange[] {
  const from = 'received';
  return [
    { kind: 'respond', does: 'open', from },
    { kind: 'solve', does: 'open', from },
    { kind: 'news', does: 'open', from },
    { kind: 'every', does: 'open-statutory' },
    ...(terms.solveDateGivenByHandler ? [{ kind: 'date', does: 'open', from } as const] : []),
    ...(state.missing.length > 0 ? [{ kind: 'record', does: 'open' } as const] : []),
    ...(contactMade ? [{ kind: 'respond', does: 'met' } as const] : []),
  ];
}

/** Who takes part in complaints of the categories by the pack's strategies (INT-24). */
function takingPart(pack: Pack, { matters }: RegisterComplaint): Notice[] {
  const strategies = strategiesOf(
    pack,
    matters.map(({ category }) => category),
  );
  return strategies.flatMap(({ strategy }) => strategy.takesPart.map((to) => ({ to, code: 'takes-part' })));
}

/** Leaders of a serious complaint, and whom the class names (INT-21, PRC-27). */
function toldAtOnce({ state }: CaseFile, pack: Pack): Notice[] {
  const its = pack.classes.find((rule) => rule.code === state.class);
  return [
    ...(state.serious ? [{ to: { kind: 'capability', capability: 'lead' } as const, code: 'serious' }] : []),
    ...(its?.tellsAtOnce ?? []).map((to) => ({ to, code: 'class-at-once' })),
  ];
}
