import { send, type Answer, type Person } from '@redress/scenario';
import { z } from 'zod';
import type { OwnCompany } from './own.company.ts';
import { settledStatus } from './settled.outcome.ts';

const receipt = z.object({
  id: z.uuid(),
  number: z.string(),
  receivedAt: z.iso.datetime(),
  tracking: z.object({ secret: z.string() }),
});
const view = z.object({ owner: z.uuid(), matters: z.array(z.object({ id: z.uuid() })) });
const notices = z.object({ items: z.array(z.object({ id: z.uuid(), complaintId: z.uuid().nullable() })) });
const accepted = z.object({ commandId: z.uuid() });

/** How far a case has come; each is reached from the one before. */
const STAGES = [
  ...(['assigned', 'investigating', 'deciding', 'approving', 'offering', 'offered', 'resolving'] as const),
  ...(['informing', 'told', 'analysed', 'closed'] as const),
] as const;
export type Reached = (typeof STAGES)[number];

const isAfter = (stage: Reached, other: Reached) => STAGES.indexOf(stage) > STAGES.indexOf(other);

/** More than a handler may give alone. */
const ABOVE_A_HANDLER = 900;
/** More than a department head may give alone, and less than a complaint manager. */
export const ABOVE_A_HEAD = 6_000;

/** A case of this company, and its people. */
export class OwnCase {
  /** Id of the last command that was taken. */
  lastCommand = '';

  private constructor(
    private readonly intake: string,
    private readonly company: OwnCompany,
    readonly id: string,
    readonly number: string,
    readonly receivedAt: string,
    readonly secret: string,
    readonly matters: readonly string[],
    readonly owner: Person,
    readonly backup: Person,
  ) {}

  /** Files `count` cases; `quiet` is awaited until each has an owner. */
  static async file(
    intake: string,
    company: OwnCompany,
    count: number,
    quiet: () => Promise<void>,
  ): Promise<OwnCase[]> {
    const clerk = company.called('clerk');
    const answers = await Promise.all(Array.from({ length: count }, () => clerk.post(`${intake}/complaints`, RECEIPT)));
    await quiet();
    return Promise.all(answers.map(({ body }) => OwnCase.of(intake, company, receipt.parse(body))));
  }

  private static async of(intake: string, company: OwnCompany, given: z.output<typeof receipt>): Promise<OwnCase> {
    const looked = await company.called('manager').get(`${intake}/complaints/${given.id}`);
    const { owner, matters } = view.parse(looked.body);
    const pair = await company.pair(owner);
    const ids = matters.map(({ id }) => id);
    return new OwnCase(
      intake,
      company,
      given.id,
      given.number,
      given.receivedAt,
      given.tracking.secret,
      ids,
      pair.owner,
      pair.backup,
    );
  }

  /** Brings a fresh case to where it should stand. With `byHead` the head finds, decides and proposes. */
  async bring(to: Reached, byHead = false): Promise<this> {
    const from = !byHead && isAfter(to, 'informing') ? await this.settle() : 'assigned';
    for (const stage of STAGES.filter((one) => isAfter(one, from) && !isAfter(one, to))) {
      await this.onTo(stage, to, byHead);
    }
    return this;
  }

  /** One of the notices that the owner found about this case. */
  async ownersNotice(): Promise<string> {
    const { items } = notices.parse((await this.owner.get(`${this.intake}/notices`)).body);
    const found = items.find(({ complaintId }) => complaintId === this.id);
    if (found === undefined) throw new Error('the owner was told nothing');
    return found.id;
  }

  finding(matterId = this.matters[0]): Record<string, unknown> {
    return { matterId, isTrue: 'yes', upheld: true, responsibility: 'ours', reasons: 'The records say so.' };
  }

  /** The short way for a light complaint: a general reply is the result. */
  private async settle(): Promise<Reached> {
    await this.act(this.owner, 'replies', { channel: 'e-mail', reply: 'The sign was wrong.' });
    return 'told';
  }

  private async onTo(stage: Reached, to: Reached, byHead: boolean): Promise<void> {
    const worker = byHead ? this.company.called('head') : this.owner;
    const act = (path: string, body: unknown = {}, who = worker) => this.act(who, path, body);
    if (stage === 'investigating') await act('accept', {}, this.owner);
    if (stage === 'deciding') for (const id of this.matters) await act('findings', this.finding(id));
    if (stage === 'approving' && to === 'approving')
      await act('proposals', proposal(byHead ? ABOVE_A_HEAD : ABOVE_A_HANDLER));
    if (stage === 'offering') await act('proposals', proposal(80));
    if (stage === 'offered') await act('offers', { channel: 'phone' });
    if (stage === 'resolving') await this.act(null, 'offer-answers', { accepted: true });
    if (stage === 'informing') await act('task-completions', { task: '1', evidence: 'Signed for.' });
    if (stage === 'told') await act('result', TOLD);
    if (stage === 'analysed') await act('analysis', ANALYSIS);
    if (stage === 'closed') await this.act(null, 'survey-answers', SURVEYED);
  }

  /** By a member of staff, or by the customer where it is nobody. `reader` follows what is not answered at once. */
  async act(who: Person | null, path: string, body: unknown, reader = this.company.called('manager')): Promise<void> {
    const own = who === null ? `tracking/${this.number}` : `complaints/${this.id}`;
    const proof: Record<string, string> =
      who === null ? { 'x-tracking-secret': this.secret } : { authorization: await who.authorization() };
    const answer: Answer = await send({ method: 'POST', url: `${this.intake}/${own}/${path}`, body, headers: proof });
    const status = await settledStatus(this.intake, answer.status, answer.body, reader);
    if (status !== 200) throw new Error(`${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    this.lastCommand = accepted.parse(answer.body).commandId;
  }
}

/** A receipt of which nothing depends. */
export const RECEIPT = {
  channel: 'hotline',
  language: 'en',
  complainant: { name: 'Ida Holt', mobile: '+44 7700 900321' },
  assessment: { severity: 1, urgency: 1, prevalence: 1 },
  matters: [{ category: 'delivery' }],
  description: 'The parcel is not here.',
};
export const CONTACT = { channel: 'phone', outcome: 'reached', note: 'Regret said.' };
export const TOLD = { channel: 'phone', answer: 'Put right.' };
export const SURVEYED = { result: 4, process: 4, satisfied: true };
export const ANALYSIS = { cause: 'process', analysis: 'Left to chance.' };

/** A proposal that costs so much. */
export function proposal(compensation: number): Record<string, unknown> {
  return { options: [{ compensation, remedy: 'Put right.' }] };
}
