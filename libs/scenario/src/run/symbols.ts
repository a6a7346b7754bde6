import { plusMs, type Instant } from '@redress/policy';
import { z } from 'zod';
import type { StoryCompany } from '../company/story.company.ts';
import { readOffset } from '../story/offset.ts';
import type { ComplaintLook } from './complaint.looks.ts';

/** What the words in angle brackets can stand for. */
export interface Scope {
  readonly company: StoryCompany;
  readonly startedAt: Instant;
  /** Null before there is a complaint. */
  readonly look: ComplaintLook | null;
  /** A complaint of the story, by its name. */
  readonly complaint: (name: string) => { readonly id: string; readonly number: string };
  /** Hash of a version of the policy, by the name that the story gives it. */
  readonly policy: (name: string) => string;
  /** Id of a crossing of a threshold, by its place in the month. */
  readonly crossing: (place: number) => Promise<string>;
  /** Id of a person, a place or a role. */
  readonly personId: (who: string) => Promise<string>;
}

const listed = z.array(z.looseObject({ id: z.string() }));

/** The same value with everything in angle brackets filled in: `<matter 1>`, `<Anna>`, `<+3d>`, `<department sales>`. */
export async function filled(value: unknown, scope: Scope): Promise<unknown> {
  if (typeof value === 'string') {
    const [, symbol] = /^<(.+)>$/.exec(value) ?? [];
    return symbol === undefined ? value : meaningOf(symbol, scope);
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => filled(one, scope)));
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(async ([key, one]) => [key, await filled(one, scope)] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

async function meaningOf(symbol: string, scope: Scope): Promise<string> {
  const offset = readOffset(symbol);
  if (offset !== null) return plusMs(scope.startedAt, offset);
  const [noun = '', which = ''] = symbol.split(' ');
  if (noun === 'department') return scope.company.departmentCalled(which === '' ? null : which);
  if (noun === 'complaint') return scope.complaint(which).id;
  if (noun === 'number') return scope.complaint(which).number;
  if (noun === 'policy') return scope.policy(which);
  if (noun === 'crossing') return scope.crossing(Number(which));
  if (/^\d+$/.test(which)) return nth(scope.look, noun, Number(which));
  return scope.personId(symbol);
}

/** `<matter 1>` is the id of the first of the complaint's matters, and so for every other list that it has. */
function nth(look: ComplaintLook | null, noun: string, place: number): string {
  const list = listed.safeParse(look?.[`${noun}s`]);
  const found = list.success ? list.data[place - 1] : undefined;
  if (found === undefined) throw new Error(`the complaint has no ${noun} ${place}`);
  return found.id;
}
