import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import { DomainClock, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { ContactRepository } from '../contacts/contact.repository.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { DirectoryPublisher } from '../events/directory.publisher.ts';
import { PersonRepository, type Person } from '../people/person.repository.ts';
import { PasswordHasher } from '../sessions/password.hasher.ts';
import { DEMO_DEPARTMENTS, DEMO_PASSWORD, DEMO_PEOPLE, demoPersonId, type DemoPerson } from './demo.company.ts';
import { DEMO_CONTACTS } from './demo.contacts.ts';

/** One process seeds. */
const SEED_LOCK = 7_130_004;
const ADMINISTRATOR = 'alex.stone';

/** Fills an empty installation of the profiles demo and test with a company; never in production. */
@Injectable()
export class DemoSeeder implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly departments: DepartmentRepository,
    private readonly people: PersonRepository,
    private readonly contacts: ContactRepository,
    private readonly clock: DomainClock,
    private readonly publisher: DirectoryPublisher,
    private readonly passwords: PasswordHasher,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.profile === 'production') return;
    await this.database.tx(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
      if ((await this.departments.list(tx)).length === 0) await this.seed(tx);
    });
  }

  private async seed(tx: Tx): Promise<void> {
    const now = await this.clock.now(tx);
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
    for (const { code, parent, title, head } of DEMO_DEPARTMENTS) {
      const department = { code, parent, title, headId: demoPersonId(head), version: 1 };
      await this.departments.insert(tx, department);
      await this.publisher.departmentChanged(tx, department, now);
    }
    for (const given of DEMO_PEOPLE) {
      await this.people.insert(tx, personOf(given), passwordHash);
      await this.publisher.personChanged(tx, personOf(given), now);
    }
    const by = { id: demoPersonId(ADMINISTRATOR), at: now };
    for (const contact of DEMO_CONTACTS) await this.contacts.put(tx, contact, by);
  }
}

function personOf({ username, name, department, roles, skills, backup }: DemoPerson): Person {
  return {
    id: demoPersonId(username),
    username,
    name,
    phone: null,
    departmentId: department,
    roles,
    skills,
    backupId: backup === null ? null : demoPersonId(backup),
    onDuty: true,
    absentFrom: null,
    absentUntil: null,
    limits: { compensation: null, goodwill: null },
    leftAt: null,
    version: 1,
  };
}
