import type { Budget } from '../pack/pack.ts';
import type { Words } from '../words.ts';
import { UNIT_WORDS } from './fact.words.ts';

/** English has another word where there is one of it. */
const ONE: Readonly<Partial<Record<Budget['unit'], string>>> = { days: 'day', 'working-days': 'working day' };

/** A length of time as people say it: `4 h`, `10 working days of cn-workdays`; a unit that has no word stands as it is. */
export function budgetWords({ amount, unit, time, calendar, toClose }: Budget): Words {
  const name = calendar ?? '';
  const units = (UNIT_WORDS as Readonly<Record<string, Words>>)[unit] ?? { zh: unit, en: unit };
  const working = time === 'working' && unit !== 'working-days';
  const zh = `${amount} ${working ? '工作' : ''}${units.zh}`;
  const en = `${amount} ${working ? 'working ' : ''}${(amount === 1 ? ONE[unit] : undefined) ?? units.en}`;
  if (toClose && amount === 0) return { zh: `当个工作日（日历 ${name}）`, en: `the same working day of ${name}` };
  if (toClose) return { zh: `${zh}，至下班（日历 ${name}）`, en: `${en} of ${name} to the close` };
  return calendar === null ? { zh, en } : { zh: `${zh}（日历 ${name}）`, en: `${en} of ${name}` };
}
