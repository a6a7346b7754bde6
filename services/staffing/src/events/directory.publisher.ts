import { Injectable } from '@nestjs/common';
import {
  DIRECTORY_TOPIC,
  departmentChanged,
  personChanged,
  type DepartmentChanged,
  type PersonChanged,
} from '@redress/contracts';
import { appendFacts, type CloudEvent, type OutboxFact, type Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import type { Department } from '../departments/department.repository.ts';
import type { Person } from '../people/person.repository.ts';
import { SCHEMA } from '../schema.ts';

/** The same change has the same id, however often it is published. */
const EVENT_IDS = '0b3c1b8e-6a1d-5f0a-8c5e-2f4a7d9e1c31';

interface Change {
  readonly type: string;
  readonly subject: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly data: PersonChanged | DepartmentChanged;
}

/** Writes facts about people and departments into the outbox, in the transaction that changed them. */
@Injectable()
export class DirectoryPublisher {
  async personChanged(tx: Tx, person: Person, at: Instant): Promise<void> {
    const { id, username, name, departmentId, roles, backupId, onDuty, limits, version } = person;
    const data: PersonChanged = {
      id,
      username,
      name,
      departmentId,
      roles: [...roles],
      backupId,
      onDuty,
      limits,
    };
    await this.publish(tx, `person:${id}`, { type: personChanged.type, subject: id, sequence: version, at, data });
  }

  /** The entry is removed from the topic: who left is named there no longer. */
  async personLeft(tx: Tx, person: Person): Promise<void> {
    await appendFacts(tx, SCHEMA, [
      { topic: DIRECTORY_TOPIC, key: `person:${person.id}`, sequence: person.version, event: null },
    ]);
  }

  async departmentChanged(tx: Tx, { code, parent, title, headId, version }: Department, at: Instant): Promise<void> {
    const data: DepartmentChanged = { code, parent, title, headId };
    await this.publish(tx, `department:${code}`, {
      type: departmentChanged.type,
      subject: code,
      sequence: version,
      at,
      data,
    });
  }

  private async publish(tx: Tx, key: string, change: Change): Promise<void> {
    const { type, subject, sequence, at, data } = change;
    const event: CloudEvent = {
      specversion: '1.0',
      id: uuid5(`${key}/${sequence}`, EVENT_IDS),
      source: '/redress/staffing',
      type,
      subject,
      time: at,
      datacontenttype: 'application/json',
      sequence,
      access: 'open',
      data,
    };
    const fact: OutboxFact = { topic: DIRECTORY_TOPIC, key, sequence, event };
    await appendFacts(tx, SCHEMA, [fact]);
  }
}
