import type { Tx } from '@redress/db';

/** The entry that tells of an act, by the command's name. A step may bear further ones. */
const TOLD_AS: Readonly<Record<string, string>> = {
  accept: 'accepted',
  logContact: 'contacted',
  requestFrom: 'requested',
  answerRequest: 'request-answered',
  recordFinding: 'found',
  propose: 'proposed',
  approve: 'decided',
  returnProposal: 'returned',
  putOffer: 'offered',
  answerOffer: 'offer-answered',
  completeTask: 'task-done',
  tellResult: 'told',
  answerSurvey: 'surveyed',
  recordAnalysis: 'analysed',
  fileReport: 'report-filed',
  recordFollowUp: 'followed-up',
  message: 'message-received',
  reopen: 'reopened',
};

/** What became of one command in the register. */
export interface LedgerAct {
  readonly commandId: string;
  readonly name: string;
  readonly status: string | null;
  /** Steps that the command has made. */
  readonly steps: number;
  /** Lines of the timeline that tell of the act. */
  readonly lines: number;
}

/** Every act of people on these complaints with its traces. */
export async function actsOf(tx: Tx, complaintIds: readonly string[]): Promise<LedgerAct[]> {
  return tx.query<LedgerAct>(
    `SELECT command.id AS "commandId", command.name, command.outcome ->> 'status' AS status,
       count(DISTINCT step.number)::int AS steps, count(line.sequence)::int AS lines
     FROM intake.commands AS command
     LEFT JOIN intake.steps AS step
       ON step.complaint_id = command.complaint_id AND step.cause_kind = 'command' AND step.cause_id = command.id::text
     LEFT JOIN intake.timeline AS line
       ON line.complaint_id = step.complaint_id AND line.step = step.number AND line.code = $1::jsonb ->> command.name
     WHERE command.complaint_id = ANY($2) AND command.actor ->> 'kind' <> 'system' GROUP BY command.id ORDER BY command.id`,
    [JSON.stringify(TOLD_AS), complaintIds],
  );
}

/** Acts that were not done exactly once: a sentence each. */
export function notOnce(acts: readonly LedgerAct[]): string[] {
  return acts
    .filter(({ status, steps, lines }) => status !== 'done' || steps !== 1 || lines !== 1)
    .map(
      ({ commandId, name, status, steps, lines }) => `${name} ${commandId}: ${status}, ${steps} steps, ${lines} lines`,
    );
}
