import type { Pack } from '@redress/policy';
import { suggestion } from './nearest.ts';
import type { Fault } from './pack.checks.ts';

/** What statutory duties and extensions say of other parts of the pack. */
export function statutoryFaults(pack: Pack): Fault[] {
  const duties = (pack.statutory ?? []).map(({ code }) => code);
  const levels = pack.levels.map(({ code }) => code);
  const roles = pack.roles.filter(({ capabilities }) => capabilities.includes('approve')).map(({ code }) => code);
  const everybody = pack.roles.map(({ code }) => code);
  const named = (pack.statutory ?? []).flatMap((duty, at) =>
    duty.levels.flatMap((level, index) => unknown(level, levels, 'level', ['statutory', at, 'levels', index])),
  );
  const extensions = (pack.extensions ?? []).flatMap(({ of, by, asks }, at) => [
    ...(asks.kind === 'role' ? unknown(asks.role, everybody, 'role', ['extensions', at, 'asks']) : []),
    ...of.flatMap((one, index) =>
      unknown(one, ['solve', ...duties], 'clock that can be extended', ['extensions', at, 'of', index]),
    ),
    ...unknown(by, roles, 'role that may approve', ['extensions', at, 'by']),
  ]);
  const { lift } = pack.rounds;
  const lifted = lift === undefined ? [] : unknown(lift.to, everybody, 'role', ['rounds', 'lift', 'to']);
  return [
    ...twice(duties, 'statutory'),
    ...twice(codesOf(pack.extensions), 'extensions'),
    ...named,
    ...extensions,
    ...lifted,
  ];
}

function codesOf(list: readonly { readonly code: string }[] | undefined): string[] {
  return (list ?? []).map(({ code }) => code);
}

function twice(codes: readonly string[], section: string): Fault[] {
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [{ path: [section, index, 'code'], message: `code \`${code}\` is given twice; each has its own` }],
  );
}

function unknown(name: string, known: readonly string[], what: string, path: readonly PropertyKey[]): Fault[] {
  return known.includes(name) ? [] : [{ path, message: `\`${name}\` is no ${what}; ${suggestion(name, known)}` }];
}
