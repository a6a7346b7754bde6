import { nextExtension, rankOf, type CaseState } from '@redress/policy';
import { entry, no, step, type TakeCommand } from './step.ts';

/** More time is asked for before the clock runs out; somebody above decides (PRC-21). Whether it has run out the register knows. */
export const askExtension: TakeCommand<'askExtension'> = (state, terms, command) => {
  const { asked, granted } = extensionsOf(state);
  if (asked !== null) return no('already-done', { extension: asked.code });
  const next = nextExtension(terms.extensions, state);
  if (next === undefined) return no('no-extension-left', { granted: granted.length });
  return step(
    { extensions: { asked: { code: next.code, by: command.actor.id }, granted } },
    [entry('extension-asked', { extension: next.code })],
    {
      duties: [{ kind: 'extension', does: 'open', holder: next.asks }],
      notices: [{ to: next.asks, code: 'extension-asked' }],
    },
  );
};

/** Granted, the clocks are reckoned anew from their start and the customer is told why; nobody grants it to themselves. */
export const ruleOnExtension: TakeCommand<'ruleOnExtension'> = (state, terms, command) => {
  const { asked, granted } = extensionsOf(state);
  if (asked === null) return no('nothing-due');
  if (asked.by === command.actor.id) return no('own-proposal');
  const by = terms.extensions?.find(({ code }) => code === asked.code)?.by ?? '';
  const rank = rankOf(command.actor.roles, terms.authorities);
  if (rank < rankOf([by], terms.authorities)) return no('higher-authority-decides', { rank });
  const grants = command.facts.granted;
  const ruled = entry('extension-ruled', { extension: asked.code, granted: grants });
  const met = { kind: 'extension', does: 'met' } as const;
  const notices = [{ to: { kind: 'owner' }, code: grants ? 'extension-granted' : 'extension-refused' }] as const;
  if (!grants) return step({ extensions: { asked: null, granted } }, [ruled], { duties: [met], notices });
  return step({ extensions: { asked: null, granted: [...granted, asked.code] } }, [ruled], {
    duties: [met, { kind: 'every', does: 'recompute' }],
    notices,
    messages: [{ purpose: 'extended', words: command.facts.reason }],
  });
};

function extensionsOf({ extensions }: CaseState): NonNullable<CaseState['extensions']> {
  return extensions ?? { asked: null, granted: [] };
}
