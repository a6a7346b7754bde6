import { SteppedTime, type QuietScope } from '@redress/scenario';
import type { ResilienceGround } from './resilience.ground.ts';

/** Longer than an engine, a process or an activity's timeout needs to come back, on a machine that is busy. */
const AFTER_A_BREAK_MS = 240_000;

/** Stepped time for where things break: quiet may take its time, since somebody must come back first. */
class PatientTime extends SteppedTime {
  override quiet(withinMs = AFTER_A_BREAK_MS, scope?: QuietScope): Promise<void> {
    return super.quiet(withinMs, scope);
  }
}

/** The same ground, whose time is patient. */
export function patient(own: ResilienceGround): ResilienceGround {
  const { database, bus, temporal } = own.session;
  const time = new PatientTime(database, bus, temporal);
  return { ...own, session: { database, bus, temporal, time, close: () => own.session.close() } };
}
