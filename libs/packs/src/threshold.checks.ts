import type { Pack, Threshold } from '@redress/policy';
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
        ...threshold.tells.flatMap((one, index) =>
          one.kind === 'role' && !roles.includes(one.role)
            ? [
                {
                  path: [...path, 'tells', index],
                  message: `\`${one.role}\` is no role; ${suggestion(one.role, roles)}`,
                },
              ]
            : [],
        ),
      ];
    }),
  ];
}

function valueFaults({ atLeast, above, clearsBelow }: Threshold, path: readonly PropertyKey[]): Fault[] {
  const crossedAt = atLeast ?? above;
  if (crossedAt === null || (atLeast !== null && above !== null))
    return [{ path, message: 'write either `atLeast` or `above`: from which value on it is crossed' }];
  return clearsBelow > crossedAt
    ? [
        {
          path: [...path, 'clearsBelow'],
          message: `it would clear while it is crossed; write ${crossedAt} or less`,
        },
      ]
    : [];
}

function twice(list: readonly { readonly code: string }[], path: readonly PropertyKey[]): Fault[] {
  const codes = list.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [{ path: [...path, index, 'code'], message: `code \`${code}\` is given twice; each has its own` }],
  );
}
