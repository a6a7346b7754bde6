import { budgetWords, type Budget, type Condition, type OnSiteStep, type Words } from '@redress/policy';
import { conditionWords } from './condition.words.ts';
import { both, joined, say } from './say.ts';

const PLACES = {
  owner: { zh: '负责人', en: 'the owner' },
  backup: { zh: '备份人', en: 'the backup' },
  holder: { zh: '待办人', en: 'who has the work' },
  'department-head': { zh: '部门负责人', en: 'the department head' },
} as const;

/** Who is told, or takes a step on the spot. */
export function addresseeWords(addressee: OnSiteStep['by']): Words {
  if (addressee.kind === 'department-role')
    return say`本部门的角色“${addressee.role}”`.en`the role ${addressee.role} of the department`;
  if (addressee.kind !== 'role') return PLACES[addressee.kind];
  return say`角色“${addressee.role}”`.en`the role ${addressee.role}`;
}

/** Any value of a compiled pack. */
export function valueWords(value: unknown): Words {
  if (value === null || value === undefined) return { zh: '无', en: 'none' };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value !== 'object') return both(String(value));
  if (Array.isArray(value)) {
    return value.length === 0 ? { zh: '无', en: 'none' } : joined(value.map(valueWords), '、', ', ');
  }
  if (isBudget(value)) return budgetWords(value);
  if (isAddressee(value)) return addresseeWords(value);
  if (isCondition(value)) return conditionWords(value);
  if (isWords(value)) return say`“${value.zh}” (“${value.en}”)`.en`"${value.en}" ("${value.zh}")`;
  const parts = Object.entries(value).map(
    ([field, part]) => say`${field}：${valueWords(part)}`.en`${field}: ${valueWords(part)}`,
  );
  return joined(parts, '，', ', ');
}

export function isBudget(value: object): value is Budget {
  return 'amount' in value && 'unit' in value && 'time' in value && 'calendar' in value;
}

export function isAddressee(value: object): value is OnSiteStep['by'] {
  if (!('kind' in value)) return false;
  return value.kind === 'role' || value.kind === 'department-role'
    ? 'role' in value
    : String(value.kind) in PLACES && Object.keys(value).length === 1;
}

export function isCondition(value: object): value is Condition {
  return 'all' in value || 'any' in value || 'not' in value || 'fact' in value;
}

export function isWords(value: object): value is Words {
  return 'zh' in value && 'en' in value && Object.keys(value).length === 2;
}
