import { beforeAll, describe, expect, it } from '@jest/globals';
import { judge } from '../demo/verdict.ts';
import { EARLY_IN_THE_OUTAGE, LATE_IN_THE_OUTAGE, OutageStory } from './outage.story.ts';
import { dueAt, rungsFired, timeline, type FiredRung } from './register.facts.ts';
import type { ResilienceGround } from './resilience.ground.ts';

const MINUTES = 60_000;

/** Temporal and Kafka are away for 45 days, and come back. Answers the complaints of the story once it has been played. */
export function describeOutage(ground: () => ResilienceGround): () => OutageStory {
  let story: OutageStory;
  describe('an outage of 45 days', () => {
    let own: ResilienceGround;
    let duringOutage: (string | null)[];

    beforeAll(async () => {
      own = ground();
      const { engines } = own.ground;
      story = new OutageStory(own);
      await story.before();
      await Promise.all([engines.kill('temporal', 'SIGKILL'), engines.kill('kafka', 'SIGKILL')]);
      await story.meanwhile();
      duringOutage = await outcomes();
      await Promise.all([engines.restart('temporal'), engines.restart('kafka')]);
      await own.session.time.quiet();
    }, 15 * MINUTES);

    /** Outcomes of the commands accepted while the engines were away, in accepted order. */
    async function outcomes(): Promise<(string | null)[]> {
      const rows = await own.session.database.query<{ status: string | null }>(
        `SELECT outcome ->> 'status' AS status FROM intake.commands WHERE accepted_at >= $1 ORDER BY accepted_at, id`,
        [EARLY_IN_THE_OUTAGE],
      );
      return rows.map(({ status }) => status);
    }

    const factsOf = (role: Parameters<OutageStory['life']>[0]) => timeline(own.session.database, story.life(role).id);
    /** The rungs of the clocks that the story is about. */
    const firedOf = async (role: Parameters<OutageStory['life']>[0]) =>
      (await rungsFired(own.session.database, story.life(role).id)).filter(({ duty }) =>
        /^(respond|solve)-/.test(duty),
      );

    /** The schedule of old as it must have been fired: each once, at its instant, for its instant. */
    function asScheduled(role: Parameters<OutageStory['life']>[0], duties: readonly string[]): FiredRung[] {
      const rungs = (story.schedule.get(role) ?? []).filter(({ duty }) => duties.includes(duty));
      return rungs.map((rung) => ({ ...rung, firedFor: rung.at }));
    }

    describe('while Temporal and Kafka are both away', () => {
      it('a complaint is accepted with 202', () => {
        expect(story.answers.get('receipt')).toMatchObject({ path: '/complaints', status: 202, tries: 1 });
      });

      it.each(['contact', 'reopening', 'late message'])('a %s is accepted with 202 and a place to look', (name) => {
        const answer = story.answers.get(name);
        expect(answer).toMatchObject({ status: 202, location: `/commands/${answer?.commandId}` });
      });

      it('nothing has an outcome', () => {
        expect(duringOutage).toEqual([null, null, null]);
      });
    });

    describe('when they are back', () => {
      it('every act is done, by itself', async () => {
        expect(await outcomes()).toEqual(['done', 'done', 'done']);
      });

      it.each(['silent', 'filedMeanwhile', 'wroteLate'] as const)(
        'each missed rung of %s has fired once, at the instant at which it was due',
        async (role) => {
          const expected = asScheduled(role, ['respond-1', 'solve-1']);
          expect(expected.filter(({ duty }) => duty === 'respond-1').length).toBeGreaterThan(3);
          expect(await firedOf(role)).toEqual(expected);
        },
      );

      it('dues count from the receipt, not from the return', async () => {
        const { id } = story.life('filedMeanwhile');
        const facts = await factsOf('filedMeanwhile');
        expect(facts[0]).toEqual({ sequence: 1, code: 'registered', at: EARLY_IN_THE_OUTAGE });
        const respond = await dueAt(own.session.database, id, 'respond-1');
        expect((await firedOf('filedMeanwhile')).map(({ firedFor }) => firedFor)).toContain(respond);
        expect([respond > EARLY_IN_THE_OUTAGE, respond < LATE_IN_THE_OUTAGE]).toEqual([true, true]);
      });

      it('no rung of respond has fired where the contact was logged in time', async () => {
        expect(await firedOf('contactedInTime')).toEqual(asScheduled('contactedInTime', ['solve-1']));
        const contacted = (await factsOf('contactedInTime')).find(({ code }) => code === 'contacted');
        expect(contacted?.at).toBe(EARLY_IN_THE_OUTAGE);
      });

      it('a message comes after the rungs that were due before it', async () => {
        const codes = (await factsOf('wroteLate')).map(({ code }) => code);
        expect(codes.filter((code) => code === 'message-received')).toHaveLength(1);
        expect(codes.lastIndexOf('escalated')).toBeLessThan(codes.indexOf('message-received'));
      });

      it('the reopening accepted in time is honoured though its window has lapsed', async () => {
        const [row] = await own.session.database.query<{ round: number; ended: Date | null }>(
          `SELECT (state ->> 'round')::int AS round, ended_at AS ended FROM intake.complaints WHERE id = $1`,
          [story.life('reopened').id],
        );
        expect(row).toEqual({ round: 2, ended: null });
        const reopened = (await factsOf('reopened')).find(({ code }) => code === 'reopened');
        expect(reopened?.at).toBe(EARLY_IN_THE_OUTAGE);
      });

      it('the window in which nobody reopened has ended its complaint at its own instant', async () => {
        const { id } = story.life('notReopened');
        const ended = (await factsOf('notReopened')).filter(({ code }) => code === 'ended');
        expect(ended.map(({ at }) => at)).toEqual([await dueAt(own.session.database, id, 'reopening-1')]);
      });

      it.each(['contactedInTime', 'silent', 'filedMeanwhile', 'wroteLate', 'reopened', 'notReopened'] as const)(
        'the facts of %s stand in the order in which they happened',
        async (role) => {
          const facts = await factsOf(role);
          expect(facts.map(({ sequence }) => sequence)).toEqual(facts.map((_, index) => index + 1));
          const instants = facts.map(({ at }) => at);
          expect(instants).toEqual([...instants].sort());
        },
      );

      it('four readers agree', async () => {
        expect(await judge(own.session, own.company, story.ids)).toEqual([]);
      });
    });
  });

  return () => story;
}
