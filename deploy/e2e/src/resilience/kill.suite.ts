import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintLife } from '../demo/complaint.life.ts';
import { play } from '../demo/play.ts';
import { judge } from '../demo/verdict.ts';
import { ownComplaints } from '../inputs/own.complaints.ts';
import { actsOf, notOnce } from './acts.ledger.ts';
import { Killer, victimsOf, type PlannedKill, type Victim } from './killer.ts';
import { PatientNetwork } from './patient.network.ts';
import { say, type ResilienceGround } from './resilience.ground.ts';

const COMPLAINTS = Number(process.env['REDRESS_KILL_COMPLAINTS'] ?? 60);
const MINUTES = 60_000;
/** Four services by role, and the worker; the engines come on top. */
const EVERY_ROLE = 15;

/** A life has some nine acts, the filing is the first; by then the last have to be back. */
const ACTS_OF_A_LIFE = 7;

/** Each once, one after the other over the acts of all lives, so that each dies while acts are under way. */
function planFor(victims: readonly Victim[]): PlannedKill[] {
  const between = (ACTS_OF_A_LIFE * COMPLAINTS) / (victims.length + 1);
  return victims.map(({ name }, index) => ({ name, atAct: Math.ceil((index + 1) * between) }));
}

/** Processes die in the middle of people's acts, on an installation that has `before` behind it. */
export function describeKills(ground: () => ResilienceGround, before: () => readonly string[]): void {
  describe('processes killed in the middle of people’s acts', () => {
    let own: ResilienceGround;
    let network: PatientNetwork;
    let killer: Killer;
    let victims: readonly Victim[];
    let lives: ComplaintLife[];
    const filed = () => lives.map(({ id }) => id);

    beforeAll(async () => {
      own = ground();
      victims = victimsOf(own.ground.installation.processes, own.ground.engines);
      killer = new Killer(victims, planFor(victims), say);
      network = new PatientNetwork({ intakeUrl: own.ground.story.urls.intake, onSent: (act) => killer.at(act) });
      network.open();
      lives = await play(own.session, own.company, ownComplaints(COMPLAINTS), { say });
      await killer.done();
      await own.session.time.quiet(undefined, { among: filed() });
    }, 15 * MINUTES);

    afterAll(() => network?.close());

    it('were killed at their moments and took up their work again', () => {
      expect(victims.length).toBeGreaterThan(EVERY_ROLE);
      expect(killer.killed.map(({ name }) => name).sort()).toEqual(victims.map(({ name }) => name).sort());
      for (const { pid, successor } of killer.killed)
        expect([pid > 0, successor > 0, successor === pid]).toEqual([true, true, false]);
    });

    it('had nobody to be woken: timers and commands were never lost', async () => {
      const woken = await own.session.database.query(
        `SELECT complaint_id, due_at FROM intake.wakings WHERE complaint_id = ANY($1)`,
        [filed()],
      );
      expect(woken).toEqual([]);
    });

    it('were met by people, who asked again under the same key', () => {
      expect(network.acts.filter(({ tries }) => tries > 1).length).toBeGreaterThan(0);
    });

    it('left nothing lost and nothing doubled in the eyes of four readers', async () => {
      expect(new Set(filed()).size).toBe(COMPLAINTS);
      const differences = await judge(own.session, own.company, [...before(), ...filed()]);
      // What the outage has left open goes on meanwhile; it was judged there.
      expect(differences.filter((one) => !before().some((id) => one.includes(id)))).toEqual([]);
    });

    it('let every complaint come to its end', async () => {
      const stages = await own.session.database.query(
        `SELECT stage, count(*)::int AS n FROM intake.complaints WHERE id = ANY($1) GROUP BY stage`,
        [filed()],
      );
      expect(stages).toEqual([{ stage: 'ended', n: COMPLAINTS }]);
    });

    it('did each act of people once: one command, one step, one line that tells of it', async () => {
      const taken = network.acts.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]));
      const acts = await actsOf(own.session.database, filed());
      expect(acts.map(({ commandId }) => commandId)).toEqual(taken.sort());
      expect(notOnce(acts)).toEqual([]);
    });

    it('fired every rung once, at the instant at which it was due', async () => {
      const wrong = await own.session.database.query(
        `SELECT complaint_id, facts FROM intake.timeline WHERE code IN ('warned', 'escalated')
           AND (at <> (facts ->> 'firedFor')::timestamptz
             OR 1 <> (SELECT count(*) FROM intake.timeline AS same WHERE same.complaint_id = timeline.complaint_id
                      AND same.code = timeline.code AND same.facts ->> 'dutyId' = timeline.facts ->> 'dutyId'
                      AND same.facts ->> 'rung' = timeline.facts ->> 'rung'))`,
      );
      expect(wrong).toEqual([]);
    });
  });
}
