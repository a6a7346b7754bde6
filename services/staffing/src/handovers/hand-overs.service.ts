import { Injectable } from '@nestjs/common';
import { personHandOverOrdered, type PersonHandOverOrdered } from '@redress/contracts';
import { appendFacts, Database, type CloudEvent, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { OpenCaseRepository } from '../assignment/open-case.repository.ts';
import { capabilitiesOf } from '../authority/authority.policy.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { PersonRepository, type Person } from '../people/person.repository.ts';
import { StaffAccess } from '../people/staff.access.ts';
import { unknownPerson } from '../people/unknown.person.ts';
import { SCHEMA } from '../schema.ts';
import type { HandOverView, NewHandOver } from './hand-over.schemas.ts';

const EVENT_IDS = 'c4f1a7d8-52be-5e09-9d63-0b8e7f2a4c16';

/** Everything that somebody owes is to move to another one: ordered here, done and shown where the work lies (WRK-3). */
@Injectable()
export class HandOversService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly openCases: OpenCaseRepository,
    private readonly packRoles: PackRoleRepository,
    private readonly access: StaffAccess,
    private readonly clock: DomainClock,
  ) {}

  order(actor: Actor, personId: string, { to }: NewHandOver): Promise<HandOverView> {
    return this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (person === null) throw unknownPerson();
      await this.access.mayHandOver(tx, actor, person);
      if (to !== undefined) await this.canTake(tx, person, to);
      await this.publish(tx, { personId, to: to ?? null, orderedBy: actor.id });
      return { openCases: await this.openCases.countOf(tx, personId) };
    });
  }

  private async canTake(tx: Tx, person: Person, to: string): Promise<void> {
    const taker = to === person.id ? null : await this.people.find(tx, to);
    if (taker === null) throw new RefusalError(422, { code: 'unknown-person', facts: { to } });
    if (!taker.onDuty) throw new RefusalError(422, { code: 'not-on-duty', facts: { to } });
    const capabilities = capabilitiesOf(taker, await this.packRoles.list(tx));
    if (!capabilities.includes('handle')) throw new RefusalError(422, { code: 'handles-no-complaints', facts: { to } });
  }

  private async publish(tx: Tx, data: PersonHandOverOrdered): Promise<void> {
    const { type, topic } = personHandOverOrdered;
    const key = data.personId;
    const sequence = await this.people.nextOrder(tx, key);
    const event: CloudEvent = {
      specversion: '1.0',
      id: uuid5(`${key}/${sequence}`, EVENT_IDS),
      source: '/redress/staffing',
      type,
      subject: key,
      time: await this.clock.now(tx),
      datacontenttype: 'application/json',
      sequence,
      access: 'open',
      data,
    };
    await appendFacts(tx, SCHEMA, [{ topic, key, sequence, event }]);
  }
}
