import type { Instant } from '@redress/policy';
import { z } from 'zod';
import { Person, type Answer } from '../api.client.ts';
import type { StoryInstallation } from '../installation.ts';

/** The administrator of the demo company, which the profiles demo and test begin with. */
const ADMINISTRATOR = 'alex.stone';
/** The general manager, who approves what the administrator has written. */
const APPROVER = 'guo.tang';
/** Everybody of the demo company signs in with this. */
export const DEMO_PASSWORD = 'redress-demo';

const MOST_A_PAGE = 200;
const kept = z.object({ hash: z.string() });
const page = z.object({
  items: z.array(
    z.object({ id: z.uuid(), username: z.string(), departmentId: z.string(), roles: z.array(z.string()) }),
  ),
  next: z.string().nullable(),
});

export type Colleague = z.output<typeof page>['items'][number];

/** What is asked for when somebody is hired. */
export interface NewColleague {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly departmentId: string;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  readonly limits?: { readonly compensation: number | null; readonly goodwill: number | null };
  readonly password: string;
}

/** Prepares what stories need, through the API as an administrator would: departments, people, packs. */
export class Administrator {
  private readonly person: Person;
  private readonly approver: Person;
  /** Hashes of what is kept already, by document. */
  private readonly packs = new Map<string, Promise<string>>();
  /** Calendars that are published already, by document. */
  private readonly calendars = new Map<string, Promise<void>>();

  constructor(readonly urls: StoryInstallation['urls']) {
    this.person = new Person(urls.staffing, ADMINISTRATOR, DEMO_PASSWORD);
    this.approver = new Person(urls.staffing, APPROVER, DEMO_PASSWORD);
  }

  async foundDepartment(code: string): Promise<void> {
    await this.tell('staffing', 'departments', { code, title: { zh: code, en: code } });
  }

  async hire(colleague: NewColleague): Promise<void> {
    await this.tell('staffing', 'people', colleague);
  }

  async change(personId: string, change: Readonly<Record<string, unknown>>): Promise<void> {
    demand('a change', await this.person.patch(`${this.urls.staffing}/people/${personId}`, change));
  }

  async appointHead(department: string, headId: string): Promise<void> {
    demand('a head', await this.person.patch(`${this.urls.staffing}/departments/${department}`, { headId }));
  }

  /** Keeps a pack and has it approved, once; answers its hash. Throws with every mistake of the document. */
  keepPack(document: string): Promise<string> {
    const hash = this.packs.get(document) ?? this.storePack(document);
    this.packs.set(document, hash);
    return hash;
  }

  /** Publishes a calendar, once; the installation's own of that code gives way to it. */
  publishCalendar(document: string): Promise<void> {
    const published = this.calendars.get(document) ?? this.tell('intake', 'calendars', { document }).then(() => {});
    this.calendars.set(document, published);
    return published;
  }

  /** Puts a pack in force for a department. */
  async activatePack(hash: string, departmentId: string, activeFrom?: Instant): Promise<void> {
    await this.tell('intake', `packs/${hash}/activations`, { departmentId, ...(activeFrom && { activeFrom }) });
  }

  /** Everybody who works here. */
  async everybody(): Promise<Colleague[]> {
    const found: Colleague[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const answer = await this.person.get(`${this.urls.staffing}/people?limit=${MOST_A_PAGE}${after}`);
      const read: z.output<typeof page> = page.parse(answer.body);
      found.push(...read.items);
      next = read.next;
    }
    return found;
  }

  private async storePack(document: string): Promise<string> {
    const { hash } = kept.parse(await this.tell('intake', 'packs', { document }));
    const path = `packs/${hash}/approvals`;
    demand(path, await this.approver.post(`${this.urls.intake}/${path}`, {}));
    return hash;
  }

  private async tell(service: 'staffing' | 'intake', path: string, body: unknown): Promise<unknown> {
    return demand(path, await this.person.post(`${this.urls[service]}/${path}`, body));
  }
}

function demand(what: string, { status, body }: Answer): unknown {
  if (status >= 200 && status < 300) return body;
  throw new Error(`the administrator asked for ${what} and was answered ${status} ${JSON.stringify(body)}`);
}
