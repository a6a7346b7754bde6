import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import { plusMs, toMs, type Actor, type Instant } from '@redress/policy';
import { DomainClock, LookBook, RefusalError } from '@redress/service-kit';
import { CauseRepository } from '../causes/cause.repository.ts';
import { mayRead } from './action.access.ts';
import { ACTION_ACTS, gate } from './action.decisions.ts';
import { ActionQueries, type ReadAction } from './action.queries.ts';
import type { ActionLine, ActionPage, ActionsQuery, ActionView } from './action.schemas.ts';
import type { Action } from './action.ts';
import { TextVault, type ReadText } from './text.vault.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;

/** Reads actions for people: check access, load, map. */
@Injectable()
export class ActionsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    private readonly queries: ActionQueries,
    private readonly causes: CauseRepository,
    private readonly texts: TextVault,
    private readonly looks: LookBook,
  ) {}

  async list(actor: Actor, query: ActionsQuery): Promise<ActionPage> {
    const now = await this.clock.now(this.database);
    const found = await this.queries.page(this.database, query, actor, now);
    const items = found.slice(0, query.limit);
    await this.looks.record(this.database, actor, 'action', items.flatMap(restrictedOf));
    const last = items.at(-1)?.action;
    const next = found.length > items.length && last !== undefined ? `${last.dueAt}_${last.id}` : null;
    return { items: items.map((one) => lineOf(one, one.action.cause, now)), next };
  }

  /** Throws RefusalError 404 for what there is not, or is not theirs to see. */
  async view(tx: Tx, actor: Actor, id: string): Promise<ActionView> {
    const found = await this.queries.find(tx, id);
    if (found === null || !mayRead(actor, { ...found, ...found.action })) throw notVisible();
    await this.looks.record(tx, actor, 'action', restrictedOf(found));
    const { action } = found;
    const [now, texts, history] = [
      await this.clock.now(tx),
      await this.texts.ofAction(tx, id),
      await this.queries.history(tx, id),
    ];
    const cause =
      action.cause ?? (action.complaintId === null ? null : await this.causes.ofComplaint(tx, action.complaintId));
    return {
      ...lineOf(found, cause, now),
      goal: wordsOf(texts, 'goal'),
      measure: wordsOf(texts, 'measure'),
      figures: cause === null ? null : await this.figures(tx, action, cause, now),
      history: history.map(({ textId, ...entry }) => ({
        ...entry,
        words: texts.find((text) => text.id === textId)?.words ?? null,
      })),
      acts: ACTION_ACTS.map((name) => ({ name, refusal: gate(actor, action, name)?.code ?? null })),
    };
  }

  /** As many days before the plan as have passed since the work was done, ninety at most (IMP-11). */
  private async figures(tx: Tx, action: Action, cause: string, now: Instant): Promise<ActionView['figures']> {
    const { departmentId, plannedAt, doneAt } = action;
    if (doneAt === null) return null;
    const days = Math.min(MOST_DAYS, Math.floor((toMs(now) - toMs(doneAt)) / DAY_MS));
    const count = (from: Instant) => this.causes.count(tx, cause, departmentId, from, plusMs(from, days * DAY_MS));
    return { cause, days, before: await count(plusMs(plannedAt, -days * DAY_MS)), after: await count(doneAt) };
  }
}

/** The restricted complaint that it comes of, if it does (INT-7). */
function restrictedOf({ action, access }: ReadAction): string[] {
  return access === 'restricted' && action.complaintId !== null ? [action.complaintId] : [];
}

/** There is no such action, or it is not theirs to see. */
export function notVisible(): RefusalError {
  return new RefusalError(404, { code: 'not-visible' });
}

/** The last words of a field: a measure is put anew with each plan. */
function wordsOf(texts: readonly ReadText[], field: string): string | null {
  return texts.filter((text) => text.field === field).at(-1)?.words ?? null;
}

function lineOf({ action, number }: ReadAction, cause: string | null, now: Instant): ActionLine {
  const { id, complaintId, kind, source, stage, round, ownerId, departmentId } = action;
  const { plannedAt, dueAt, followUpAt, owedAt, doneAt, closedAt } = action;
  return {
    id,
    complaint: complaintId === null ? null : { id: complaintId, number },
    ...{ kind, source, cause, stage, round, ownerId, departmentId },
    ...{ plannedAt, dueAt, followUpAt, owedAt, doneAt, closedAt },
    overdue: owedAt !== null && owedAt < now,
  };
}
