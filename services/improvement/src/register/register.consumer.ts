import { Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import {
  COMPLAINT_TOPIC,
  complaintEventType,
  complaintStanding,
  DIRECTORY_TOPIC,
  departmentChanged,
  personChanged,
  type DepartmentChanged,
  type PersonChanged,
} from '@redress/contracts';
import { Database, takeOnce, type CloudEvent, type Tx } from '@redress/db';
import { z } from 'zod';
import { CauseRepository } from '../causes/cause.repository.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { SCHEMA } from '../schema.ts';
import { ComplaintRepository } from './complaint.repository.ts';

const GROUP = 'improvement.register';

/** All that is kept of a fact about a complaint; whatever else is in it may change. */
const complaintFact = z.object({
  standing: z.object(
    complaintStanding.pick({ number: true, level: true, round: true, departmentId: true, concerned: true }).shape,
  ),
  detail: z.looseObject({ categories: z.string().optional(), cause: z.string().optional() }),
});

/** Projects what the other services tell: complaints with their causes, people and departments. Only projects. */
@Injectable()
export class RegisterConsumer {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintRepository,
    private readonly causes: CauseRepository,
    private readonly directory: DirectoryRepository,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [COMPLAINT_TOPIC, DIRECTORY_TOPIC],
      schemaOf: (type) =>
        type.startsWith('redress.complaint.')
          ? complaintFact
          : [personChanged, departmentChanged].find((contract) => contract.type === type)?.data,
      handle: (event) => this.handle(event),
      handleTombstone: ({ key }) => this.directory.removePerson(this.database, key.replace('person:', '')),
    };
  }

  async handle(event: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (!(await takeOnce(tx, SCHEMA, GROUP, event.id))) return;
      if (event.type === personChanged.type)
        await this.directory.putPerson(tx, event.data as PersonChanged, event.sequence);
      else if (event.type === departmentChanged.type)
        await this.directory.putDepartment(tx, event.data as DepartmentChanged, event.sequence);
      else await this.followComplaint(tx, event);
    });
  }

  private async followComplaint(tx: Tx, { type, subject: id, sequence, time, access, drill, data }: CloudEvent) {
    const { standing, detail } = complaintFact.parse(data);
    const { concerned = [] } = standing;
    const labels = { access: access === 'restricted' ? access : 'open', concerned, drill: drill === true } as const;
    await this.complaints.follow(tx, { id, number: standing.number, level: standing.level, sequence, ...labels });
    if (type === REGISTERED) await this.complaints.categorise(tx, id, codesIn(detail.categories ?? ''));
    if (type === ANALYSED && detail.cause !== undefined) {
      const { round, departmentId } = standing;
      const cause = { complaintId: id, round, cause: detail.cause, departmentId, analysedAt: time, sequence };
      await this.causes.put(tx, cause);
    }
  }
}

const REGISTERED = complaintEventType('registered');
const ANALYSED = complaintEventType('analysed');

/** Codes with commas between, each once. */
function codesIn(text: string): string[] {
  return [...new Set(text.split(',').filter((code) => code !== ''))];
}
