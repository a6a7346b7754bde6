import { FACT_WORDS, DUTY_WORDS, VALUE_WORDS } from './fact.words.ts';
import { RULE_WORDS } from './rule.words.ts';
import type { Because, Words } from '../words.ts';

type Language = keyof Words;
type Value = Because['facts'][string] | undefined;

/**
 * Why, as people read it: the rule, the facts and the arithmetic in a sentence of each language (PRC-30). A code that has no
 * word of its own stands as it is; instants are shown in UTC.
 */
export function whyOf(because: Because): Words {
  return { zh: sentence(because, 'zh'), en: sentence(because, 'en') };
}

/** Whether the product has words of its own for a rule. */
export function isWorded(rule: string): boolean {
  return rule in RULE_WORDS || rule === 'clock.budget' || rule.startsWith('condition.') || clockOf(rule) !== null;
}

function sentence(because: Because, language: Language): string {
  const { rule, facts } = because;
  if (rule.startsWith('condition.')) return comparison(because, language);
  const words = rule === 'clock.budget' ? budgetWords(facts) : RULE_WORDS[rule];
  if (words !== undefined) return filled(words[language], facts, language);
  const clock = clockOf(rule);
  if (clock === null) return rule;
  const from = facts['startedAt'];
  const level = facts['level'];
  const since =
    from === undefined ? '' : { zh: `，自 ${shown(from, 'zh')} 起`, en: `, from ${shown(from, 'en')}` }[language];
  const at =
    level === undefined ? '' : { zh: `，${shown(level, 'zh')} 级`, en: `, level ${shown(level, 'en')}` }[language];
  return { zh: `「${clock.zh}」的时限${at}${since}。`, en: `The clock of "${clock.en}"${at}${since}.` }[language];
}

/** `urgency is 3, at least 3 is asked for: holds`. */
function comparison({ rule, facts }: Because, language: Language): string {
  const { fact, wanted, holds, value } = facts;
  const name = nameOf(FACT_WORDS, String(fact), language);
  const given =
    value === undefined ? '' : { zh: `为 ${shown(value, 'zh')}`, en: ` is ${shown(value, 'en')}` }[language];
  const asked = `${COMPARED[rule]?.[language] ?? ''}${shown(wanted, language)}`;
  const verdict = VERDICT[holds === true ? 'holds' : 'fails'][language];
  return {
    zh: `${name}${given}，要求${asked}：${verdict}。`,
    en: `${name}${given}; ${asked} is asked for: ${verdict}.`,
  }[language];
}

const COMPARED: Readonly<Record<string, Words>> = {
  'condition.at-least': { zh: '至少 ', en: 'at least ' },
  'condition.at-most': { zh: '至多 ', en: 'at most ' },
  'condition.is': { zh: '为 ', en: '' },
  'condition.in': { zh: '属于 ', en: 'one of ' },
  'condition.known': { zh: '已知：', en: 'known: ' },
};

const VERDICT = { holds: { zh: '成立', en: 'it holds' }, fails: { zh: '不成立', en: 'it does not hold' } } as const;

/** A calendar is named where the budget counts by one, pauses where there were any. */
function budgetWords({ calendar, pauses }: Because['facts']): Words {
  const by =
    calendar === null
      ? PLAIN
      : { zh: '，按日历 {calendar}（{version}）', en: ' by the calendar {calendar} ({version})' };
  const paused = pauses === 0 ? PLAIN : { zh: '，暂停 {pauses} 次顺延', en: ', moved by {pauses} pauses' };
  return { zh: `共 {amount} {unit}${by.zh}${paused.zh}。`, en: `{amount} {unit}${by.en}${paused.en}.` };
}

const PLAIN: Words = { zh: '', en: '' };

function filled(text: string, facts: Because['facts'], language: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, place: string) => shown(facts[place], language));
}

function shown(value: Value, language: Language): string {
  const text = String(value ?? null);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
  return nameOf(VALUE_WORDS, text, language);
}

function clockOf(rule: string): Words | null {
  return rule.startsWith('clock.')
    ? ((DUTY_WORDS as Record<string, Words>)[rule.slice('clock.'.length)] ?? null)
    : null;
}

function nameOf(table: Readonly<Record<string, Words>>, code: string, language: Language): string {
  return table[code]?.[language] ?? code;
}
