import { send, type Answer, type Person, type StorySession } from '@redress/scenario';
import { z } from 'zod';
import { ABOVE_A_HEAD } from '../authorisation/own.case.ts';
import type { OwnCompany } from '../authorisation/own.company.ts';
import type { CanaryWords } from './canary.words.ts';

const receipt = z.object({ id: z.uuid(), number: z.string(), tracking: z.object({ secret: z.string() }) });
const found = z.object({ items: z.array(z.unknown()) });
const view = z.object({
  owner: z.uuid(),
  stage: z.string(),
  matters: z.array(z.object({ id: z.uuid() })),
  tasks: z.array(z.object({ task: z.string() })),
});

/** A complaint that says a canary wherever anybody can say anything. */
export class CanaryLife {
  private constructor(
    private readonly intake: string,
    private readonly company: OwnCompany,
    private readonly session: StorySession,
    private readonly words: CanaryWords,
    private readonly given: z.output<typeof receipt>,
  ) {}

  get id(): string {
    return this.given.id;
  }

  get number(): string {
    return this.given.number;
  }

  get secret(): string {
    return this.given.tracking.secret;
  }

  static async file(
    intake: string,
    company: OwnCompany,
    session: StorySession,
    words: CanaryWords,
  ): Promise<CanaryLife> {
    const answer = await company.called('clerk').post(`${intake}/complaints`, fullReceipt(words));
    if (answer.status !== 202) throw new Error(`not accepted: ${answer.status} ${JSON.stringify(answer.body)}`);
    await session.time.quiet();
    return new CanaryLife(intake, company, session, words, receipt.parse(answer.body));
  }

  /** Two rounds with every command, a returned and an approved proposal among them, up to closed. */
  async playBothRounds(): Promise<void> {
    const { words } = this;
    await this.byOwner('accept');
    await this.byCustomer('messages', { text: words.text('message') });
    await this.byOwner('contacts', { channel: 'phone', outcome: 'reached', note: words.text('contact') });
    await this.byOwner('corrections', {
      ...{ field: 'wish', value: words.text('corrected'), reason: words.text('correction reason') },
    });
    await this.investigate();
    await this.proposeAbove();
    await this.byJudge('return', { to: 'investigating', reasons: words.text('return') });
    await this.proposeAbove();
    await this.byJudge('approve', { note: words.text('approval') });
    await this.offerAndResolve();
    await this.tellAndClose();
    await this.byCustomer('reopenings', { reason: words.text('reopening') });
    await this.session.time.quiet();
    await this.byOwner('accept');
    await this.findAll();
    await this.byOwner('proposals', { options: [{ compensation: 10, remedy: words.text('second remedy') }] });
    if ((await this.look()).stage === 'approving')
      await this.byJudge('approve', { note: words.text('second approval') }, 'leader');
    await this.offerAndResolve();
    await this.tellAndClose();
  }

  async look(): Promise<z.output<typeof view>> {
    return view.parse((await this.company.called('manager').get(this.url())).body);
  }

  /** The complaint, its timeline and its corrections, as the complaint manager reads them. */
  async everythingReadable(): Promise<unknown[]> {
    const manager = this.company.called('manager');
    const paths = [undefined, 'timeline', 'corrections'];
    return Promise.all(paths.map(async (path) => (await manager.get(this.url(path))).body));
  }

  /** How many complaints the complaint manager finds by these words. */
  async foundBy(words: string): Promise<number> {
    const asked = `${this.intake}/complaints?q=${encodeURIComponent(words)}`;
    return found.parse((await this.company.called('manager').get(asked)).body).items.length;
  }

  async owner(): Promise<Person> {
    const { owner } = await this.look();
    if (owner === (await this.company.called('head').id())) return this.company.called('head');
    return (await this.company.pair(owner)).owner;
  }

  url(path?: string): string {
    const own = `${this.intake}/complaints/${this.id}`;
    return path === undefined ? own : `${own}/${path}`;
  }

