import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { PersonCipher } from '@redress/db';
import { SERVICE_CONFIG, type ProcessRole, type ServiceConfig } from '@redress/service-kit';
import { AbsenceKeeper } from './absences/absence.keeper.ts';
import { AbsenceRepository } from './absences/absence.repository.ts';
import { AbsenceSweeper } from './absences/absence.sweeper.ts';
import { AbsencesController } from './absences/absences.controller.ts';
import { AbsencesService } from './absences/absences.service.ts';
import { ShortageWatch } from './absences/shortage.watch.ts';
import { AssignActivities } from './assignment/assign.activities.ts';
import { Assigner } from './assignment/assigner.ts';
import { AssignmentRepository } from './assignment/assignment.repository.ts';
import { HandlerRoster } from './assignment/handler.roster.ts';
import { OpenCaseConsumer } from './assignment/open-case.consumer.ts';
import { OpenCaseRepository } from './assignment/open-case.repository.ts';
import { PackActivatedConsumer } from './authority/pack-activated.consumer.ts';
import { PackRoleRepository } from './authority/pack-role.repository.ts';
import { PackReadiness } from './authority/pack.readiness.ts';
import { StaffingBus } from './background/staffing.bus.ts';
import { StaffingConsumers } from './background/staffing.consumers.ts';
import { StaffingRelay } from './background/staffing.relay.ts';
import { StaffingWorker } from './background/staffing.worker.ts';
import { ContactRepository } from './contacts/contact.repository.ts';
import { ContactsController } from './contacts/contacts.controller.ts';
import { ContactsService } from './contacts/contacts.service.ts';
import { DepartmentRepository } from './departments/department.repository.ts';
import { DepartmentsController } from './departments/departments.controller.ts';
import { DepartmentsService } from './departments/departments.service.ts';
import { DirectoryPublisher } from './events/directory.publisher.ts';
import { HandOversController } from './handovers/hand-overs.controller.ts';
import { HandOversService } from './handovers/hand-overs.service.ts';
import { DeparturesService } from './people/departures.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleService } from './people/people.service.ts';
import { PersonChanger } from './people/person.changer.ts';
import { PersonRepository } from './people/person.repository.ts';
import { StaffAccess } from './people/staff.access.ts';
import { SCHEMA } from './schema.ts';
import { DemoSeeder } from './seed/demo.seeder.ts';
import { PasswordHasher } from './sessions/password.hasher.ts';
import { SessionService } from './sessions/session.service.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { SignInThrottle } from './sessions/sign-in.throttle.ts';
import { SigningKeyRepository } from './sessions/signing-key.repository.ts';
import { SigningKeys } from './sessions/signing.keys.ts';

const cipher: Provider = {
  provide: PersonCipher,
  inject: [SERVICE_CONFIG],
  useFactory: ({ masterKey }: ServiceConfig) => new PersonCipher(SCHEMA, masterKey),
};

const always: Provider[] = [
  cipher,
  AbsenceRepository,
  AssignmentRepository,
  ContactRepository,
  DepartmentRepository,
  OpenCaseRepository,
  PackRoleRepository,
  PersonRepository,
  SigningKeyRepository,
  AbsenceKeeper,
  AbsencesService,
  Assigner,
  ContactsService,
  DepartmentsService,
  DeparturesService,
  DirectoryPublisher,
  HandlerRoster,
  HandOversService,
  PackReadiness,
  PasswordHasher,
  PeopleService,
  PersonChanger,
  SessionService,
  ShortageWatch,
  SigningKeys,
  SignInThrottle,
  StaffAccess,
  DemoSeeder,
];

/** The parts that run by themselves, by the role of the process that runs them. */
const background: Readonly<Record<ProcessRole, Provider[]>> = {
  api: [],
  activities: [AssignActivities, StaffingWorker],
  relay: [StaffingBus, StaffingRelay, AbsenceSweeper],
  consumers: [StaffingBus, OpenCaseConsumer, PackActivatedConsumer, StaffingConsumers],
};

@Module({})
export class StaffingModule {
  static with(roles: readonly ProcessRole[]): DynamicModule {
    const parts = new Set(roles.flatMap((role) => background[role]));
    const services = [
      ...[AbsencesService, ContactsService, DepartmentsService, DeparturesService],
      ...[HandOversService, PeopleService, SessionService, SigningKeys],
    ];
    return { module: StaffingModule, providers: [...always, ...parts], exports: services };
  }

  /** The API on top of the services of `staffing`. */
  static api(staffing: DynamicModule): DynamicModule {
    return {
      module: StaffingApi,
      imports: [staffing],
      controllers: [
        ...[SessionsController, PeopleController, DepartmentsController],
        ...[AbsencesController, HandOversController, ContactsController],
      ],
    };
  }
}

class StaffingApi {}
