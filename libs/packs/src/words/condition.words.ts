import { CASE_FACTS, COMPARED_WORDS, FACT_WORDS, type Condition, type Words } from '@redress/policy';
import { both, joined, say } from './say.ts';

const { 'condition.at-least': AT_LEAST, 'condition.at-most': AT_MOST } = COMPARED_WORDS;

/** A condition as people say it. */
export function conditionWords(condition: Condition): Words {
  if ('all' in condition) {
    return condition.all.length === 0 ? { zh: '任何情况', en: 'anything' } : partsWords(condition.all, '且', 'and');
  }
  if ('any' in condition) {
    return condition.any.length === 0 ? { zh: '从不', en: 'never' } : partsWords(condition.any, '或', 'or');
  }
  if ('not' in condition) {
    const inner = conditionWords(condition.not);
    return say`并非（${inner}）`.en`not (${inner})`;
  }
  const fact = factWords(condition.fact);
  if ('known' in condition) {
    return condition.known ? say`${fact}已知`.en`${fact} known` : say`${fact}未知`.en`${fact} unknown`;
  }
  if ('atLeast' in condition)
    return say`${fact}${AT_LEAST}${condition.atLeast}`.en`${fact} ${AT_LEAST}${condition.atLeast}`;
  if ('atMost' in condition) return say`${fact}${AT_MOST}${condition.atMost}`.en`${fact} ${AT_MOST}${condition.atMost}`;
  if ('in' in condition) {
    const codes = joined(
      condition.in.map((one) => both(String(one))),
      '、',
      ' or ',
    );
    return say`${fact}为 ${codes}`.en`${fact} ${codes}`;
  }
  if ((CASE_FACTS as Readonly<Record<string, string>>)[condition.fact] !== 'boolean') {
    return say`${fact}为 ${String(condition.is)}`.en`${fact} ${String(condition.is)}`;
  }
  return condition.is === true ? say`${fact}`.en`${fact}` : say`${fact}为否`.en`${fact} answered no`;
}

function partsWords(parts: readonly Condition[], zh: string, en: string): Words {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return conditionWords(only);
  return joined(
    parts.map((part) => ('all' in part || 'any' in part ? inBrackets(part) : conditionWords(part))),
    ` ${zh} `,
    ` ${en} `,
  );
}

function inBrackets(part: Condition): Words {
  const inner = conditionWords(part);
  return say`（${inner}）`.en`(${inner})`;
}

/** A fact as people say it; its own name where nobody has worded it. */
function factWords(fact: string): Words {
  return (FACT_WORDS as Readonly<Record<string, Words>>)[fact] ?? both(fact);
}
