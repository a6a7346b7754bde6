import { plusMs, type Instant } from '@redress/policy';
import type { Person, StoryInstallation } from '@redress/scenario';
import { z } from 'zod';

const DAY_MS = 86_400_000;

const view = z.object({
  id: z.uuid(),
  stage: z.string(),
  round: z.int(),
  dueAt: z.string(),
  history: z.array(z.object({ code: z.string(), at: z.string(), actorId: z.uuid().nullable() })),
});
export type ActionView = z.output<typeof view>;

const notices = z.object({
  items: z.array(z.object({ actionId: z.uuid().nullable(), code: z.string(), at: z.string() })),
});
const lines = z.object({ items: z.array(z.object({ id: z.uuid() })) });

/** An improvement action as people live it: every act goes through the public API. */
export class ActionLife {
  private constructor(
    private readonly installation: StoryInstallation,
    readonly id: string,
    private readonly reader: Person,
  ) {}

  /** Planned by a manager for an owner: due in eight days, its effect judged after thirty. */
  static async plan(
    installation: StoryInstallation,
    manager: Person,
    owner: Person,
    departmentId: string,
    now: Instant,
  ): Promise<ActionLife> {
    const answer = await manager.post(`${installation.urls.improvement}/actions`, {
      ...{ source: 'review', kind: 'corrective', goal: 'Fewer lost parcels.', measure: 'Search after a day.' },
      ...{ ownerId: await owner.id(), departmentId },
      ...{ dueAt: plusMs(now, 8 * DAY_MS), followUpAt: plusMs(now, 30 * DAY_MS) },
    });
    if (answer.status !== 201) throw new Error(`not planned: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new ActionLife(installation, view.parse(answer.body).id, manager);
  }

  /** The one that came out of a complaint. */
  static async ofComplaint(installation: StoryInstallation, manager: Person, complaintId: string): Promise<ActionLife> {
    const answer = await manager.get(`${installation.urls.improvement}/actions?complaintId=${complaintId}`);
    const [line] = lines.parse(answer.body).items;
    if (line === undefined) throw new Error('the complaint has no action');
    return new ActionLife(installation, line.id, manager);
  }

  async look(): Promise<ActionView> {
    return view.parse((await this.reader.get(this.url())).body);
  }

  async act(who: Person, path: string, body: unknown): Promise<void> {
    const answer = await who.post(`${this.url()}/${path}`, body);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** What a person found in the inbox about this action, the oldest first. */
  async noticesOf(who: Person): Promise<string[]> {
    const { items } = notices.parse((await who.get(`${this.installation.urls.intake}/notices`)).body);
    const own = items.filter(({ actionId }) => actionId === this.id);
    return own.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ code }) => code);
  }

  private url(): string {
    return `${this.installation.urls.improvement}/actions/${this.id}`;
  }
}
