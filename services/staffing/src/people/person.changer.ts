import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { DirectoryPublisher } from '../events/directory.publisher.ts';
import { ShortageWatch } from '../absences/shortage.watch.ts';
import { PersonRepository, type Person } from './person.repository.ts';

/** The one way to change a person: the next version is written, told to everybody, and the department's people counted. */
@Injectable()
export class PersonChanger {
  constructor(
    private readonly people: PersonRepository,
    private readonly publisher: DirectoryPublisher,
    private readonly shortage: ShortageWatch,
  ) {}

  /** The caller holds the lock of the person. */
  async write(tx: Tx, before: Person, change: Partial<Person>, at: Instant): Promise<Person> {
    const after: Person = { ...before, ...change, version: before.version + 1 };
    await this.people.update(tx, after);
    if (after.leftAt === null) await this.publisher.personChanged(tx, after, at);
    else await this.publisher.personLeft(tx, after);
    await this.shortage.look(tx, [before.departmentId, after.departmentId], at);
    return after;
  }
}
