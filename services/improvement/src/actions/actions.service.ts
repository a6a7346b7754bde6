import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, keyedHash, type Tx } from '@redress/db';
import type { Actor, Instant } from '@redress/policy';
import { DomainClock, InputError, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { ComplaintRepository } from '../register/complaint.repository.ts';
import { manages, mayRead } from './action.access.ts';
import {
  change,
  done,
  evaluate,
  gate,
  progress,
  wrongDates,
  type ActionAct,
  type ActionVerdict,
} from './action.decisions.ts';
import { ActionQueries } from './action.queries.ts';
import { ActionRepository } from './action.repository.ts';
import type { ActionView, ChangeBody, DoneBody, EvaluationBody, NewAction, ProgressBody } from './action.schemas.ts';
import type { Action, ActionRefusal } from './action.ts';
import { ActionWriter, type ActRequest } from './action.writer.ts';
import { ActionsReader, notVisible } from './actions.reader.ts';
import { plannedAction } from './planned.action.ts';
import { TextVault } from './text.vault.ts';

const REQUEST_IDS = 'a2d94f70-3b6c-5e81-9f05-7c1e8d4b2a63';
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Who asks, under which key. */
export interface Caller {
  readonly actor: Actor;
  readonly key: string | undefined;
}

/** What people do to actions: check access, lock, decide, write; the process is told by the row that the write leaves. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    private readonly actions: ActionRepository,
    private readonly queries: ActionQueries,
    private readonly writer: ActionWriter,
    private readonly reader: ActionsReader,
    private readonly directory: DirectoryRepository,
    private readonly complaints: ComplaintRepository,
    private readonly texts: TextVault,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  plan(caller: Caller, body: NewAction): Promise<ActionView> {
    return this.once(caller, 'plan', body, async (tx, request) => {
      const { actor } = caller;
      if (!manages(actor, body.departmentId)) throw refused({ status: 403, code: 'not-permitted', facts: {} });
      await this.checkPlaces(tx, body);
      await this.checkComplaint(tx, actor, body.complaintId);
      const now = await this.clock.now(tx);
      const wrong = wrongDates(body, now);
      if (wrong !== null) throw refused(wrong);
      const { goal, measure, ...plan } = body;
      const action = plannedAction({ ...plan, id: randomUUID(), plannedBy: actor.id }, now);
      await this.writer.plan(tx, action, { at: now, actorId: actor.id, textId: null, request, wakes: true });
      await this.texts.put(tx, action, 'goal', goal);
      await this.texts.put(tx, action, 'measure', measure);
      return action.id;
    });
  }

  progress(caller: Caller, id: string, body: ProgressBody): Promise<ActionView> {
    return this.act(caller, id, 'progress', body, body.note, () => progress(body.percent));
  }

  done(caller: Caller, id: string, body: DoneBody): Promise<ActionView> {
    return this.act(caller, id, 'done', body, body.note, done);
  }

  evaluate(caller: Caller, id: string, body: EvaluationBody): Promise<ActionView> {
    const { effective, adjusted, figures } = body;
    return this.act(caller, id, 'evaluations', body, body.note, (action, now) => {
      const verdict = evaluate(action, now, { effective, adjusted });
      if ('refusal' in verdict || figures === null) return verdict;
      return { step: { ...verdict.step, detail: { ...verdict.step.detail, ...figures } } };
    });
  }

  change(caller: Caller, id: string, body: ChangeBody): Promise<ActionView> {
    return this.act(caller, id, 'changes', body, body.reason, (action, now) => change(action, now, body));
  }

  private act(
    caller: Caller,
    id: string,
    name: ActionAct,
    body: object & { measure?: string | undefined; adjusted?: { measure: string } | null } & Partial<Places>,
    words: string,
    decide: (action: Action, now: Instant) => ActionVerdict,
  ): Promise<ActionView> {
    return this.once(caller, `${id}/${name}`, body, async (tx, request) => {
      const action = await this.visible(tx, caller.actor, id);
      const no = gate(caller.actor, action, name);
      if (no !== null) throw refused(no);
      await this.checkPlaces(tx, body);
      const now = await this.clock.now(tx);
      const verdict = decide(action, now);
      if ('refusal' in verdict) throw refused(verdict.refusal);
      const textId = await this.texts.put(tx, action, name, words);
      const measure = body.measure ?? body.adjusted?.measure;
      if (measure !== undefined) await this.texts.put(tx, action, 'measure', measure);
      await this.writer.write(tx, action, verdict.step, {
        at: now,
        actorId: caller.actor.id,
        textId,
        request,
        wakes: true,
      });
      return id;
    });
  }

  /** Taken once under its key: the same request again is answered with the action as it stands, another one is refused. */
  private once(
    { actor, key }: Caller,
    what: string,
    body: object,
    take: (tx: Tx, request: ActRequest | null) => Promise<string>,
  ): Promise<ActionView> {
    const request = key === undefined ? null : this.requestOf(actor, key, what, body);
    return this.database.tx(async (tx) => {
      const earlier = request === null ? null : await this.earlier(tx, request);
      return this.reader.view(tx, actor, earlier ?? (await take(tx, request)));
    });
  }

  private requestOf(actor: Actor, key: string, what: string, body: object): ActRequest {
    if (!KEY.test(key))
      throw new InputError([{ path: 'Idempotency-Key', message: 'is 1 to 200 visible ASCII characters' }]);
    const hash = keyedHash(this.config.hmacKey, 'body', JSON.stringify([what, body]));
    return { id: uuid5(`${actor.id}/${key}`, REQUEST_IDS), hash };
  }

  /** One request of a key at a time. */
  private async earlier(tx: Tx, { id, hash }: ActRequest): Promise<string | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
    const taken = await this.queries.requested(tx, id);
    if (taken !== null && !taken.hash.equals(hash))
      throw refused({ status: 409, code: 'key-used-for-another-body', facts: {} });
    return taken?.actionId ?? null;
  }

  private async visible(tx: Tx, actor: Actor, id: string): Promise<Action> {
    const action = await this.actions.lock(tx, id);
    const labels = await this.queries.find(tx, id);
    if (action === null || labels === null || !mayRead(actor, { ...labels, ...action })) throw notVisible();
    return action;
  }

  /** A restricted complaint is not there for who may not see it (INT-7), nor anybody's own case (PRC-3). */
  private async checkComplaint(tx: Tx, actor: Actor, complaintId: string | null): Promise<void> {
    if (complaintId === null) return;
    const known = await this.complaints.find(tx, complaintId);
    const granted = known?.access === 'open' || actor.capabilities.includes('read-restricted');
    if (known !== null && granted && !known.concerned.includes(actor.id)) return;
    throw refused({ status: 422, code: 'unknown-complaint', facts: { complaintId } });
  }

  private async checkPlaces(tx: Tx, { ownerId, departmentId }: Partial<Places>): Promise<void> {
    if (ownerId !== undefined && !(await this.directory.hasPerson(tx, ownerId)))
      throw refused({ status: 422, code: 'unknown-person', facts: { ownerId } });
    if (departmentId !== undefined && !(await this.directory.hasDepartment(tx, departmentId)))
      throw refused({ status: 422, code: 'unknown-department', facts: { departmentId } });
  }
}

interface Places {
  readonly ownerId: string | undefined;
  readonly departmentId: string | undefined;
}

function refused({ status, code, facts }: ActionRefusal): RefusalError {
  return new RefusalError(status, { code, facts });
}
