import { Person, type StoryInstallation } from '@redress/scenario';
import { z } from 'zod';

const DEMO_PASSWORD = 'redress-demo';

const peopleList = z.object({
  items: z.array(
    z.object({ id: z.uuid(), username: z.string(), departmentId: z.string(), roles: z.array(z.string()) }),
  ),
});

/** The demo organisation's people, signed in as they are needed. */
export class Company {
  private readonly people = new Map<string, Person>();
  private readonly usernames = new Map<string, string>();

  private constructor(readonly installation: StoryInstallation) {}

  static async open(installation: StoryInstallation): Promise<Company> {
    const company = new Company(installation);
    const answer = await company.called('wei.liu').get(`${installation.urls.staffing}/people`);
    for (const { id, username } of peopleList.parse(answer.body).items) company.usernames.set(id, username);
    return company;
  }

  called(username: string): Person {
    const known = this.people.get(username) ?? new Person(this.installation.urls.staffing, username, DEMO_PASSWORD);
    this.people.set(username, known);
    return known;
  }

  withId(id: string): Person {
    const username = this.usernames.get(id);
    if (username === undefined) throw new Error(`nobody of the directory has the id ${id}`);
    return this.called(username);
  }
}
