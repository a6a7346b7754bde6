import { randomUUID } from 'node:crypto';
import { Person } from '../api.client.ts';
import { DEMO_PASSWORD, type Administrator, type Colleague } from './administrator.ts';

const PASSWORD = 'words of the head office';

/** Somebody outside the departments of the stories. */
export interface OfficePerson extends Colleague {
  readonly person: Person;
}

/**
 * Everybody who works outside the departments of the stories: whom a ladder tells by role, whoever the complaint
 * belongs to. All stories share them, so no story sends one of them away.
 */
export class HeadOffice {
  private constructor(readonly people: OfficePerson[]) {}

  static async open(administrator: Administrator): Promise<HeadOffice> {
    const { staffing } = administrator.urls;
    const people = (await administrator.everybody()).map((colleague): OfficePerson => ({
      ...colleague,
      person: new Person(staffing, colleague.username, DEMO_PASSWORD),
    }));
    return new HeadOffice(people);
  }

  /** Hires somebody for each of these roles that nobody holds yet. */
  async staff(administrator: Administrator, roles: readonly string[]): Promise<void> {
    const missing = roles.filter((role) => this.holdersOf(role).length === 0);
    if (missing.length === 0) return;
    const departmentId = `head-office-${randomUUID().slice(0, 8)}`;
    await administrator.foundDepartment(departmentId);
    for (const role of missing) {
      const colleague = { id: randomUUID(), username: `${role}.${departmentId}`, departmentId, roles: [role] };
      await administrator.hire({ ...colleague, name: role, skills: [], password: PASSWORD });
      const person = new Person(administrator.urls.staffing, colleague.username, PASSWORD);
      this.people.push({ ...colleague, person });
    }
  }

  holdersOf(role: string): OfficePerson[] {
    return this.people.filter(({ roles }) => roles.includes(role));
  }

  /** Somebody who may do all of this. Throws when nobody may. */
  async whoMay(...capabilities: readonly string[]): Promise<Person> {
    for (const { person } of this.people) {
      const may = await person.capabilities();
      if (capabilities.every((capability) => may.includes(capability))) return person;
    }
    throw new Error(`nobody in the head office may ${capabilities.join(' and ')}`);
  }

  /** How a story calls the person: by role, and by user name where several hold it. Null for whoever works elsewhere. */
  nameOf(id: string): string | null {
    const found = this.people.find((one) => one.id === id);
    const [role] = found?.roles ?? [];
    if (found === undefined || role === undefined) return null;
    const words = role.replaceAll('-', ' ');
    return this.holdersOf(role).length === 1 ? words : `${words} (${found.username})`;
  }
}
