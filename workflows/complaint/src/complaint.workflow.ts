import { RUN_AHEAD, type ComplaintStart, type DeliveredCommand } from '@redress/contracts/workflow';
import { gate, type CommandName, type Terms } from '@redress/policy';
import { allHandlersFinished, ApplicationFailure, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { ComplaintLife, type Answer } from './complaint.life.ts';
import { receiveMessages } from './complaint.messages.ts';
import { askRegister, failureCode, settle, staffing } from './complaint.register.ts';
import { PROCESS } from './complaint.stages.ts';
import { onTheWordOf } from './steps/on-word.step.ts';
import { no, type TakeCommand, type Taken, type Verdict } from './steps/step.ts';
import { STEPS } from './steps/steps.ts';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;

/**
 * A complaint's process, from its registration until it has ended: sleep until something is due or somebody acts, fire
 * what is due, take the command, ask others for what is owed; again.
 */
export async function complaint(start: ComplaintStart): Promise<void> {
  const life = new ComplaintLife(start);
  receiveMessages(life);
  while (!life.ended || life.inbox.length > 0) {
    const slept = await sleepUntilNeeded(life);
    if (slept || life.woken) await fireWhatIsDue(life);
    await takeCommand(life);
    await takeAnswer(life);
    askForWhatIsOwed(life);
    await startAfreshWhenLong(life);
  }
  await condition(allHandlersFinished);
}

/** True when the time to the next due instant has been slept out; a waiting command or a wake ends the sleep early. */
async function sleepUntilNeeded(life: ComplaintLife): Promise<boolean> {
  if (life.hasWork) return false;
  if (life.wakeAfterMs === null) {
    await condition(() => life.hasWork);
    return false;
  }
  return life.wakeAfterMs <= 0 || !(await condition(() => life.hasWork, life.wakeAfterMs));
}

/** The register fires what has passed; what moves the stage is the stage's own decision. */
async function fireWhatIsDue(life: ComplaintLife): Promise<void> {
  life.woken = false;
  await guarded(life, async () => {
    await askRegister(life);
    while (life.passed !== null) {
      const { dutyId, kind, dueAt } = life.passed;
      const reply = await settle(life, { kind: 'passed', dutyId, dueAt }, () => passing(life, kind));
      if (reply.awaitsCommands) return;
    }
  });
}

function passing(life: ComplaintLife, kind: NonNullable<ComplaintLife['passed']>['kind']): Verdict {
  const follows = PROCESS[life.state.stage].passes?.[kind];
  if (follows === undefined) return no('out-of-order', { stage: life.state.stage, kind });
  return follows(life.state, life.terms as Terms);
}

/** One command, in the order accepted; what fell due before it was accepted fires first. */
async function takeCommand(life: ComplaintLife): Promise<void> {
  const command = life.inbox[0];
  if (command === undefined) return;
  if (life.terms === null || (life.nextDueAt !== null && life.nextDueAt <= command.acceptedAt))
    await fireWhatIsDue(life);
  if (life.terms === null) return;
  await guarded(life, async () => {
    const reply = await settle(life, { kind: 'command', commandId: command.commandId }, () => decide(life, command));
    if (reply.outcome === null) return;
    life.inbox.shift();
    life.outcomes.set(command.commandId, reply.outcome);
  });
}

function decide(life: ComplaintLife, command: DeliveredCommand): Verdict {
  const terms = life.terms as Terms;
  const answer = gate(life.state, terms, command.actor, command.name);
  if (!answer.allowed) return { refusal: answer.refusal };
  const take = STEPS[command.name] as TakeCommand<CommandName>;
  return onTheWordOf(life.state, command, take(life.state, terms, command as Taken<CommandName>));
}

/** An answer to what is no longer owed is dropped. */
async function takeAnswer(life: ComplaintLife): Promise<void> {
  const answer = life.answers[0];
  if (answer === undefined) return;
  if (life.state.assignmentDuty !== answer.dutyId) {
    life.answers.shift();
    return;
  }
  await guarded(life, async () => {
    const reply = await settle(life, { kind: 'answer', dutyId: answer.dutyId }, () => assignment(life, answer));
    if (reply.settled) life.answers.shift();
  });
}

function assignment(life: ComplaintLife, { answer }: Answer): Verdict {
  const take = PROCESS[life.state.stage].assignment;
  return take === undefined ? no('out-of-order', { stage: life.state.stage }) : take(life.state, answer);
}

/** Asks staffing for owner and backup, once a run and duty; the answer comes in by itself and is taken in its turn. */
function askForWhatIsOwed(life: ComplaintLife): void {
  const dutyId = life.state.assignmentDuty;
  if (dutyId === null || life.asked === dutyId) return;
  life.asked = dutyId;
  const { departmentId, formerOwners, concerned, declinedBy, asks } = life.state;
  void staffing
    .assign({
      dutyId: `${life.complaintId}/${dutyId}`,
      complaintId: life.complaintId,
      departmentId,
      skills: asks?.skills ?? [],
      formerOwner: asks?.formerOwner ?? null,
      excluded: [...new Set([...formerOwners, ...concerned, ...declinedBy])],
    })
    .then(
      (answer) => life.answers.push({ dutyId, answer }),
      () => {
        life.asked = null;
        life.woken = true;
      },
    );
}

/** A failure that retrying does not heal: the loop pauses a minute, doubling to fifteen, and asks again. */
async function guarded(life: ComplaintLife, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (failure) {
    const code = failureCode(failure);
    if (code === RUN_AHEAD) throw ApplicationFailure.nonRetryable('the run is ahead of the register', RUN_AHEAD);
    const pause = Math.min(MINUTE_MS * 2 ** life.failures, LONGEST_PAUSE_MS);
    life.failures += 1;
    life.passed = null;
    await condition(() => life.woken, pause);
    life.wakeAfterMs = 0;
  }
}

/** A new run takes over when the history is long, every caller has its answer and nothing waits to be taken. */
async function startAfreshWhenLong(life: ComplaintLife): Promise<void> {
  if (!workflowInfo().continueAsNewSuggested || life.hasWork || life.ended || life.terms === null) return;
  await condition(allHandlersFinished);
  if (!life.hasWork) await continueAsNew<typeof complaint>({ complaintId: life.complaintId, carried: life.carry() });
}
