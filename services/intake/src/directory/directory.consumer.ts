import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTransient, type Bus, type Consumption } from '@redress/bus';
import {
  DIRECTORY_TOPIC,
  departmentChanged,
  personChanged,
  type DepartmentChanged,
  type PersonChanged,
} from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { Readiness, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { BUS } from '../intake.tokens.ts';
import { DirectoryRepository } from './directory.repository.ts';

const GROUP = 'intake.directory';

/** Projects staffing's directory: people, departments and their heads. */
@Injectable()
export class DirectoryConsumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private consumption: Consumption | undefined;

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Database) private readonly database: Database,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('consumers')) return;
    this.consumption = this.bus.consume({
      group: GROUP,
      topics: [DIRECTORY_TOPIC],
      schemaOf: (type) => [personChanged, departmentChanged].find((contract) => contract.type === type)?.data,
      handle: (event) => this.project(event),
      handleTombstone: ({ key }) => this.directory.removePerson(this.database, key.replace('person:', '')),
      isTransient,
    });
    this.readiness.register('directory', () => this.consumption?.health() ?? null);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.consumption?.stop();
  }

  private async project(event: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (!(await takeOnce(tx, 'intake', GROUP, event.id))) return;
      if (event.type === personChanged.type) {
        const { id, name, departmentId, roles, onDuty } = event.data as PersonChanged;
        await this.directory.putPerson(tx, { id, name, departmentId, roles, onDuty, version: event.sequence });
      } else {
        const { code, title, headId } = event.data as DepartmentChanged;
        await this.directory.putDepartment(tx, { code, title, headId, version: event.sequence });
      }
    });
  }
}
