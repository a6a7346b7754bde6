import { Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import { COMPLAINT_TOPIC, complaintStanding } from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import type { Stage } from '@redress/policy';
import { z } from 'zod';
import { SCHEMA } from '../schema.ts';
import { OpenCaseRepository } from './open-case.repository.ts';

const GROUP = 'staffing.open-cases';

/** Stages in which nobody has work with the complaint. */
const DONE: readonly Stage[] = ['closed', 'ended'];

/** All that loads need of a fact about a complaint; whatever else is in it may change. */
const standingOnly = z.object({ standing: z.object(complaintStanding.pick({ stage: true, owner: true }).shape) });

/** Follows ownership from the facts about complaints, so that loads are right after every hand-over and closing. */
@Injectable()
export class OpenCaseConsumer {
  constructor(
    private readonly database: Database,
    private readonly openCases: OpenCaseRepository,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [COMPLAINT_TOPIC],
      schemaOf: (type) => (type.startsWith('redress.complaint.') ? standingOnly : undefined),
      handle: (event) => this.handle(event),
    };
  }

  async handle({ id, subject, sequence, data }: CloudEvent): Promise<void> {
    const { standing } = standingOnly.parse(data);
    const { owner, stage } = standing;
    // Before anybody owns it there is no load; what assignment has noted meanwhile stands.
    if (owner === null) return;
    await this.database.tx(async (tx) => {
      if (await takeOnce(tx, SCHEMA, GROUP, id))
        await this.openCases.follow(tx, subject, owner, sequence, !DONE.includes(stage));
    });
  }
}
