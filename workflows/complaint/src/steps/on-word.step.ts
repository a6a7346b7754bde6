import type { DeliveredCommand } from '@redress/contracts/workflow';
import { COMMANDS, type CaseState } from '@redress/policy';
import { spoken } from './contact.step.ts';
import { entry, step, type Verdict } from './step.ts';

/** What the customer alone can say, entered by an employee: the talk in which it was said is a contact (design, Commands). */
export function onTheWordOf(state: CaseState, command: DeliveredCommand, verdict: Verdict): Verdict {
  if (COMMANDS[command.name].place !== 'customer' || command.actor.kind !== 'person') return verdict;
  if (!('decision' in verdict)) return verdict;
  const { changes, entries, duties, ...more } = verdict.decision;
  const { channel } = command.facts['said'] as { channel: string };
  const contact = spoken(state, command.acceptedAt);
  const contacted = entry('contacted', { channel, outcome: 'reached', doneAt: null, everyWay: false });
  return step({ ...contact.changes, ...changes }, [contacted, ...entries], {
    ...more,
    duties: [...contact.duties, ...duties],
  });
}
