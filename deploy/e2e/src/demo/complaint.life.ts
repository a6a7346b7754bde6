import type { RegisterComplaint } from '@redress/contracts';
import type { Instant } from '@redress/policy';
import { send, type Answer, type Person } from '@redress/scenario';
import { z } from 'zod';
import type { Company } from './company.ts';

const receipt = z.object({
  id: z.uuid(),
  number: z.string(),
  tracking: z.object({ path: z.string(), secret: z.string() }),
});

const view = z.object({
  stage: z.string(),
  departmentId: z.string(),
  owner: z.uuid().nullable(),
  serious: z.boolean(),
  matters: z.array(z.object({ id: z.uuid() })),
  tasks: z.array(z.object({ task: z.string() })),
  requests: z.array(z.object({ request: z.string() })),
  clocks: z.array(z.object({ kind: z.string() })),
});

type View = z.output<typeof view>;

/** What needs no accepting before. */
const AS_IT_COMES = ['accept', 'contacts'];

const LEADER = 'sara.holm';
const HEADS: Readonly<Record<string, string>> = {
  'customer-service': 'lin.zhao',
  'after-sales': 'olga.meyer',
  logistics: 'hao.sun',
  sales: 'eva.novak',
  quality: 'jing.shen',
  management: 'guo.tang',
};

/** One complaint as the script plays it: every act goes through the public API, by the person whose act it is. */
export class ComplaintLife {
  private constructor(
    private readonly company: Company,
    readonly id: string,
    readonly number: string,
    private readonly secret: string,
  ) {}

  static async file(
    company: Company,
    clerk: Person,
    complaint: Partial<RegisterComplaint>,
    key: string,
  ): Promise<ComplaintLife> {
    const answer = await clerk.post(`${company.installation.urls.intake}/complaints`, complaint, {
      'idempotency-key': key,
    });
    if (answer.status !== 202) throw new Error(`not accepted: ${answer.status} ${JSON.stringify(answer.body)}`);
    const { id, number, tracking } = receipt.parse(answer.body);
    return new ComplaintLife(company, id, number, tracking.secret);
  }

  async look(): Promise<View> {
    const answer = await this.company.called('wei.liu').get(this.url());
    return view.parse(answer.body);
  }

  async owner(): Promise<Person> {
    const { owner } = await this.look();
    if (owner === null) throw new Error(`${this.number} has no owner`);
    return this.company.withId(owner);
  }

  /** A step by the owner, who accepts first what has come into the own hands; throws when it is refused. */
  async byOwner(path: string, body: unknown = {}): Promise<void> {
    const { stage } = await this.look();
    // Whoever stands above the backup owns it without being asked.
    if (path === 'accept' && stage !== 'assigned') return;
    const owner = await this.owner();
    if (stage === 'assigned' && !AS_IT_COMES.includes(path)) {
      this.demand('accept', await owner.post(this.url('accept'), {}));
    }
    this.demand(path, await owner.post(this.url(path), body));
  }

  /** The owner falls ill, and the work moves. */
  async ownerFallsIll(until: Instant): Promise<void> {
    const { owner, departmentId } = await this.look();
    if (owner !== null) await this.company.fallsIll(owner, departmentId, until);
  }

  /** Every matter is found: ours, or not upheld. */
  async findAll(how: 'ours' | 'not upheld' = 'ours'): Promise<void> {
    const ours = { isTrue: 'yes', upheld: true, responsibility: 'ours' };
    const finding = how === 'ours' ? ours : { isTrue: 'no', upheld: false, responsibility: 'none' };
    for (const { id } of (await this.look()).matters) {
      await this.byOwner('findings', { matterId: id, ...finding, reasons: 'The records bear it out.' });
    }
  }

  /** Puts the offer to the customer, who answers at once, where one is due. */
  async offer(accepted: boolean): Promise<void> {
    if ((await this.look()).stage !== 'offering') return;
    await this.byOwner('offers', { channel: 'phone' });
    await this.byCustomer('offer-answers', { accepted });
  }

  /** Asks a department that does not have the complaint. */
  async askAnother(request: string): Promise<void> {
    const { departmentId } = await this.look();
    await this.byOwner('requests', { departmentId: departmentId === 'logistics' ? 'sales' : 'logistics', request });
  }

  /** The owner notes what the departments that were asked have said. */
  async answerAll(answer: string): Promise<void> {
    for (const { request } of (await this.look()).requests) await this.byOwner('answers', { request, answer });
  }

  /** Every open task is done, with evidence. */
  async carryOut(): Promise<void> {
    for (const { task } of (await this.look()).tasks) {
      await this.byOwner('task-completions', { task, evidence: 'Signed for by the customer.' });
    }
  }

  /** Files the report on an event that had to be reported (PRC-28). */
  async reportWhereOwed(): Promise<void> {
    const { clocks } = await this.look();
    if (clocks.some(({ kind }) => kind === 'report'))
      await this.byOwner('reports', { report: 'What happened, and what was done.' });
  }

  /** The judgement of who has the authority: a leader where it is serious, else the department head. */
  async byJudge(path: string, body: unknown = {}): Promise<void> {
    const { departmentId, serious } = await this.look();
    const judge = serious ? LEADER : (HEADS[departmentId] ?? LEADER);
    this.demand(path, await this.company.called(judge).post(this.url(path), body));
  }

  /** Approves where the proposal went up. */
  async approveWhereDue(): Promise<void> {
    if ((await this.look()).stage === 'approving') await this.byJudge('approve');
  }

  async byCustomer(path: string, body: unknown): Promise<void> {
    const url = `${this.company.installation.urls.intake}/tracking/${this.number}/${path}`;
    this.demand(path, await send({ method: 'POST', url, body, headers: { 'x-tracking-secret': this.secret } }));
  }

  private url(path?: string): string {
    const own = `${this.company.installation.urls.intake}/complaints/${this.id}`;
    return path === undefined ? own : `${own}/${path}`;
  }

  private demand(path: string, answer: Answer): void {
    if (answer.status !== 200 && answer.status !== 202) {
      throw new Error(`${this.number}: ${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }
}
