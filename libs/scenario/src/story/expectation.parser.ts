import { suggestion } from '@redress/packs';
import { DUTY_KINDS, ENTRY_CODES, TEXT_CODES, REFUSAL_CODES, STAGES, type DutyKind } from '@redress/policy';
import { ASKED_FIELDS, type ExpectationSays } from './expectation.ts';
import { readOffset } from './offset.ts';

/** An expectation that cannot be understood: what is wrong and what would be right. */
export class NotUnderstood extends Error {}

const FORMS = [
  'stage <stage>',
  'told <who>: <notice>',
  'message <purpose>',
  'warning for <clock>',
  'escalated to <rung> for <clock>',
  'refused <reason>',
  '<clock> in time | late | dropped',
  '<clock> due at +4h',
  'noted <entry>',
  '<field> is <value>',
];

/** Refusals of the complaint's commands, and those of the services themselves. */
const REFUSALS = [...REFUSAL_CODES, 'not-permitted', 'invalid-input', 'no-such-address'] as const;

type Form = readonly [RegExp, (...parts: string[]) => ExpectationSays];

/** Each way of saying something, and what it means. */
const UNDERSTOOD: readonly Form[] = [
  [/^stage (?!is )(.+)$/, (stage) => ({ kind: 'stage', stage: known(STAGES, stage, 'stage') })],
  [/^told (.+?): (.+)$/, (who, code) => ({ kind: 'told', who: listed(who), code: codeOf(code) })],
  [/^message (.+)$/, (purpose) => ({ kind: 'message', purpose: known(TEXT_CODES, purpose, 'message') })],
  [/^warning for (.+)$/, (duty) => ({ kind: 'rung', rung: null, duty: clock(duty) })],
  [/^escalated to (.+) for (.+)$/, (rung, duty) => ({ kind: 'rung', rung: codeOf(rung), duty: clock(duty) })],
  [/^escalated to (.+)$/, (rung) => ({ kind: 'rung', rung: codeOf(rung), duty: null })],
  [/^refused (.+)$/, (code) => ({ kind: 'refused', code: known(REFUSALS, code, 'refusal') })],
  [/^(.+) in time$/, (duty) => ({ kind: 'verdict', duty: clock(duty), verdict: 'in-time' })],
  [/^(\S+) (late|dropped)$/, (duty, verdict) => ({ kind: 'verdict', duty: clock(duty), verdict: verdict as 'late' })],
  [/^(.+) due at (\+\S+)$/, (duty, at) => ({ kind: 'due', duty: clock(duty), atMs: offset(at) })],
  [/^noted (.+)$/, (code) => ({ kind: 'noted', code: known(ENTRY_CODES, code, 'entry of the timeline') })],
  [/^(\S+) is (.+)$/, (field, value) => ({ kind: 'is', field: known(ASKED_FIELDS, field, 'field'), value })],
];

/** What the words say. Throws NotUnderstood. */
export function parseExpectation(text: string): ExpectationSays {
  for (const [form, meaning] of UNDERSTOOD) {
    const parts = form.exec(text);
    if (parts !== null) return meaning(...parts.slice(1));
  }
  throw new NotUnderstood(`\`${text}\` is nothing that can be seen; write one of: ${FORMS.join('; ')}`);
}

/** Splits `stage assigned [PRC-2, PRC-30]` into its words and the ids of the requirements. */
export function splitIds(line: string): { text: string; ids: string[] } {
  const [, text = line, list] = /^(.*?)\s*\[([^\]]*)\]$/.exec(line.trim()) ?? [];
  return { text: text.trim(), ids: list === undefined ? [] : list.split(',').map((id) => id.trim()) };
}

function known<const Known extends readonly string[]>(list: Known, words: string, what: string): Known[number] {
  const code = codeOf(words);
  if (list.includes(code)) return code;
  throw new NotUnderstood(`\`${words}\` is no ${what}; ${suggestion(code, list)}`);
}

const clock = (words: string): DutyKind => known(DUTY_KINDS, words, 'clock');

function offset(text: string): number {
  const ms = readOffset(text);
  if (ms === null) throw new NotUnderstood(`\`${text}\` is no time of the story`);
  return ms;
}

/** `department head` in words is `department-head` in code. */
function codeOf(words: string): string {
  return words.trim().replaceAll(/\s+/g, '-');
}

function listed(who: string): string[] {
  return who.split(/, | and /).map((one) => one.trim());
}
