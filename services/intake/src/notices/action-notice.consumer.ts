import { Inject, Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import { ACTION_TOPIC, actionFact, EVENT_CONTRACTS, type ActionFact } from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { ActionNotice } from './action.notice.ts';

const GROUP = 'intake.action-notices';

/** Puts what improvement tells of its actions into the one inbox that people have (IMP-10). */
@Injectable()
export class ActionNoticeConsumer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ActionNotice) private readonly notices: ActionNotice,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [ACTION_TOPIC],
      schemaOf: (type) => (ACTION_TYPES.has(type) ? actionFact : undefined),
      handle: (event) => this.handle(event),
    };
  }

  async handle(event: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (await takeOnce(tx, 'intake', GROUP, event.id)) await this.notices.tell(tx, event as CloudEvent<ActionFact>);
    });
  }
}

const ACTION_TYPES = new Set(EVENT_CONTRACTS.filter(({ topic }) => topic === ACTION_TOPIC).map(({ type }) => type));
