import type { Person } from '../api.client.ts';
import type { HeadOffice } from '../company/head-office.ts';
import type { StoryCompany } from '../company/story.company.ts';
import type { ComplaintLook } from './complaint.looks.ts';

/** Where the complaint stands when a story says `owner`, `backup` or `head`. */
export type Standing = Pick<ComplaintLook, 'owner' | 'backup' | 'departmentId'>;

/** Somebody who may find notices of a story in the own inbox. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly person: Person;
  /** Of the story's own department: nothing but this story belongs in the inbox. */
  readonly own: boolean;
}

/** Who is who in one story: names of its own people, places in the case, roles of the head office. */
export class Cast {
  constructor(
    readonly company: StoryCompany,
    private readonly office: HeadOffice,
  ) {}

  /** Everybody whom the words mean: one person, or all holders of a role. Throws when they mean nobody. */
  idsOf(who: string, standing: Standing | null): string[] {
    if (/^[A-Z]/.test(who)) return [this.company.idOf(who)];
    const place = standing === null ? undefined : this.placeOf(who, standing);
    if (place !== undefined) return [place];
    const holders = this.office.holdersOf(who.replaceAll(' ', '-')).map(({ id }) => id);
    if (holders.length === 0) throw new Error(`nobody is ${who}`);
    return holders;
  }

  personOf(who: string, standing: Standing | null): Person {
    const [id = ''] = this.idsOf(who, standing);
    const name = this.company.nameOf(id);
    const person =
      name === null ? this.office.people.find((one) => one.id === id)?.person : this.company.personCalled(name);
    if (person === undefined) throw new Error(`${who} is nobody whom this story knows`);
    return person;
  }

  /** How the story calls somebody. */
  nameOf(id: string | null): string {
    if (id === null) return 'nobody';
    return this.company.nameOf(id) ?? this.office.nameOf(id) ?? `somebody else (${id})`;
  }

  /** Everybody whose inbox can hold notices of the story, or those of them with these ids. */
  readers(ids?: readonly string[]): Reader[] {
    const own = this.company.people.map(({ id, name, person }) => ({ id, name, person, own: true }));
    const others = this.office.people.map(({ id, person }) => ({ id, name: this.nameOf(id), person, own: false }));
    return [...own, ...others].filter(({ id }) => ids === undefined || ids.includes(id));
  }

  private placeOf(who: string, standing: Standing): string | undefined {
    if (who === 'owner' || who === 'backup') return standing[who] ?? undefined;
    return who === 'head' ? (this.company.headOf(standing.departmentId) ?? undefined) : undefined;
  }
}
