import { Injectable } from '@nestjs/common';
import { COMPLAINT_TOPIC, complaintEventType, type ComplaintStanding } from '@redress/contracts';
import { appendFacts, type CloudEvent, type OutboxFact, type Tx } from '@redress/db';
import type { Entry, Instant } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import type { CaseFile } from '../register/case-file.ts';
import type { StepCause } from './step.writer.ts';

/** The step that the entries tell of. */
interface ToldStep {
  readonly cause: StepCause;
  readonly at: Instant;
  /** Messages to the customer by now. */
  readonly told: number;
}

/** Writes entries twice over: as lines of the timeline and as facts for others; both bear the same sequence. */
@Injectable()
export class EntryWriter {
  /** Answers the last sequence given. */
  async write(tx: Tx, file: CaseFile, step: ToldStep, entries: readonly Entry[]): Promise<number> {
    const { cause, at } = step;
    const numbered = entries.map((entry, index) => ({ entry, sequence: file.sequence + index + 1 }));
    const speaks = speakingOf(entries);
    for (const { entry, sequence } of numbered) {
      await this.insertLine(tx, file, cause, at, entry, sequence, entry === speaks ? cause.textIds : []);
    }
    await appendFacts(
      tx,
      'intake',
      numbered.map(({ entry, sequence }) => factOf(file, step, entry, sequence)),
    );
    return file.sequence + entries.length;
  }

  private async insertLine(
    tx: Tx,
    file: CaseFile,
    cause: StepCause,
    at: Instant,
    entry: Entry,
    sequence: number,
    textIds: readonly string[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake.timeline (complaint_id, sequence, step, at, code, facts, because, actor_id, actor_kind, matter_id, access, text_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        file.id,
        sequence,
        file.step,
        at,
        entry.code,
        JSON.stringify(entry.facts),
        JSON.stringify(entry.because),
        cause.actorId,
        cause.actorKind,
        entry.matterId ?? null,
        file.access,
        textIds,
      ],
    );
  }
}

/** The line that the words of the act stand beside: what was done, not the contact in which it was said. */
function speakingOf(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ code }) => code !== 'contacted') ?? entries[0];
}

function factOf(file: CaseFile, { at, told }: ToldStep, entry: Entry, sequence: number): OutboxFact {
  const event: CloudEvent = {
    specversion: '1.0',
    id: uuid5(String(sequence), file.id),
    source: '/redress/intake',
    type: complaintEventType(entry.code),
    subject: file.id,
    time: at,
    datacontenttype: 'application/json',
    sequence,
    access: file.access,
    ...(entry.matterId === undefined ? {} : { matterid: entry.matterId }),
    ...(file.drill ? { drill: true as const } : {}),
    data: { standing: standingOf(file, told), detail: entry.facts },
  };
  return { topic: COMPLAINT_TOPIC, key: file.id, sequence, event };
}

function standingOf({ number, revision, receivedAt, state }: CaseFile, told: number): ComplaintStanding {
  const { stage, round, level, serious, departmentId, owner, backup, concerned } = state;
  return {
    number,
    stage,
    round,
    revision,
    level,
    class: state.class,
    serious,
    departmentId,
    owner,
    backup,
    receivedAt,
    messages: told,
    ...(concerned.length === 0 ? {} : { concerned: [...concerned] }),
  };
}
