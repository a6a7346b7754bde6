import { randomUUID } from 'node:crypto';
import { Person } from '../api.client.ts';
import type { Story, StoryPerson } from '../story/story.ts';
import type { Administrator } from './administrator.ts';

const PASSWORD = 'words of the story';

interface Member extends StoryPerson {
  readonly id: string;
  readonly person: Person;
}

/** The department of one story and its people, whom no other story shares. */
export class StoryCompany {
  private readonly members = new Map<string, Member>();

  constructor(
    private readonly administrator: Administrator,
    private readonly story: Story,
    /** Code of the department that the complaint belongs to. */
    readonly department: string,
  ) {}

  /** Code of one of the further departments, by the name that the story uses. */
  departmentCalled(name: string | null): string {
    return name === null ? this.department : `${this.department}-${name}`;
  }

  get departments(): string[] {
    return [this.department, ...this.story.departments.map((name) => this.departmentCalled(name))];
  }

  async found(): Promise<void> {
    for (const code of this.departments) await this.administrator.foundDepartment(code);
  }

  /** Everybody at work. The ids rise in the order of the file: among equally loaded people the first is chosen first. */
  async hire(): Promise<void> {
    const ids = this.story.people.map(() => randomUUID()).sort();
    for (const [index, person] of this.story.people.entries()) await this.hireOne(person, ids[index] as string);
    for (const { id, backup, onDuty } of this.members.values()) {
      const change = { ...(backup && { backupId: this.idOf(backup) }), ...(onDuty ? {} : { onDuty: false }) };
      if (Object.keys(change).length > 0) await this.administrator.change(id, change);
    }
    for (const { id, head, department } of this.members.values()) {
      if (head) await this.administrator.appointHead(this.departmentCalled(department), id);
    }
  }

  get people(): readonly Member[] {
    return [...this.members.values()];
  }

  idOf(name: string): string {
    return this.member(name).id;
  }

  personCalled(name: string): Person {
    return this.member(name).person;
  }

  /** The name in the story of somebody with this id; null for whoever is not in it. */
  nameOf(id: string): string | null {
    return this.people.find((member) => member.id === id)?.name ?? null;
  }

  /** Who heads the department with this code, as the story has it. */
  headOf(code: string): string | null {
    return this.people.find(({ head, department }) => head && this.departmentCalled(department) === code)?.id ?? null;
  }

  private async hireOne(person: StoryPerson, id: string): Promise<void> {
    const username = `${person.name.toLowerCase()}.${this.department}`;
    const { name, roles, skills, limits } = person;
    const departmentId = this.departmentCalled(person.department);
    const colleague = { id, username, name, departmentId, roles, skills, password: PASSWORD };
    await this.administrator.hire({ ...colleague, ...(limits && { limits }) });
    this.members.set(name, { ...person, id, person: new Person(this.administrator.urls.staffing, username, PASSWORD) });
  }

  private member(name: string): Member {
    const member = this.members.get(name);
    if (member === undefined) throw new Error(`nobody in ${this.story.file} is called ${name}`);
    return member;
  }
}
