import { ACTING_FOLLOWERS } from '../installation.ts';
import type { QuietScope } from '../quiet.ts';
import type { SteppedTime } from '../stepped.time.ts';
import type { Delivery } from './delivery.ts';
import { changes, type Task } from './schedule.ts';
import type { StoryPlay } from './story.play.ts';
import { together } from './together.ts';

type Look = NonNullable<Task['look']>;

/** The time that all plays of a run share: it goes from turn to turn, and waits for quiet where something is at work. */
export class MergedTimeline {
  /** What is looked at when delivery goes on again. */
  private looks: Look[] = [];

  constructor(
    private readonly time: SteppedTime,
    private readonly plays: readonly StoryPlay[],
    private readonly delivery: Delivery,
  ) {}

  /** Moves to the instant, lets people act, waits for quiet, and looks. Throws when it does not become quiet. */
  async play(turn: readonly Task[]): Promise<void> {
    const { at, turn: order } = turn[0] as Task;
    try {
      await (this.delivery.standsStill ? this.time.passTo(at, this.scope) : this.time.moveTo(at, this.scope));
      await together(turn, ({ play }) => play());
      this.looks.push(...turn.flatMap(({ look }) => look ?? []));
      if (this.delivery.standsStill) return;
      if (changes(order)) await this.time.quiet(undefined, this.scope);
      await together(this.looks.splice(0), (look) => look());
    } catch (fault) {
      throw new Error(`at ${at}: ${await this.behind(at)}`, { cause: fault });
    }
  }

  /** Time waits for what is still being told; what is over may stay late. */
  private get scope(): QuietScope {
    const among = this.plays.flatMap(({ run, over }) => (run === null || over ? [] : run.complaintIds));
    return { among, followers: ACTING_FOLLOWERS };
  }

  /** Which stories have something due that has not happened: for whoever has to find out why it is not quiet. */
  private async behind(at: string): Promise<string> {
    const told = this.plays.filter(({ run, over }) => run !== null && !over);
    const looks = await Promise.all(told.map(async ({ run, story }) => ({ story, look: await run?.lookAt() })));
    const late = looks.filter(({ look }) => look?.nextDueAt != null && look.nextDueAt <= at);
    return late.length === 0 ? 'something is stuck' : `stuck: ${late.map(({ story }) => story.file).join(', ')}`;
  }
}
