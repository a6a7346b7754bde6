import type { Capability, Pack } from '@redress/policy';
import { warning, type Remark } from './finding.ts';

/** Work that the process gives to whoever may do it, and nobody may. */
export function roleRemarks(pack: Pack): Remark[] {
  const needed: readonly (readonly [Capability, string])[] = [
    ['handle', 'nobody can be given a complaint'],
    ['decide-hand-overs', 'nobody rules when departments refuse each other'],
    ...(pack.approval.due === 'always' ? ([['approve', 'nobody approves what needs approval']] as const) : []),
    ...(pack.approval.whenSerious ? ([['lead', 'nobody approves what is serious']] as const) : []),
  ];
  return needed.flatMap(([capability, consequence]) =>
    pack.roles.some(({ capabilities }) => capabilities.includes(capability))
      ? []
      : [warning(['roles'], `no role has the capability \`${capability}\`: ${consequence}; give it to one`)],
  );
}
