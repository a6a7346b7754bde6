import { Inject, Injectable } from '@nestjs/common';
import type { ConsumeOptions, Position } from '@redress/bus';
import {
  DIRECTORY_TOPIC,
  PERSON_TOPIC,
  personChanged,
  personHandOverOrdered,
  type PersonChanged,
  type PersonHandOverOrdered,
} from '@redress/contracts';
import { Database, takeOnce, type CloudEvent, type Tx } from '@redress/db';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { AwayWriter, type Away } from './away.writer.ts';
import { HeldCases } from './held.cases.ts';

const GROUP = 'intake.absence';

/**
 * Acts on absences, leavings and ordered hand-overs: each open complaint of the person is asked to move (WRK-3). A group
 * apart from the projection of the directory, so that projecting anew never acts again.
 */
@Injectable()
export class AbsenceConsumer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(HeldCases) private readonly held: HeldCases,
    @Inject(AwayWriter) private readonly writer: AwayWriter,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [DIRECTORY_TOPIC, PERSON_TOPIC],
      schemaOf: (type) => [personChanged, personHandOverOrdered].find((contract) => contract.type === type)?.data,
      handle: (event) => this.handle(event),
      handleTombstone: (at) => this.left(at),
    };
  }

  async handle(event: CloudEvent): Promise<void> {
    await this.act(event.id, (tx) =>
      event.type === personChanged.type
        ? this.changed(tx, event as CloudEvent<PersonChanged>)
        : this.handedOver(tx, event as CloudEvent<PersonHandOverOrdered>),
    );
  }

  /** Who has left stands in for nobody either. */
  async left({ topic, partition, offset, key }: Position): Promise<void> {
    const personId = key.replace('person:', '');
    const cause = `${topic}/${partition}/${offset}`;
    await this.act(cause, async (tx) => {
      await this.directory.removePerson(tx, personId);
      await this.move(tx, await this.held.namedOn(tx, personId), { personId, to: null }, cause);
    });
  }

  /**
   * The person's row is updated before the cases are listed: a step that moves ownership holds it, so it has either been
   * seen here or sees the absence itself. What is no longer the latest word about the person is not acted on.
   */
  private async changed(tx: Tx, { id: cause, sequence: version, data }: CloudEvent<PersonChanged>): Promise<void> {
    const { id, name, departmentId, roles, onDuty } = data;
    await this.directory.putPerson(tx, { id, name, departmentId, roles, onDuty, version });
    if (onDuty || (await this.directory.lockVersion(tx, id)) !== version) return;
    await this.move(tx, await this.held.ownedBy(tx, id), { personId: id, to: null }, cause);
  }

  private async handedOver(tx: Tx, { id: cause, data }: CloudEvent<PersonHandOverOrdered>): Promise<void> {
    const { personId, to } = data;
    await this.move(tx, await this.held.ownedBy(tx, personId), { personId, to }, cause);
  }

  private async move(tx: Tx, complaints: readonly string[], away: Away, cause: string): Promise<void> {
    for (const complaintId of complaints) await this.writer.write(tx, complaintId, away, cause);
  }

  private async act(cause: string, effect: (tx: Tx) => Promise<void>): Promise<void> {
    await this.database.tx(async (tx) => {
      if (await takeOnce(tx, 'intake', GROUP, cause)) await effect(tx);
    });
  }
}
