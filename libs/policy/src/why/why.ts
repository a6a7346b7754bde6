import type { FactValue, Facts } from '../conditions/condition.ts';
import type { Budget } from '../pack/pack.ts';
import { budgetWords } from './budget.words.ts';
import { COMPARED_WORDS, DUTY_WORDS, FACT_WORDS, VALUE_WORDS } from './fact.words.ts';
import { RULE_WORDS } from './rule.words.ts';
import type { Because, Words } from '../words.ts';

type Language = keyof Words;
type Value = Because['facts'][string] | undefined;

/**
 * Why, as people read it: the rule, the facts and the arithmetic in a sentence of each language (PRC-30). A code that has no
 * word of its own stands as it is; instants are shown in UTC. What was `given` is said with each comparison by who may know it all.
 */
export function whyOf(because: Because, given?: Facts): Words {
  return { zh: sentence(because, 'zh', given), en: sentence(because, 'en', given) };
}

/** Whether the product has words of its own for a rule. */
export function isWorded(rule: string): boolean {
  return rule in RULE_WORDS || rule === 'clock.budget' || rule.startsWith('condition.') || clockOf(rule) !== null;
}

function sentence(because: Because, language: Language, given?: Facts): string {
  const { rule, facts } = because;
  if (rule.startsWith('condition.')) return comparison(because, language, given);
  const words = rule === 'clock.budget' ? lengthWords(facts) : RULE_WORDS[rule];
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

/** `urgency is 3; at least 3 is asked for: it holds`. */
function comparison({ rule, facts }: Because, language: Language, given?: Facts): string {
  const { fact, wanted, holds } = facts;
  const name = nameOf(FACT_WORDS, String(fact), language);
  const value = given === undefined ? facts['value'] : (given[String(fact)] ?? null);
  const is = value === undefined ? '' : valueWords(value, language);
  const asked = `${(COMPARED_WORDS as Readonly<Record<string, Words>>)[rule]?.[language] ?? ''}${shown(wanted, language)}`;
  const verdict = VERDICT[holds === true ? 'holds' : 'fails'][language];
  return {
    zh: `${name}${is}，要求${asked}：${verdict}。`,
    en: `${name}${is}; ${asked} is asked for: ${verdict}.`,
  }[language];
}

function valueWords(value: FactValue, language: Language): string {
  if (value === null) return { zh: '未知', en: ' is not known' }[language];
  const said = typeof value === 'object' ? value.join(', ') : shown(value, language);
  return { zh: `为 ${said}`, en: ` is ${said}` }[language];
}

const VERDICT = { holds: { zh: '成立', en: 'it holds' }, fails: { zh: '不成立', en: 'it does not hold' } } as const;

/** The version is named where it counts by a calendar, pauses where there were any. */
function lengthWords({ amount, unit, time, calendar, toClose, pauses }: Because['facts']): Words {
  const budget = { amount, unit, time, calendar, ...(toClose === true ? { toClose } : {}) } as Budget;
  const { zh, en } = budgetWords(budget);
  const by = calendar === null ? PLAIN : { zh: '，版本 {version}', en: ' ({version})' };
  const paused = pauses === 0 ? PLAIN : { zh: '，暂停 {pauses} 次顺延', en: ', moved by {pauses} pauses' };
  return { zh: `共 ${zh}${by.zh}${paused.zh}。`, en: `${en}${by.en}${paused.en}.` };
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
