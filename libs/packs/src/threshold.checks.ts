import type { Pack, Threshold, ThresholdTells } from '@redress/policy';
import { suggestion } from './nearest.ts';
import type { Fault } from './pack.checks.ts';

/** What thresholds say of themselves and of other parts of the pack: codes given twice, values turned round, roles. */
export function thresholdFaults(pack: Pack): Fault[] {
  const thresholds = pack.thresholds ?? [];
  const roles = pack.roles.map(({ code }) => code);
  return [
    ...twice(thresholds, ['thresholds']),
    ...thresholds.flatMap((threshold, at) => {
      const path = ['thresholds', at];
      return [
        ...valueFaults(threshold, path),
        ...twice(threshold.choices, [...path, 'choices']),
        ...unknownRoles(threshold.tells, roles, [...path, 'tells']),
        ...unknownRoles(threshold.lateTells ?? [], roles, [...path, 'lateTells']),
      ];
    }),
  ];
}

function unknownRoles(
  told: readonly ThresholdTells[],
  roles: readonly string[],
  path: readonly PropertyKey[],
): Fault[] {
  return told.flatMap((one, index) =>
    one.kind === 'role' && !roles.includes(one.role)
      ? [{ path: [...path, index], message: `\`${one.role}\` is no role; ${suggestion(one.role, roles)}` }]
      : [],
  );
}

function valueFaults(threshold: Threshold, path: readonly PropertyKey[]): Fault[] {
  const { atLeast, above, below, clearsBelow, clearsFrom } = threshold;
  const given = [atLeast, above, below ?? null].filter((value) => value !== null);
  const [crossedAt, ...more] = given;
  if (crossedAt === undefined || more.length > 0)
    return [{ path, message: 'write one of `atLeast`, `above` and `below`: where it is crossed' }];
  const [its, other] =
    below === undefined ? (['clearsBelow', 'clearsFrom'] as const) : (['clearsFrom', 'clearsBelow'] as const);
  if (threshold[other] !== undefined) return [{ path: [...path, other], message: `write \`${its}\` instead` }];
  if (threshold[its] === undefined) return [{ path, message: `write \`${its}\`: where it is over` }];
  const clears = (field: string, right: string) => [
    { path: [...path, field], message: `it would clear while it is crossed; write ${crossedAt} or ${right}` },
  ];
  if (clearsBelow !== undefined && clearsBelow > crossedAt) return clears('clearsBelow', 'less');
  return clearsFrom !== undefined && clearsFrom < crossedAt ? clears('clearsFrom', 'more') : [];
}

function twice(list: readonly { readonly code: string }[], path: readonly PropertyKey[]): Fault[] {
  const codes = list.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [{ path: [...path, index, 'code'], message: `code \`${code}\` is given twice; each has its own` }],
  );
}
