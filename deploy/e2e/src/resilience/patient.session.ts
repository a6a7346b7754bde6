import type { Database, Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { SteppedTime, type AtWork, type QuietScope, type StorySession } from '@redress/scenario';

/** Longer than an engine, a process or an activity's timeout needs to come back, on a machine that is busy. */
const AFTER_A_BREAK_MS = 240_000;
const ASK_AGAIN_MS = 300;

/** A session for where things break: what an engine that is away does not answer is asked again, until it is back. */
export function patientSession(session: StorySession): StorySession {
  const { bus, temporal } = session;
  const database = patientDatabase(session.database);
  return { database, bus, temporal, time: new PatientTime(database, bus, temporal), close: () => session.close() };
}

/** Stepped time that can be asked again, since it goes forward only and to where it was told to go. */
class PatientTime extends SteppedTime {
  override moveTo(target: Instant, scope?: QuietScope): Promise<void> {
    return patiently(() => super.moveTo(target, scope));
  }

  override quiet(withinMs = AFTER_A_BREAK_MS, scope?: QuietScope): Promise<void> {
    return patiently(() => super.quiet(withinMs, scope));
  }

  override atWork(scope?: QuietScope): Promise<AtWork> {
    return patiently(() => super.atWork(scope));
  }
}

function patientDatabase(database: Database): Database {
  const query: Tx['query'] = (sql, params) => patiently(() => database.query(sql, params));
  return new Proxy(database, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name, target)),
  });
}

async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const until = Date.now() + AFTER_A_BREAK_MS;
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (Date.now() > until) throw fault;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}
