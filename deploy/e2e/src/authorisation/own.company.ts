import { randomUUID } from 'node:crypto';
import { Person, type StoryInstallation, type StorySession } from '@redress/scenario';
import { z } from 'zod';

const PASSWORD = 'words of our own';
const DEMO_PASSWORD = 'redress-demo';
const made = z.object({ id: z.uuid() });

/** Two departments that nobody else uses, with their people, in an installation that others use too. */
export class OwnCompany {
  private readonly run = randomUUID().slice(0, 8);
  private readonly people = new Map<string, Person>();
  private readonly administrator: Person;

  private constructor(private readonly installation: StoryInstallation) {
    this.administrator = new Person(installation.urls.staffing, 'alex.stone', DEMO_PASSWORD);
  }

  /** The department of the case. */
  get department(): string {
    return `own-${this.run}`;
  }

  /** The department that does not have the case. */
  get other(): string {
    return `other-${this.run}`;
  }

  /** Founds both departments and waits until everybody knows of them. */
  static async found(installation: StoryInstallation, session: StorySession): Promise<OwnCompany> {
    const company = new OwnCompany(installation);
    const other = company.other;
    for (const code of [company.department, other]) await company.tell('POST', '/departments', departmentOf(code));
    const hire = (name: string, roles: readonly string[], departmentId = company.department) =>
      company.hire(name, roles, departmentId);
    await Promise.all([hire('ann', ['handler']), hire('ben', ['handler']), hire('col', ['handler'])]);
    await Promise.all([hire('clerk', ['clerk']), hire('approver', ['approver']), hire('head', ['department-head'])]);
    await Promise.all([hire('stranger', ['handler'], other), hire('otherhead', ['department-head'], other)]);
    await Promise.all([hire('manager', ['complaint-manager'], other), hire('auditor', ['auditor'], other)]);
    await Promise.all([hire('admin', ['administrator'], other), hire('leader', ['leader'], other)]);
    await hire('gm', ['general-manager'], other);
    await company.lead(company.department, 'head');
    await company.lead(other, 'otherhead');
    // Nobody who is off duty is given a complaint: this handler only looks on.
    await company.tell('PATCH', `/people/${await company.called('col').id()}`, { onDuty: false });
    for (const person of company.people.values()) await person.id();
    await session.time.quiet();
    return company;
  }

  called(name: string): Person {
    const person = this.people.get(name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  }

  /** The handler with this id, and the other one of the pair. */
  async pair(owner: string): Promise<{ owner: Person; backup: Person }> {
    const [ann, ben] = [this.called('ann'), this.called('ben')];
    return owner === (await ann.id()) ? { owner: ann, backup: ben } : { owner: ben, backup: ann };
  }

  /** A new colleague in the department of the case; answers the id. */
  async hire(name: string, roles: readonly string[], departmentId = this.department): Promise<string> {
    const username = `${name}.${this.run}`;
    const body = { username, name: `Own ${name}`, departmentId, roles, password: PASSWORD };
    const { id } = made.parse(await this.tell('POST', '/people', body));
    this.people.set(name, new Person(this.installation.urls.staffing, username, PASSWORD));
    return id;
  }

  /** What somebody of this company types to sign in. */
  signInOf(name: string): { username: string; password: string } {
    return { username: this.called(name).username, password: PASSWORD };
  }

  private async lead(department: string, head: string): Promise<void> {
    await this.tell('PATCH', `/departments/${department}`, { headId: await this.called(head).id() });
  }

  private async tell(method: string, path: string, body: unknown): Promise<unknown> {
    const headers = {
      'content-type': 'application/json',
      authorization: await this.administrator.authorization(),
    };
    const url = `${this.installation.urls.staffing}${path}`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

function departmentOf(code: string): Record<string, unknown> {
  return { code, title: { zh: code, en: code } };
}
