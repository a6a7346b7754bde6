import { suggestion } from '@redress/packs';
import {
  DUTY_KINDS,
  ENTRY_CODES,
  REFUSAL_CODES,
  STAGES,
  TEXT_CODES,
  type CommandName,
  type DutyKind,
  type EntryCode,
  type MessagePurpose,
} from '@redress/policy';
import { quotedIn, readAsked, type Asked } from './asked.ts';
import { ASKED_FIELDS, type ExpectationSays } from './expectation.ts';
import { readOffset } from './offset.ts';
import { commandCalled, knownActs } from './story.acts.ts';

/** An expectation that cannot be understood: what is wrong and what would be right. */
export class NotUnderstood extends Error {}

/** The ways of saying what is seen, for people and editors. */
export const EXPECTATION_FORMS = [
  'stage <stage>',
  'told <who>: <notice>',
  'message <purpose>',
  'warning for <clock>',
  'escalated to <rung> for <clock>',
  'refused <reason>',
  '<clock> in time | late | dropped',
  '<clock> due at +4h',
  'noted <entry>',
  'noted <entry> where <field> is <value>',
  'not noted <entry>',
  'message <purpose> says "<words>"',
  'guidance says "<words>"',
  'register shows <field> is <value>',
  '<who> sees <field> is | has <value>',
  '<who> sees <field> says "<words>"',
  '<who> sees nothing',
  '<who> may <act>',
  '<who> may not <act>: <reason>',
  '<who> finds "<words>"',
  '<who> does not find "<words>"',
  'look of <who> is recorded',
  '<field> is <value>',
];

/** Refusals of the complaint's commands, and those of the services themselves. */
const REFUSALS = [...REFUSAL_CODES, 'not-permitted', 'invalid-input', 'no-such-address'] as const;

type Form = readonly [RegExp, (...parts: string[]) => ExpectationSays];

/** Each way of saying something, and what it means. */
const UNDERSTOOD: readonly Form[] = [
  [/^stage (?!is )(.+)$/, (stage) => ({ kind: 'stage', stage: known(STAGES, stage, 'stage') })],
  [/^told (.+?): (.+)$/, (who, code) => ({ kind: 'told', who: listed(who), code: codeOf(code) })],
  [
    /^message (\S+) says (.+)$/,
    (purpose, words) => ({ kind: 'wording', purpose: messageOf(purpose), words: quoted(words) }),
  ],
  [/^guidance (says .+)$/, (says) => ({ kind: 'sees', who: 'register', asked: asked(`guidance ${says}`) })],
  [/^register shows (.+)$/, (field) => ({ kind: 'sees', who: 'register', asked: asked(field) })],
  [/^(.+?) sees nothing$/, (who) => ({ kind: 'sees-nothing', who })],
  [/^(.+?) sees (.+)$/, (who, field) => ({ kind: 'sees', who, asked: asked(field) })],
  [
    /^(.+?) may not (.+?): (.+)$/,
    (who, act, code) => ({ kind: 'may', who, command: commandOf(act), refusal: refusalOf(code) }),
  ],
  [/^(.+?) may (?!not )(.+)$/, (who, act) => ({ kind: 'may', who, command: commandOf(act), refusal: null })],
  [/^(.+?) does not find (.+)$/, (who, words) => ({ kind: 'finds', who, words: quoted(words), found: false })],
  [/^(.+?) finds (.+)$/, (who, words) => ({ kind: 'finds', who, words: quoted(words), found: true })],
  [/^look of (.+) is recorded$/, (who) => ({ kind: 'look-recorded', who })],
  [/^message (.+)$/, (purpose) => ({ kind: 'message', purpose: messageOf(purpose) })],
  [/^warning for (.+)$/, (duty) => ({ kind: 'rung', rung: null, duty: clock(duty) })],
  [/^escalated to (.+) for (.+)$/, (rung, duty) => ({ kind: 'rung', rung: codeOf(rung), duty: clock(duty) })],
  [/^escalated to (.+)$/, (rung) => ({ kind: 'rung', rung: codeOf(rung), duty: null })],
  [/^refused (.+)$/, (code) => ({ kind: 'refused', code: refusalOf(code) })],
  [/^(.+) in time$/, (duty) => ({ kind: 'verdict', duty: clock(duty), verdict: 'in-time' })],
  [/^(\S+) (late|dropped)$/, (duty, verdict) => ({ kind: 'verdict', duty: clock(duty), verdict: verdict as 'late' })],
  [/^(.+) due at (\+\S+)$/, (duty, at) => ({ kind: 'due', duty: clock(duty), atMs: offset(at) })],
  [/^noted (.+?) where (.+)$/, (code, field) => ({ kind: 'entry', code: entryOf(code), asked: asked(field) })],
  [/^not noted (.+)$/, (code) => ({ kind: 'not-noted', code: entryOf(code) })],
  [/^noted (.+)$/, (code) => ({ kind: 'noted', code: entryOf(code) })],
  [/^(\S+) is (.+)$/, (field, value) => ({ kind: 'is', field: known(ASKED_FIELDS, field, 'field'), value })],
];

/** What the words say. Throws NotUnderstood. */
export function parseExpectation(text: string): ExpectationSays {
  for (const [form, meaning] of UNDERSTOOD) {
    const parts = form.exec(text);
    if (parts !== null) return meaning(...parts.slice(1));
  }
  throw new NotUnderstood(`\`${text}\` is nothing that can be seen; write one of: ${EXPECTATION_FORMS.join('; ')}`);
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

const messageOf = (words: string): MessagePurpose => known(TEXT_CODES, words, 'message');
const refusalOf = (words: string): string => known(REFUSALS, words, 'refusal');
const entryOf = (words: string): EntryCode => known(ENTRY_CODES, words, 'entry of the timeline');

const clock = (words: string): DutyKind => known(DUTY_KINDS, words, 'clock');

function commandOf(words: string): CommandName {
  const command = commandCalled(words);
  if (command !== null) return command.name;
  throw new NotUnderstood(`\`${words}\` is nothing that can be done; ${suggestion(words, knownActs())}`);
}

function asked(text: string): Asked {
  const read = readAsked(text);
  if (read !== null) return read;
  throw new NotUnderstood(
    `\`${text}\` asks for nothing; write \`<field> is <value>\`, \`has <value>\` or \`says "<words>"\``,
  );
}

function quoted(text: string): string {
  const words = quotedIn(text);
  if (words !== null) return words;
  throw new NotUnderstood(`write \`${text}\` in quotation marks`);
}

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
