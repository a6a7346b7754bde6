import { Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import { PACK_TOPIC, packActivated, type PackActivated } from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { toInstant, toMs } from '@redress/policy';
import { SCHEMA } from '../schema.ts';
import { PackRoleRepository } from './pack-role.repository.ts';

const GROUP = 'staffing.packs';

/** Keeps the roles of the packs in force; the activation's time decides which version that is. */
@Injectable()
export class PackActivatedConsumer {
  constructor(
    private readonly database: Database,
    private readonly packRoles: PackRoleRepository,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [PACK_TOPIC],
      schemaOf: (type) => (type === packActivated.type ? packActivated.data : undefined),
      handle: (event) => this.handle(event),
    };
  }

  async handle(event: CloudEvent): Promise<void> {
    // The bus has checked the data against the schema, and lets fields pass that were added since.
    const pack = event.data as PackActivated;
    await this.database.tx(async (tx) => {
      if (await takeOnce(tx, SCHEMA, GROUP, event.id))
        await this.packRoles.activate(tx, pack, toInstant(toMs(event.time)), event.sequence);
    });
  }
}
