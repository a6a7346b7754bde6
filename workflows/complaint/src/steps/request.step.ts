import { entry, no, step, without, type TakeCommand } from './step.ts';

/** Another department is asked; it has a due time of its own, half of what remains of `solve` unless agreed (PRC-3). */
export const requestFrom: TakeCommand<'requestFrom'> = (state, _terms, command) => {
  const { departmentId, dueAt } = command.facts;
  if (departmentId === state.departmentId) return no('same-department', { departmentId });
  const requestsMade = state.requestsMade + 1;
  const ref = String(requestsMade);
  const holder = { kind: 'department', departmentId } as const;
  return step(
    { requestsMade, requests: { ...state.requests, [ref]: { departmentId } } },
    [entry('requested', { request: ref, departmentId })],
    {
      duties: [{ kind: 'request', ref, does: 'open', holder, ...(dueAt === undefined ? {} : { dueAt }) }],
      notices: [{ to: holder, code: 'request' }],
    },
  );
};

/** The department answers; whoever handles the case may note an answer that came by other ways. */
export const answerRequest: TakeCommand<'answerRequest'> = (state, _terms, command) => {
  const ref = command.facts.request;
  const request = state.requests[ref];
  if (request === undefined) return no('no-such-request', { request: ref });
  const { departmentId } = request;
  return step({ requests: without(state.requests, ref) }, [entry('request-answered', { request: ref, departmentId })], {
    duties: [{ kind: 'request', ref, does: 'met' }],
    notices: [{ to: { kind: 'owner' }, code: 'request-answered' }],
  });
};

/** The department cannot solve it: level 1 and 2 go up at once, the others to its head (PRC-26). */
export const declareUnsolvable: TakeCommand<'declareUnsolvable'> = (_state, terms) => {
  const up = terms.upAtOnceWhenUnsolvable;
  return step({}, [entry('unsolvable', { up }, up ? 'up-at-once' : 'to-the-head')], {
    notices: [
      { to: { kind: 'department-head' }, code: 'unsolvable' },
      ...(up ? [{ to: { kind: 'capability', capability: 'lead' } as const, code: 'unsolvable' }] : []),
    ],
  });
};