  /** Everything that can be said in an investigation. */
  private async investigate(): Promise<void> {
    const { words } = this;
    const department = this.company.other;
    await this.byOwner('identifications', { personId: null, course: words.text('identification') });
    await this.byOwner('notes', { note: words.text('note') });
    await this.byOwner('questions', { question: words.text('question') });
    await this.byCustomer('repeats', { text: words.text('repeat') });
    await this.byOwner('requests', { departmentId: department, request: words.text('request') });
    await this.byOwner('answers', { request: '1', answer: words.text('answer') });
    await this.byOwner('corrections', { field: 'name', value: words.text('correction'), reason: words.text('why') });
    await this.byOwner('marks', { mark: 'legal', reason: words.text('mark') });
    await this.byOwner('interim-compensations', { amount: 1, reason: words.text('interim') });
  }

  private async offerAndResolve(): Promise<void> {
    const { words } = this;
    await this.byOwner('offers', { channel: 'phone', note: words.text('offer') });
    await this.byCustomer('offer-answers', { accepted: true, note: words.text('offer answer') });
    const { tasks } = await this.look();
    for (const { task } of tasks) {
      await this.byOwner('appointments', { task, at: '2026-12-24T09:00:00.000Z', place: words.text('appointment') });
      await this.byOwner('task-completions', { task, evidence: words.text('evidence') });
    }
  }

  private async proposeAbove(): Promise<void> {
    await this.findAll();
    const option = { compensation: ABOVE_A_HEAD, remedy: this.words.text('remedy') };
    await this.byOwner('proposals', { options: [option] });
  }

  private async findAll(): Promise<void> {
    for (const { id } of (await this.look()).matters) {
      const reasons = this.words.text('finding');
      await this.byOwner('findings', { matterId: id, isTrue: 'yes', upheld: true, responsibility: 'ours', reasons });
    }
  }

  private async tellAndClose(): Promise<void> {
    await this.byOwner('result', { channel: 'phone', answer: this.words.text('result') });
    const survey = { result: 4, process: 4, satisfied: true, comment: this.words.text('survey') };
    await this.byCustomer('survey-answers', survey);
    await this.byOwner('analysis', { cause: 'process', analysis: this.words.text('analysis') });
    await this.byOwner('follow-ups', { solved: true, note: this.words.text('follow-up') });
  }

  private async byOwner(path: string, body: unknown = {}): Promise<void> {
    this.demand(path, await (await this.owner()).post(this.url(path), body));
  }

  /** The second round is judged one authority higher. */
  private async byJudge(path: string, body: unknown, judge = 'manager'): Promise<void> {
    this.demand(path, await this.company.called(judge).post(this.url(path), body));
  }

  private async byCustomer(path: string, body: unknown): Promise<void> {
    const url = `${this.intake}/tracking/${this.number}/${path}`;
    this.demand(path, await send({ method: 'POST', url, body, headers: { 'x-tracking-secret': this.secret } }));
  }

  private demand(path: string, { status, body }: Answer): void {
    if (status !== 200 && status !== 202) throw new Error(`${path} was answered ${status} ${JSON.stringify(body)}`);
  }
}

/** A receipt with a canary in every field that holds a person or a person's words. */
export function fullReceipt(words: CanaryWords): Record<string, unknown> {
  const matter = (which: string) =>
    ['reason', 'product', 'reference', 'place', 'personComplainedOf'].map((field) => [
      field,
      words.text(`${which}${field}`),
    ]);
  return {
    channel: 'hotline',
    language: 'en',
    complainant: {
      ...Object.fromEntries(
        ['name', 'address', 'relation', 'contactPerson', 'account', 'insuredOrOwner'].map((field) => [
          field,
          words.text(field),
        ]),
      ),
      ...{ sex: 'other', identity: 'individual', mobile: words.number(), phone: words.number(), email: words.email() },
    },
    matters: ['first', 'second'].map((which) => ({ category: 'delivery', ...Object.fromEntries(matter(which)) })),
    description: words.text('description'),
    wish: words.text('wish'),
  };
}
