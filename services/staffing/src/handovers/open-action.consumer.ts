import { Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import { ACTION_TOPIC, actionFact } from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { SCHEMA } from '../schema.ts';
import { OpenActionRepository } from './open-action.repository.ts';

const GROUP = 'staffing.open-actions';

/** Follows who owes which improvement action. */
@Injectable()
export class OpenActionConsumer {
  constructor(
    private readonly database: Database,
    private readonly openActions: OpenActionRepository,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [ACTION_TOPIC],
      schemaOf: (type) => (type.startsWith('redress.action.') ? actionFact : undefined),
      handle: (event) => this.handle(event),
    };
  }

  async handle({ id, subject, sequence, data }: CloudEvent): Promise<void> {
    const { ownerId, stage } = actionFact.parse(data).standing;
    await this.database.tx(async (tx) => {
      if (await takeOnce(tx, SCHEMA, GROUP, id))
        await this.openActions.follow(tx, subject, ownerId, sequence, stage !== 'closed');
    });
  }
}
