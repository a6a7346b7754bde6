import type { Budget, Condition, OnSiteStep, Words } from '@redress/policy';
import { conditionWords } from './condition.words.ts';
import { both, joined, say } from './say.ts';

const UNITS = {
  minutes: { zh: '分钟', en: 'min' },
  hours: { zh: '小时', en: 'h' },
  days: { zh: '天', en: 'days' },
  'working-days': { zh: '个工作日', en: 'working days' },
} as const;
/** English has another word where there is one of it. */
const ONE: Readonly<Partial<Record<Budget['unit'], Words>>> = {
  days: { zh: '天', en: 'day' },
  'working-days': { zh: '个工作日', en: 'working day' },
};

/** `4 h`, `10 working days of cn-workdays`. */
export function budgetWords({ amount, unit, time, calendar, toClose }: Budget): Words {
  const its = (amount === 1 ? ONE[unit] : undefined) ?? UNITS[unit];
  if (toClose && amount === 0)
    return say`当个工作日（日历 ${calendar ?? ''}）`.en`the same working day of ${calendar ?? ''}`;
  if (toClose)
    return say`${amount} ${its}，至下班（日历 ${calendar ?? ''}）`
      .en`${amount} ${its} of ${calendar ?? ''} to the close`;
  if (unit === 'working-days')
    return say`${amount} ${its}（日历 ${calendar ?? ''}）`.en`${amount} ${its} of ${calendar ?? ''}`;
  if (time === 'working')
    return say`${amount} 工作${its}（日历 ${calendar ?? ''}）`.en`${amount} working ${its} of ${calendar ?? ''}`;
  return say`${amount} ${its}`.en`${amount} ${its}`;
}

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
