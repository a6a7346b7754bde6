import type { Instant } from '@redress/policy';
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
  /** Departments in which somebody has fallen ill. */
  private readonly shorthanded = new Set<string>();

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

  /** Somebody falls ill for a while: one person of each department, not more. */
  async fallsIll(personId: string, departmentId: string, until: Instant): Promise<void> {
    if (this.shorthanded.has(departmentId)) return;
    this.shorthanded.add(departmentId);
    const url = `${this.installation.urls.staffing}/people/${personId}/absences`;
    const answer = await this.withId(personId).post(url, { until });
    if (answer.status !== 201)
      throw new Error(`the absence was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  withId(id: string): Person {
    const username = this.usernames.get(id);
    if (username === undefined) throw new Error(`nobody of the directory has the id ${id}`);
    return this.called(username);
  }
}
