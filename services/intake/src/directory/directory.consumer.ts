import { Inject, Injectable } from '@nestjs/common';
import type { ConsumeOptions } from '@redress/bus';
import {
  DIRECTORY_TOPIC,
  departmentChanged,
  personChanged,
  type DepartmentChanged,
  type PersonChanged,
} from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { DirectoryRepository } from './directory.repository.ts';

const GROUP = 'intake.directory';

/** Projects staffing's directory: people, departments and their heads. */
@Injectable()
export class DirectoryConsumer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
  ) {}

  options(): ConsumeOptions {
    return {
      group: GROUP,
      topics: [DIRECTORY_TOPIC],
      schemaOf: (type) => [personChanged, departmentChanged].find((contract) => contract.type === type)?.data,
      handle: (event) => this.project(event),
      handleTombstone: ({ key }) => this.directory.removePerson(this.database, key.replace('person:', '')),
    };
  }

  private async project(event: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (!(await takeOnce(tx, 'intake', GROUP, event.id))) return;
      if (event.type === personChanged.type) {
        const { id, name, departmentId, roles, onDuty } = event.data as PersonChanged;
        await this.directory.putPerson(tx, { id, name, departmentId, roles, onDuty, version: event.sequence });
      } else {
        const { code, parent, title, headId } = event.data as DepartmentChanged;
        await this.directory.putDepartment(tx, { code, parent, title, headId, version: event.sequence });
      }
    });
  }
}
