import { budgetWords, type Facts, type Pack, type Words } from '@redress/policy';
import { say } from '../words/say.ts';
import { addresseeWords } from '../words/value.words.ts';

/** What is done on the spot at this grade of agitation, by whom and in how long (INT-22). */
export function onSiteLines({ onSite }: Pack, { agitation }: Facts): Words[] {
  const steps = onSite.find(({ grade }) => grade === agitation)?.steps ?? [];
  if (steps.length === 0) return [];
  return [
    say`现场等级 ${String(agitation)} 的处置：`.en`On the spot, at grade ${String(agitation)}:`,
    ...steps.map(
      ({ code, by, within }) =>
        say`  ${code}：${addresseeWords(by)}，${budgetWords(within)}内`
          .en`  ${code}: ${addresseeWords(by)}, within ${budgetWords(within)}`,
    ),
  ];
}
