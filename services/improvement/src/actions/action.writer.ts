import { Inject, Injectable } from '@nestjs/common';
import { ACTION_TOPIC, type ActionFact, type ActionStanding } from '@redress/contracts';
import { appendFacts, appendItems, type CloudEvent, type Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { ComplaintRepository } from '../register/complaint.repository.ts';
import type { ImprovementSettings } from '../improvement.settings.ts';
import { SCHEMA } from '../schema.ts';
import type { Action, ActionStep } from './action.ts';
import { clockOf, type ActionTerms } from './action.clocks.ts';
import { ActionRepository } from './action.repository.ts';

/** The queue of the outbox whose rows start or wake a process. */
export const PROCESS = 'process';

const DAY_MS = 86_400_000;

/** What a step comes of. */
export interface StepCause {
  readonly at: Instant;
  /** Null where a date has passed, or the register planned it. */
  readonly actorId: string | null;
  readonly textId: string | null;
  readonly request: ActRequest | null;
  /** False where the process itself has asked, and sees what came of it. */
  readonly wakes: boolean;
}

/** A request that is taken once, under its key. */
export interface ActRequest {
  readonly id: string;
  readonly hash: Buffer;
}

/** Writes one step: the action, the instants ahead, its history, the fact, and the word to its process; one transaction. */
@Injectable()
export class ActionWriter {
  constructor(
    private readonly actions: ActionRepository,
    private readonly complaints: ComplaintRepository,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<ImprovementSettings>,
  ) {}

  get terms(): ActionTerms {
    const { extra } = this.config;
    return {
      remindAt: extra.REDRESS_ACTION_REMIND_AT,
      judgeWithinMs: extra.REDRESS_ACTION_JUDGE_WITHIN_DAYS * DAY_MS,
      escalateAfterMs: extra.REDRESS_ACTION_ESCALATE_AFTER_DAYS * DAY_MS,
    };
  }

  /** A new action; false when it is there already. */
  async plan(tx: Tx, action: Action, cause: StepCause): Promise<boolean> {
    if (!(await this.actions.insert(tx, { ...action, sequence: 0 }))) return false;
    await this.write(tx, { ...action, sequence: 0 }, PLANNED, cause);
    return true;
  }

  /** The caller holds the lock of the action. Answers it as it stands after the step. */
  async write(tx: Tx, before: Action, step: ActionStep, cause: StepCause): Promise<Action> {
    const changed: Action = { ...before, ...step.changes, sequence: before.sequence + 1 };
    const clock = clockOf(changed, this.terms);
    await this.actions.layRungs(tx, changed.id, clock.rungs);
    const nextDueAt = (await this.actions.nextRung(tx, changed.id))?.firesAt ?? null;
    const after: Action = { ...changed, owedAt: clock.owedAt, nextDueAt };
    await this.actions.update(tx, after);
    await this.insertEntry(tx, after, step, cause);
    const event = await this.eventOf(tx, after, step, cause);
    await appendFacts(tx, SCHEMA, [{ topic: ACTION_TOPIC, key: after.id, sequence: after.sequence, event }]);
    if (cause.wakes) await this.wake(tx, after);
    return after;
  }

  private async insertEntry(tx: Tx, { id, sequence }: Action, step: ActionStep, cause: StepCause): Promise<void> {
    const { happening, code, detail } = step;
    await tx.query(
      `INSERT INTO improvement.entries (action_id, sequence, at, happening, code, detail, actor_id, text_id, request_id, request_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, sequence, cause.at, happening, code, JSON.stringify(detail), cause.actorId, cause.textId],
        ...[cause.request?.id ?? null, cause.request?.hash ?? null],
      ],
    );
  }

  /** The process is started where it does not live, and looks at the table anew. */
  private async wake(tx: Tx, { id, sequence }: Action): Promise<void> {
    await appendItems(tx, SCHEMA, [{ queue: PROCESS, topic: ACTION_TOPIC, key: id, sequence, body: {} }]);
  }

  private async eventOf(tx: Tx, action: Action, step: ActionStep, { at }: StepCause): Promise<CloudEvent<ActionFact>> {
    const { access, drill } = await this.complaints.labelsOf(tx, action.complaintId);
    return {
      specversion: '1.0',
      id: uuid5(String(action.sequence), action.id),
      source: '/redress/improvement',
      type: `redress.action.${step.happening}.v1`,
      subject: action.id,
      time: at,
      datacontenttype: 'application/json',
      sequence: action.sequence,
      access,
      ...(drill ? { drill: true as const } : {}),
      data: { standing: standingOf(action), detail: { code: step.code, to: [...step.to], ...step.detail } },
    };
  }
}

const PLANNED: ActionStep = {
  changes: {},
  happening: 'planned',
  code: 'action-planned',
  to: ['owner'],
  detail: {},
};

function standingOf(action: Action): ActionStanding {
  const { complaintId, kind, source, stage, round, ownerId, departmentId, dueAt, followUpAt } = action;
  return { complaintId, kind, source, stage, round, ownerId, departmentId, dueAt, followUpAt };
}
