import type { CommandContract } from '@redress/contracts';
import type { z } from 'zod';
import { send, type Answer, type Person } from '../api.client.ts';
import {
  commandLook,
  complaintLook,
  foundLook,
  looksLook,
  noticesLook,
  problemLook,
  receiptAnswer,
  timelineLook,
  trackingLook,
  type ComplaintLook,
  type Notice,
  type TimelineLine,
} from './complaint.looks.ts';

const LOOK_EVERY_MS = 50;
const OUTCOME_WITHIN_MS = 60_000;

/** What became of an act: done (null), or why not. */
export interface ActAnswer {
  /** Code of the refusal or the fault; null when it was done. */
  readonly refused: string | null;
  /** What was answered, for a sentence. */
  readonly facts: string;
}

/** Asks what became of an act that was accepted; waits until that stands. */
export type Outcome = () => Promise<ActAnswer>;

/** One complaint of a story: registered, acted on and looked at through the public API alone. */
export class WatchedComplaint {
  private constructor(
    private readonly intake: string,
    private readonly reader: Person,
    readonly id: string,
    readonly number: string,
    private readonly secret: string,
  ) {}

  /** Throws when the receipt is not taken. */
  static async register(intake: string, reader: Person, by: Person, body: unknown): Promise<WatchedComplaint> {
    const answer = await by.post(`${intake}/complaints`, body);
    if (answer.status !== 202)
      throw new Error(`the receipt was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    const { id, number, tracking } = receiptAnswer.parse(answer.body);
    return new WatchedComplaint(intake, reader, id, number, tracking.secret);
  }

  look(): Promise<ComplaintLook> {
    return this.read('', complaintLook);
  }

  async timeline(): Promise<TimelineLine[]> {
    return (await this.read('/timeline', timelineLook)).items;
  }

  /** What the customer has been told, on the customer's own page. */
  async messages(): Promise<z.output<typeof trackingLook>['messages']> {
    return trackingLook.parse((await this.customersPage()).body).messages;
  }

  /** The customer's own page. */
  customersPage(): Promise<Answer> {
    const headers = { 'x-tracking-secret': this.secret };
    return send({ method: 'GET', url: `${this.intake}/tracking/${this.number}`, headers });
  }

  /** The complaint as somebody is shown it, or a part of it with a page of its own; without a person, to whoever may see everything. */
  shownTo(person: Person = this.reader, part = ''): Promise<Answer> {
    return person.get(`${this.intake}/complaints/${this.id}${part}`);
  }

  /** The review of the month in somebody's own department: the thresholds that were crossed there. */
  monthlyReview(person: Person = this.reader): Promise<Answer> {
    return person.get(`${this.intake}/crossings`);
  }

  /** Whether somebody who searches for the words is led to it. */
  async isFoundBy(person: Person | undefined, words: string): Promise<boolean> {
    const answer = await (person ?? this.reader).get(
      `${this.intake}/complaints?q=${encodeURIComponent(words)}&limit=100`,
    );
    if (answer.status === 403) return false;
    return foundLook.parse(answer.body).items.some(({ id }) => id === this.id);
  }

  /** Ids of everybody whose look at it has been recorded, as an auditor is told. */
  async lookedAtBy(auditor: Person): Promise<string[]> {
    const answer = await auditor.get(`${this.intake}/looks?complaintId=${this.id}&limit=100`);
    return looksLook.parse(answer.body).items.map(({ personId }) => personId);
  }

  /** What somebody has found in the own inbox about this complaint. */
  noticesOf(person: Person): Promise<Notice[]> {
    return inboxOf(this.intake, person, `?complaintId=${this.id}`);
  }

  async actAs(person: Person, { path }: CommandContract, body: unknown): Promise<Outcome> {
    return this.outcomeOf(await person.post(`${this.intake}/complaints/${this.id}/${path}`, body));
  }

  async actAsCustomer({ path }: CommandContract, body: unknown): Promise<Outcome> {
    const headers = { 'x-tracking-secret': this.secret };
    const url = `${this.intake}/tracking/${this.number}/${path}`;
    return this.outcomeOf(await send({ method: 'POST', url, body, headers }));
  }

  private outcomeOf(answer: Answer): Outcome {
    if (answer.status >= 400) return () => Promise.resolve(refusedBy(answer));
    return () => this.followed(commandLook.parse(answer.body));
  }

  /** An act answered with 202 is followed until its outcome stands. */
  private async followed(accepted: z.output<typeof commandLook>): Promise<ActAnswer> {
    let command = accepted;
    const until = Date.now() + OUTCOME_WITHIN_MS;
    while (command.outcome === null) {
      if (Date.now() > until) return { refused: 'no-outcome', facts: `after ${OUTCOME_WITHIN_MS} ms` };
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const looked = await this.reader.get(`${this.intake}/commands/${command.commandId}`);
      command = commandLook.parse(looked.body);
    }
    const { status, refusal } = command.outcome;
    if (status === 'done') return { refused: null, facts: '' };
    return { refused: refusal?.code ?? status, facts: JSON.stringify(refusal?.facts ?? command.outcome) };
  }

  private async read<Schema extends z.ZodType>(part: string, schema: Schema): Promise<z.output<Schema>> {
    const answer = await this.reader.get(`${this.intake}/complaints/${this.id}${part}`);
    if (answer.status !== 200) throw new Error(`complaint ${this.number}${part} was answered ${answer.status}`);
    return schema.parse(answer.body);
  }
}

/** Somebody's whole inbox, or the part of it that the query asks for. */
export async function inboxOf(intake: string, person: Person, query = ''): Promise<Notice[]> {
  return noticesLook.parse((await person.get(`${intake}/notices${query}`)).body).items;
}

/** A refusal as an outcome, from its problem+json. */
export function refusedBy({ status, body }: Answer): ActAnswer {
  const problem = problemLook.safeParse(body);
  if (!problem.success) return { refused: String(status), facts: JSON.stringify(body) };
  return { refused: problem.data.code, facts: JSON.stringify(problem.data.facts ?? problem.data.errors ?? {}) };
}
