import { plusMs, type Instant } from '@redress/policy';
import { type Person, type StoryInstallation, type StorySession } from '@redress/scenario';
import { z } from 'zod';
import { loadFile } from '../inputs/loaded.file.ts';
import type { OwnCompany } from './own.company.ts';

const made = z.object({ id: z.uuid() });
const absences = z.object({ items: z.array(made) });

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Enough for everybody who may use one up. */
const OF_EACH = 6;

/** Things made before the calls, so that a call which is refused leaves no trace: looked at, or used up one by one. */
class Pool {
  constructor(private readonly ids: string[]) {}

  /** One that stays. */
  look(): string {
    const [first] = this.ids;
    if (first === undefined) throw new Error('the pool is used up');
    return first;
  }

  /** One that nobody else gets. */
  use(): string {
    const last = this.ids.length > 1 ? this.ids.pop() : undefined;
    if (last === undefined) throw new Error('the pool is used up');
    return last;
  }
}

/** What the lines about absences, contacts, imports and actions need. */
export class OwnPools {
  private constructor(
    readonly absences: Pool,
    readonly contacts: Pool,
    readonly imports: Pool,
    private readonly open: ReadonlyMap<string, Pool>,
    private readonly judging: ReadonlyMap<string, Pool>,
  ) {}

  static async fill({ urls }: StoryInstallation, company: OwnCompany, session: StorySession): Promise<OwnPools> {
    const { intake, staffing, improvement } = urls;
    const admin = company.called('admin');
    const col = `${staffing}/people/${await company.called('col').id()}`;
    const away = { from: '2190-01-01T00:00:00Z' };
    await Promise.all(Array.from({ length: OF_EACH }, () => demand(admin, `${col}/absences`, away)));
    const { items } = absences.parse((await admin.get(`${col}/absences`)).body);
    const imported = await loadFile(intake, company.called('manager'), 'channel,category,description\r\n');
    const contact = made.parse(await demand(admin, `${staffing}/contacts`, CONTACT));
    const handlers = [company.called('ann'), company.called('ben')];
    const [open, judging] = [new Map<string, Pool>(), new Map<string, Pool>()];
    const now = await session.time.now();
    for (const handler of handlers) {
      open.set(await handler.id(), await actionsOf(improvement, company, handler, plusMs(now, DAY_MS)));
      judging.set(await handler.id(), await doneActionsOf(improvement, company, handler, now));
    }
    await session.time.moveTo(plusMs(now, 2 * MINUTE_MS));
    return new OwnPools(
      ...([new Pool(items.map(({ id }) => id)), new Pool([contact.id]), new Pool([imported.id])] as const),
      ...([open, judging] as const),
    );
  }

  /** Actions of a person that are to be done. */
  openOf(ownerId: string): Pool {
    return poolOf(this.open, ownerId);
  }

  /** Actions of a person whose effect is to be judged. */
  judgingOf(ownerId: string): Pool {
    return poolOf(this.judging, ownerId);
  }
}

export const CONTACT = { kind: 'supplier', title: { zh: '快递', en: 'Parcels' }, phone: '400 555 0100' };

/** A plan that is in order for a person of the company. */
export function planFor(company: OwnCompany, ownerId: string, dueAt: Instant, followUpAt = dueAt): object {
  return {
    ...{ source: 'review', kind: 'preventive', goal: 'Fewer.', measure: 'Look twice.' },
    ...{ ownerId, departmentId: company.department, dueAt, followUpAt },
  };
}

async function actionsOf(url: string, company: OwnCompany, owner: Person, dueAt: Instant): Promise<Pool> {
  const plan = planFor(company, await owner.id(), dueAt);
  const manager = company.called('manager');
  const planned = await Promise.all(Array.from({ length: OF_EACH }, () => demand(manager, `${url}/actions`, plan)));
  return new Pool(planned.map((action) => made.parse(action).id));
}

/** Done at once; judged from a minute on. */
async function doneActionsOf(url: string, company: OwnCompany, owner: Person, now: Instant): Promise<Pool> {
  const plan = planFor(company, await owner.id(), plusMs(now, MINUTE_MS));
  const ids: string[] = [];
  for (let count = 0; count < OF_EACH; count++) {
    const { id } = made.parse(await demand(company.called('manager'), `${url}/actions`, plan));
    await demand(owner, `${url}/actions/${id}/done`, { note: 'Done.' });
    ids.push(id);
  }
  return new Pool(ids);
}

function poolOf(pools: ReadonlyMap<string, Pool>, ownerId: string): Pool {
  const pool = pools.get(ownerId);
  if (pool === undefined) throw new Error('this person owns no action');
  return pool;
}

async function demand(who: Person, url: string, body: unknown): Promise<unknown> {
  const answer = await who.post(url, body);
  if (answer.status >= 300) throw new Error(`${url} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
