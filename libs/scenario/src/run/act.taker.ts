import { type Instant } from '@redress/policy';
import type { CommandContract } from '@redress/contracts';
import { z } from 'zod';
import type { Answer } from '../api.client.ts';
import type { StoryInstallation } from '../installation.ts';
import { commandCalled } from '../story/story.acts.ts';
import type { StoryAct } from '../story/story.ts';
import type { Cast } from './cast.ts';
import type { ComplaintLook } from './complaint.looks.ts';
import { filled, type Scope } from './symbols.ts';
import { refusedBy, type Outcome, type WatchedComplaint } from './watched.complaint.ts';

/** What an act is taken on. */
export interface ActGround {
  readonly urls: StoryInstallation['urls'];
  readonly cast: Cast;
  readonly startedAt: Instant;
  readonly complaint: WatchedComplaint;
  readonly look: ComplaintLook;
  readonly complaintCalled: Scope['complaint'];
  readonly policyCalled: Scope['policy'];
  readonly crossing: Scope['crossing'];
}

/** Takes an act of the story through the public API, as the person whose act it is. */
export async function takeAct(act: StoryAct, ground: ActGround): Promise<Outcome> {
  const command = commandCalled(act.does);
  if (command === null) return act.does === 'send' ? sendOf(act, ground) : reportOf(act, ground);
  const body = await filled(bodyOf(command, act, ground.look), scopeOf(ground));
  if (act.by === 'customer') return ground.complaint.actAsCustomer(command, body);
  return ground.complaint.actAs(ground.cast.personOf(act.by, ground.look), command, body);
}

/**
 * What the story does not say is taken from the command's example, so that a line says only what matters; a field given
 * as null is left out. A matter that is not named is the first.
 */
function bodyOf({ example }: CommandContract, act: StoryAct, look: ComplaintLook): Record<string, unknown> {
  const usual = example as Record<string, unknown>;
  const [first] = Array.isArray(look['matters']) ? (look['matters'] as { id: string }[]) : [];
  const matter = 'matterId' in usual ? { matterId: first?.id } : {};
  const all = Object.entries({ ...usual, ...matter, ...act.with });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

/** Absence and return are told to staffing, by the person or by somebody else. */
async function reportOf(act: StoryAct, ground: ActGround): Promise<Outcome> {
  const { urls, cast, look } = ground;
  const part = act.does === 'report absence' ? 'absences' : 'returns';
  const [about] = cast.idsOf(act.of ?? act.by, look);
  const body = await filled(act.with, scopeOf(ground));
  return outcomeOf(await cast.personOf(act.by, look).post(`${urls.staffing}/people/${about}/${part}`, body));
}

const sending = z.strictObject({ to: z.string(), body: z.unknown() });

/** Posts something to any address of the product: a fact from outside, what no command of a complaint says. */
async function sendOf(act: StoryAct, ground: ActGround): Promise<Outcome> {
  const { to, body } = sending.parse(act.with);
  const [service = '', ...path] = await Promise.all(to.split('/').map((part) => filled(part, scopeOf(ground))));
  const home = Object.entries(ground.urls).find(([name]) => name === service)?.[1];
  if (home === undefined)
    throw new Error(`\`to\` begins with ${Object.keys(ground.urls).join(', ')}, as intake/complaints`);
  const person = ground.cast.personOf(act.by, ground.look);
  return outcomeOf(await person.post(`${home}/${path.join('/')}`, await filled(body, scopeOf(ground))));
}

function outcomeOf(answer: Answer): Outcome {
  return () => Promise.resolve(answer.status < 300 ? { refused: null, facts: '' } : refusedBy(answer));
}

function scopeOf({ cast, startedAt, look, crossing, complaintCalled, policyCalled }: ActGround): Scope {
  const personId = async (who: string) => cast.idsOf(who, look)[0] as string;
  const { company } = cast;
  return { company, startedAt, look, crossing, complaint: complaintCalled, policy: policyCalled, personId };
}
