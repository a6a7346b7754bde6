import { DUTY_KINDS, ladderFor, type Addressee, type DutyKind, type Pack } from '@redress/policy';
import { error, warning, type Remark } from './finding.ts';

/** Their stage decides what follows, or they come round again: no ladder watches them. */
const WITHOUT_LADDER: readonly DutyKind[] = ['accept', 'offer', 'survey', 'reopening', 'news', 'progress'];
/** A deadline of the customer's that passes unheard is what the product is there to prevent. */
const PROMISED: readonly DutyKind[] = ['respond', 'solve'];

/** Ladders that end before somebody higher has heard of it (PRC-25). */
export function ladderRemarks(pack: Pack): Remark[] {
  const kinds = DUTY_KINDS.filter((kind) => !WITHOUT_LADDER.includes(kind) && !neverOwed(pack).includes(kind));
  const last = (kind: DutyKind) => ladderFor(kind, pack).at(-1);
  const silent = kinds.filter((kind) => (last(kind)?.atFraction ?? 0) < 1);
  return [
    ...silentRemarks(silent),
    ...pack.ladder.flatMap((rung, index) => {
      const ending = kinds.filter((kind) => !silent.includes(kind) && last(kind) === rung);
      if (ending.length === 0 || rung.tells.some(isHigher) || rung.movesOwnershipTo === 'department-head') return [];
      const said = `the ladder of ${quoted(ending)} ends with who has the work already`;
      return [warning(['ladder', index, 'tells'], `${said}; let a last rung tell \`department-head\` or a role`)];
    }),
  ];
}

/** Duties that only a section of the pack brings about. */
function neverOwed({ statutory = [], extensions = [], misconduct }: Pack): DutyKind[] {
  const owed: Partial<Record<DutyKind, boolean>> = {
    statutory: statutory.some(({ mayLapse }) => !mayLapse),
    extension: extensions.length > 0,
    misconduct: misconduct !== undefined,
  };
  return DUTY_KINDS.filter((kind) => owed[kind] === false);
}

function silentRemarks(silent: readonly DutyKind[]): Remark[] {
  const right = 'write a rung with `atFraction: 1` or more that names it among its duties';
  const remark = (kinds: readonly DutyKind[], say: typeof error) =>
    kinds.length === 0
      ? []
      : [say(['ladder'], `nobody is told when ${quoted(kinds)} has passed its deadline; ${right}`)];
  return [
    ...remark(
      silent.filter((kind) => PROMISED.includes(kind)),
      error,
    ),
    ...remark(
      silent.filter((kind) => !PROMISED.includes(kind)),
      warning,
    ),
  ];
}

function quoted(kinds: readonly DutyKind[]): string {
  return kinds.map((kind) => `\`${kind}\``).join(', ');
}

function isHigher({ kind }: Addressee): boolean {
  return kind === 'role' || kind === 'department-head';
}
