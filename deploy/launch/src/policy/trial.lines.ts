import type { TrialReport } from '@redress/packs';
import { DUTY_WORDS, type Words } from '@redress/policy';

type Pair = { readonly before: number; readonly after: number };

const WORDS = {
  tried: { zh: '试算的投诉', en: 'complaints tried' },
  before: { zh: '原来', en: 'was' },
  after: { zh: '新规则', en: 'would be' },
  level: { zh: '级别', en: 'level' },
  serious: { zh: '重大投诉', en: 'serious' },
  fastLane: { zh: '快速通道', en: 'fast lane' },
  inTime: { zh: '按时', en: 'in time' },
  late: { zh: '超时', en: 'late' },
  running: { zh: '进行中', en: 'running' },
  rung: { zh: '升级', en: 'rung' },
  notices: { zh: '通知（估算）', en: 'notices (estimate)' },
  newsToCustomers: { zh: '告知客户进展（估算）', en: 'news to customers (estimate)' },
  leadersApprovals: { zh: '领导审批', en: "leaders' approvals" },
  changed: { zh: '有变化的投诉', en: 'complaints that would have been different' },
  nothing: { zh: '没有任何变化。', en: 'Nothing would have been different.' },
} as const satisfies Record<string, Words>;

const WIDTH = 34;

/** The trial as a table with its totals, and the complaints behind it. */
export function trialLines(report: TrialReport, language: keyof Words): string[] {
  const words: Readonly<Record<string, Words>> = { ...DUTY_WORDS, ...WORDS };
  const word = (name: string) => words[name]?.[language] ?? name;
  const { work } = report;
  const rows: [string, Pair][] = [
    ...report.levels.map(({ level, complaints }): [string, Pair] => [`${word('level')} ${level}`, complaints]),
    [word('serious'), report.serious],
    [word('fastLane'), report.fastLane],
    ...report.clocks.flatMap((clock) =>
      (['inTime', 'late', 'running'] as const).map((how): [string, Pair] => [
        `${word(clock.kind)}, ${word(how)}`,
        clock[how],
      ]),
    ),
    ...report.rungs.map(({ rung, fired }): [string, Pair] => [`${word('rung')} ${rung}`, fired]),
    ...(['notices', 'newsToCustomers', 'leadersApprovals'] as const).map((what): [string, Pair] => [
      word(what),
      work[what],
    ]),
  ];
  return [
    `${word('tried')}: ${report.complaints}`,
    row('', word('before'), word('after'), ''),
    ...rows.map(([named, { before, after }]) => row(named, before, after, signed(after - before))),
    ...(report.changed.length === 0
      ? [word('nothing')]
      : [`${word('changed')}: ${report.changed.length}`, ...report.changed.map((one) => changedLine(one, word))]),
  ];
}

function row(named: string, before: string | number, after: string | number, difference: string): string {
  // A Chinese character is as wide as two Latin letters.
  const width = [...named].reduce((sum, letter) => sum + (/\p{Script=Han}|[，（）]/u.test(letter) ? 2 : 1), 0);
  const figures = [before, after, difference].map((figure) => String(figure).padStart(10)).join('');
  return `${named}${' '.repeat(Math.max(1, WIDTH - width))}${figures}`.trimEnd();
}

function signed(difference: number): string {
  return difference === 0 ? '' : difference > 0 ? `+${difference}` : String(difference);
}

function changedLine(change: TrialReport['changed'][number], word: (name: string) => string): string {
  const { number, level, late, rungs } = change;
  const list = (codes: readonly string[]) => (codes.length === 0 ? '–' : codes.map(word).join(' '));
  const parts = [
    ...(level.before === level.after ? [] : [`${word('level')} ${level.before} → ${level.after}`]),
    ...(String(late.before) === String(late.after)
      ? []
      : [`${word('late')} ${list(late.before)} → ${list(late.after)}`]),
    ...(String(rungs.before) === String(rungs.after)
      ? []
      : [`${word('rung')} ${rungs.before.length} → ${rungs.after.length}`]),
  ];
  return `  ${number}  ${parts.join('; ')}`;
}
