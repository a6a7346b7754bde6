import { compilePack } from '@redress/packs';
import type { Administrator } from '../company/administrator.ts';
import type { HeadOffice } from '../company/head-office.ts';
import { StoryCompany } from '../company/story.company.ts';
import type { StoryBook } from '../story/story.book.ts';
import type { Story } from '../story/story.ts';
import { together } from './together.ts';

/** A story with the two companies that play it: as it is, and under the shifted pack. */
export interface Troupe {
  readonly book: StoryBook;
  readonly story: Story;
  readonly company: StoryCompany;
  /** Null where no copy is played. */
  readonly shifted: StoryCompany | null;
}

/** How a run calls its departments, so that they are told from those of others, and whether copies are played. */
export interface TroupeOptions {
  readonly name: string;
  readonly copies: boolean;
}

/** Departments of its own for each story, and for its copy. */
export function troupesOf(
  books: readonly StoryBook[],
  administrator: Administrator,
  { name, copies }: TroupeOptions,
): Troupe[] {
  const stories = books.flatMap((book) => book.stories.map((story) => ({ book, story })));
  return stories.map(({ book, story }, index) => ({
    book,
    story,
    company: new StoryCompany(administrator, story, `${name}-${index + 1}`),
    shifted: copies ? new StoryCompany(administrator, story, `${name}-${index + 1}x`) : null,
  }));
}

/** Founds the departments, puts the packs of their stories in force for them, and hires everybody. */
export async function settle(
  troupes: readonly Troupe[],
  administrator: Administrator,
  office: HeadOffice,
  quiet: () => Promise<void>,
): Promise<void> {
  const companies = troupes.flatMap(({ company, shifted }) => [company, ...(shifted === null ? [] : [shifted])]);
  await together(companies, (company) => company.found());
  await quiet();
  await together(troupes, (troupe) => activatePackOf(troupe, administrator));
  await quiet();
  await office.staff(administrator, rolesElsewhere(troupes));
  await together(companies, (company) => company.hire());
  await quiet();
}

async function activatePackOf({ book, company, shifted }: Troupe, administrator: Administrator): Promise<void> {
  for (const calendar of book.calendars) await administrator.publishCalendar(calendar);
  const hash = await administrator.keepPack(book.document);
  for (const department of [...company.departments, ...(shifted?.departments ?? [])])
    await administrator.activatePack(hash, department);
}

/** Roles that packs name and nobody of their stories holds: somebody in the head office does. */
function rolesElsewhere(troupes: readonly Troupe[]): string[] {
  const documents = [...new Set(troupes.map(({ book }) => book.document))];
  const named = documents.flatMap((document) => compilePack(document).pack.roles.map(({ code }) => code));
  const held = troupes.flatMap(({ story }) => story.people.flatMap(({ roles }) => roles));
  return [...new Set(named)].filter((role) => !held.includes(role));
}
