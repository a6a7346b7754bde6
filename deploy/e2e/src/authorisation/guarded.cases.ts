import type { Person, StoryInstallation, StorySession } from '@redress/scenario';
import { z } from 'zod';
import type { OwnCase } from './own.case.ts';
import type { OwnCompany } from './own.company.ts';

const actions = z.object({ items: z.array(z.object({ id: z.uuid() })).length(1) });

/** A case that its people must not see, with the action that was planned in it. */
export interface GuardedCase {
  readonly case: OwnCase;
  readonly actionId: string;
}

/** The two cases of the columns restricted and about me, each told to every service. */
export interface GuardedCases {
  readonly restricted: GuardedCase;
  readonly aboutMe: GuardedCase;
}

/** Makes both of fresh cases: under restricted access the one, the head complained of in the other. */
export async function guardCases(
  { urls }: StoryInstallation,
  company: OwnCompany,
  session: StorySession,
  fresh: () => Promise<OwnCase>,
): Promise<GuardedCases> {
  const prepare = async (): Promise<GuardedCase> => {
    const one = await (await fresh()).bring('investigating');
    const plan = {
      ...{ kind: 'corrective', ownerId: await one.owner.id(), departmentId: company.department },
      ...{ dueAt: '2190-01-01T00:00:00Z', followUpAt: '2190-02-01T00:00:00Z' },
      ...{ goal: 'None is lost.', measure: 'Each is scanned.' },
    };
    await one.act(one.owner, 'actions', plan);
    await session.time.quiet();
    const planned = await company.called('manager').get(`${urls.improvement}/actions?complaintId=${one.id}`);
    return { case: one, actionId: actions.parse(planned.body).items[0]?.id ?? '' };
  };
  const [restricted, aboutMe] = [await prepare(), await prepare()];
  await restrict(restricted.case, session, company.called('gm'));
  await aboutMe.case.act(aboutMe.case.owner, 'identifications', {
    ...{ personId: await company.called('head').id(), course: 'She said so.' },
  });
  await session.time.quiet();
  return { restricted, aboutMe };
}

/** The label alone, at whatever stage the case stands; the other services learn of it by the next fact. */
async function restrict(one: OwnCase, { database }: StorySession, granted: Person): Promise<void> {
  await database.query(`UPDATE intake.complaints SET access = 'restricted' WHERE id = $1`, [one.id]);
  await one.act(granted, 'notes', { note: 'Mine now.' }, granted);
}
