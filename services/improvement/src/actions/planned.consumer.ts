import { Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import {
  COMPLAINT_TOPIC,
  complaintActionPlanned,
  PERSON_TOPIC,
  personHandOverOrdered,
  type ComplaintActionPlan,
  type PersonHandOverOrdered,
} from '@redress/contracts';
import { Database, takeOnce, type CloudEvent, type Tx } from '@redress/db';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { SCHEMA } from '../schema.ts';
import { change } from './action.decisions.ts';
import { ActionRepository } from './action.repository.ts';
import { ActionWriter, type StepCause } from './action.writer.ts';
import { plannedAction } from './planned.action.ts';

type PlannedEvent = CloudEvent<{ readonly detail: ComplaintActionPlan }>;

const GROUP = 'improvement.actions';

/**
 * Acts on what others tell: an action planned in a complaint becomes a process of its own, and what a person owes moves
 * when that is ordered. A group apart from what projects: a rebuild never acts again.
 */
@Injectable()
export class PlannedConsumer {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionRepository,
    private readonly writer: ActionWriter,
    private readonly directory: DirectoryRepository,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [COMPLAINT_TOPIC, PERSON_TOPIC],
      schemaOf: (type) =>
        [complaintActionPlanned, personHandOverOrdered].find((contract) => contract.type === type)?.data,
      handle: (event) => this.handle(event),
    };
  }

  async handle(event: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (!(await takeOnce(tx, SCHEMA, GROUP, event.id))) return;
      if (event.type === complaintActionPlanned.type) await this.plan(tx, event as PlannedEvent);
      else await this.handOver(tx, event as CloudEvent<PersonHandOverOrdered>);
    });
  }

  private async plan(tx: Tx, { subject, time, data }: PlannedEvent): Promise<void> {
    const { actionId: id, ...plan } = data.detail;
    const given = { ...plan, id, complaintId: subject, source: 'complaint', cause: null, plannedBy: null } as const;
    await this.writer.plan(tx, plannedAction(given, time), causedAt(time, null));
  }

  private async handOver(tx: Tx, { time, data }: CloudEvent<PersonHandOverOrdered>): Promise<void> {
    const ownerId = data.to ?? (await this.directory.backupOf(tx, data.personId));
    if (ownerId === null) return;
    for (const id of await this.actions.openOf(tx, data.personId)) {
      const action = await this.actions.lock(tx, id);
      const verdict = action?.ownerId === data.personId ? change(action, time, { ownerId }) : null;
      if (action !== null && verdict !== null && 'step' in verdict)
        await this.writer.write(tx, action, verdict.step, causedAt(time, data.orderedBy));
    }
  }
}

function causedAt(at: string, actorId: string | null): StepCause {
  return { at, actorId, textId: null, request: null, wakes: true };
}
