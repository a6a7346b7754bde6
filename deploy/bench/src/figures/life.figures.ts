import { Company } from '@redress/e2e';
import { workflowIdOf } from '@redress/contracts/workflow';
import { z } from 'zod';
import { atOnce } from '../at.once.ts';
import type { BenchGround } from '../bench.ground.ts';
import { CONNECTIONS, type BenchRun } from '../bench.options.ts';
import { act, customerAct, register } from '../complaint.acts.ts';
import type { Figure } from '../figure.ts';
import { inTurns } from '../in.turns.ts';
import type { BareTemporal } from '../floors/bare.temporal.ts';
import type { BareLife } from '../floors/bare.workflows.ts';

const MANAGER = 'wei.liu';
const PATIENCE_MS = 60_000;
const LOOK_MS = 20;
const view = z.object({ owner: z.uuid().nullable(), matters: z.array(z.object({ id: z.uuid() })) });

/** Whole lives, from the receipt until the complaint is closed; the window that follows is nothing but a timer. */
export async function lifeFigures(ground: BenchGround, bare: BareTemporal, run: BenchRun): Promise<Figure[]> {
  const { size } = run;
  const company = await Company.open(ground.ground.story);
  const like = await whatItDid(ground, await live(ground, company));
  const rounds = await inTurns(run, {
    called: ['bare processes', 'lives'],
    unit: '/s',
    floor: () => bare.livesPerSecond(like, size.lives, CONNECTIONS),
    value: async () => {
      const from = performance.now();
      await atOnce(CONNECTIONS, size.lives, async () => void (await live(ground, company)));
      return size.lives / ((performance.now() - from) / 1000);
    },
  });
  return [
    {
      name: 'Whole lives, until closed',
      unit: '/s',
      against: 'bare processes of as many activities, timers and updates',
      rounds,
      target: { sense: 'at least', bound: 0.7 },
      n: size.lives * rounds.length,
      note: `${like.activities} activities, ${like.timers} timers, ${like.updates} updates each`,
    },
  ];
}

/** A life as it should be: accepted, looked into, offered, taken, told, asked, understood. Answers its id. */
async function live(ground: BenchGround, company: Company): Promise<string> {
  const receipt = await register(ground);
  const { id } = receipt;
  const { owner, matterId } = await assigned(ground, company, id);
  const byOwner = (path: string, body: object) => act(ground, owner, id, path, body);
  await byOwner('accept', {});
  await byOwner('contacts', { channel: 'phone', outcome: 'reached', note: 'Regret said.' });
  await byOwner('findings', { matterId, ...OURS });
  await byOwner('proposals', { options: [{ compensation: 20, remedy: 'A new parcel.' }], goodwill: 0 });
  await byOwner('offers', { channel: 'phone' });
  await customerAct(ground, receipt, 'offer-answers', { accepted: true });
  await byOwner('task-completions', { task: '1', evidence: 'Signed for.' });
  await byOwner('result', { channel: 'phone', answer: 'We were wrong.' });
  await customerAct(ground, receipt, 'survey-answers', { result: 5, process: 5, recommend: 9, satisfied: true });
  await byOwner('analysis', { cause: 'process', analysis: 'A scan was missed.' });
  return id;
}

const OURS = { isTrue: 'yes', upheld: true, responsibility: 'ours', reasons: 'Lost at the depot.' };

async function assigned(ground: BenchGround, company: Company, id: string) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await company.called(MANAGER).get(`${ground.urls.intake}/complaints/${id}`);
    const { owner, matters } = view.parse(answer.body);
    const matterId = matters[0]?.id;
    if (owner !== null && matterId !== undefined) return { owner: company.withId(owner), matterId };
    if (Date.now() > until) throw new Error(`nobody was found for ${id}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** What the process of a complaint did, read from its history. */
async function whatItDid(ground: BenchGround, id: string): Promise<BareLife> {
  const history = await ground.session.temporal.workflow.getHandle(workflowIdOf(id)).fetchHistory();
  const types = (history.events ?? []).map(({ eventType }) => Number(eventType));
  const count = (type: number) => types.filter((one) => one === type).length;
  return { activities: count(ACTIVITY_SCHEDULED), timers: count(TIMER_STARTED), updates: count(UPDATE_ACCEPTED) };
}

/** Numbers of Temporal's event types. */
const ACTIVITY_SCHEDULED = 10;
const TIMER_STARTED = 17;
const UPDATE_ACCEPTED = 41;
