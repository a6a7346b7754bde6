import { type Instant } from '@redress/policy';
import type { CommandContract } from '@redress/contracts';
import { commandCalled } from '../story/story.acts.ts';
import type { StoryAct } from '../story/story.ts';
import type { Cast } from './cast.ts';
import type { ComplaintLook } from './complaint.looks.ts';
import { filled, type Scope } from './symbols.ts';
import { refusedBy, type Outcome, type WatchedComplaint } from './watched.complaint.ts';

/** What an act is taken on. */
export interface ActGround {
  readonly staffing: string;
  readonly cast: Cast;
  readonly startedAt: Instant;
  readonly complaint: WatchedComplaint;
  readonly look: ComplaintLook;
  readonly complaintCalled: Scope['complaint'];
}

/** Takes an act of the story through the public API, as the person whose act it is. */
export async function takeAct(act: StoryAct, ground: ActGround): Promise<Outcome> {
  const command = commandCalled(act.does);
  if (command === null) return reportOf(act, ground);
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
async function reportOf(act: StoryAct, { staffing, cast, look, ...ground }: ActGround): Promise<Outcome> {
  const part = act.does === 'report absence' ? 'absences' : 'returns';
  const [about] = cast.idsOf(act.of ?? act.by, look);
  const body = await filled(act.with, scopeOf({ staffing, cast, look, ...ground }));
  const answer = await cast.personOf(act.by, look).post(`${staffing}/people/${about}/${part}`, body);
  return () => Promise.resolve(answer.status < 300 ? { refused: null, facts: '' } : refusedBy(answer));
}

function scopeOf({ cast, startedAt, look, complaintCalled }: ActGround): Scope {
  const personId = async (who: string) => cast.idsOf(who, look)[0] as string;
  return { company: cast.company, startedAt, look, complaint: complaintCalled, personId };
}
