import {
  CASE_VIEW,
  WAKE,
  type CarriedLife,
  type CommandOutcome,
  type DeliveredCommand,
} from '@redress/contracts/workflow';
import { COMMAND_NAMES } from '@redress/policy';
import { condition, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import type { ComplaintLife } from './complaint.life.ts';

const wake = defineSignal(WAKE);
const caseView = defineQuery<CarriedLife | null>(CASE_VIEW);

/** The message surface: one update a command, answered with its stored outcome; `wake`; one query. */
export function receiveMessages(life: ComplaintLife): void {
  setHandler(wake, () => {
    life.woken = true;
  });
  setHandler(caseView, () => (life.terms === null ? null : life.carry()));
  for (const name of COMMAND_NAMES) {
    setHandler(defineUpdate<CommandOutcome, [DeliveredCommand]>(name), (command) => answer(life, command));
  }
}

/**
 * Commands are taken one by one, in the order they come; the caller waits for its own. One that is sent again from the
 * stuck list has had an outcome in this run: the new attempt gets one of its own. Another run asks the register.
 */
async function answer(life: ComplaintLife, command: DeliveredCommand): Promise<CommandOutcome> {
  life.outcomes.delete(command.commandId);
  life.inbox.push(command);
  await condition(() => life.outcomes.has(command.commandId));
  return life.outcomes.get(command.commandId) as CommandOutcome;
}
