import { randomUUID } from 'node:crypto';
import { complaintEventType, type ComplaintStanding } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import type { EntryCode } from '@redress/policy';

/** For specs: a complaint as intake tells of it: each `then` is one event with the next sequence. */
export class ComplaintStory {
  readonly id = randomUUID();
  readonly events: CloudEvent[] = [];
  private standing: ComplaintStanding;

  constructor(
    private readonly envelope: Partial<CloudEvent>,
    standing: Partial<ComplaintStanding>,
  ) {
    this.standing = {
      ...{ number: `R26-${this.id.slice(0, 8)}`, stage: 'received', round: 1, revision: 0, level: '2', class: '1' },
      ...{
        serious: false,
        departmentId: 'sales',
        owner: null,
        backup: null,
        receivedAt: '2026-11-23T01:00:00.000Z',
        messages: 1,
      },
      ...standing,
    };
  }

  then(at: string, code: EntryCode, detail: object = {}, change: Partial<ComplaintStanding> = {}): this {
    this.standing = { ...this.standing, ...change };
    this.events.push({
      ...{
        specversion: '1.0',
        id: randomUUID(),
        source: '/redress/spec',
        type: complaintEventType(code),
        subject: this.id,
      },
      ...{ time: at, datacontenttype: 'application/json', sequence: this.events.length + 1, access: 'open' },
      ...{ ...this.envelope, data: { standing: this.standing, detail } },
    });
    return this;
  }

  registered(categories = 'delivery,price'): this {
    const detail = { channel: 'phone', categories, provisional: false, matters: 1, packHash: 'f'.repeat(64) };
    const at = this.standing.receivedAt;
    return this.then(at, 'registered', detail)
      .then(at, 'acknowledged')
      .opens(at, 'respond', '2026-11-23T03:00:00.000Z')
      .opens(at, 'solve', '2026-11-30T09:00:00.000Z');
  }

  opens(at: string, kind: string, dueAt: string, departmentId: string | null = null): this {
    return this.then(at, 'duty-opened', { dutyId: `${kind}-1`, kind, dueAt, departmentId });
  }

  closes(
    at: string,
    kind: string,
    dueAt: string,
    verdict: string,
    holder: string | null,
    departmentId: string | null = null,
  ): this {
    return this.then(at, 'duty-closed', { dutyId: `${kind}-1`, kind, dueAt, verdict, holder, departmentId });
  }

  fires(code: 'warned' | 'escalated', rung: string, firedFor: string, change: Partial<ComplaintStanding> = {}): this {
    return this.then(
      firedFor,
      code,
      { dutyId: 'respond-1', rung, dueAt: '2026-11-23T03:00:00.000Z', firedFor },
      change,
    );
  }
}

/** The story of a complaint that has just been received by sales. */
export const story = (standing: Partial<ComplaintStanding> = {}, envelope: Partial<CloudEvent> = {}) =>
  new ComplaintStory(envelope, standing);
