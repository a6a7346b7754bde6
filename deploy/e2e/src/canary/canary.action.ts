import { plusMs } from '@redress/policy';
import type { Person, StorySession } from '@redress/scenario';
import type { StoryGroundAddresses } from '@redress/testkit';
import { z } from 'zod';
import type { OwnCompany } from '../authorisation/own.company.ts';
import type { CanaryWords } from './canary.words.ts';

const made = z.object({ id: z.uuid() });
const MINUTE_MS = 60_000;

/** An action and a contact that say a canary wherever anybody can say anything; answers the action's id. */
export async function sayInActionAndContact(
  { urls }: StoryGroundAddresses,
  company: OwnCompany,
  session: StorySession,
  words: CanaryWords,
): Promise<string> {
  const [head, owner, admin] = [company.called('head'), company.called('ann'), company.called('admin')];
  await post(admin, `${urls.staffing}/contacts`, 201, {
    ...{ kind: 'police', title: { zh: '派出所', en: 'Station' } },
    person: { name: words.text('contact name'), phone: words.number() },
  });
  const now = await session.time.now();
  const dates = (from: number, to: number) => ({ dueAt: plusMs(now, from), followUpAt: plusMs(now, to) });
  const planned = await post(head, `${urls.improvement}/actions`, 201, {
    ...{ source: 'review', kind: 'corrective', ownerId: await owner.id(), departmentId: company.department },
    ...{ goal: words.text('goal'), measure: words.text('measure'), ...dates(MINUTE_MS, 2 * MINUTE_MS) },
  });
  const { id } = made.parse(planned);
  const act = (who: Person, path: string, body: object) =>
    post(who, `${urls.improvement}/actions/${id}/${path}`, 200, body);
  await act(head, 'changes', { ...dates(2 * MINUTE_MS, 3 * MINUTE_MS), reason: words.text('change reason') });
  await act(owner, 'progress', { note: words.text('progress') });
  await act(owner, 'done', { note: words.text('done') });
  await session.time.moveTo(plusMs(now, 4 * MINUTE_MS));
  await act(head, 'evaluations', { effective: true, note: words.text('evaluation') });
  await session.time.quiet();
  return id;
}

async function post(who: Person, url: string, status: number, body: object): Promise<unknown> {
  const answer = await who.post(url, body);
  if (answer.status !== status) throw new Error(`${url} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
