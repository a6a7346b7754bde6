import { toInstant, toMs, type Instant } from '@redress/policy';
import type { Database, Tx } from '@redress/db';
import { z } from 'zod';
import type { ClockMode } from '../config/environment.config.ts';
import { StatedFault } from '../log/fault-line.ts';

/** Nothing waits for what lies ahead of a clock that is held: whoever moves it on also wakes. */
const HELD_WAKE_MS = 24 * 3_600_000;
/** A rated clock stands still while something is at work: who sleeps until it moves on asks no more often than this. */
const LEAST_RATED_WAKE_MS = 100;
const CREATE_LOCK = 7_130_002;

const clockRow = z.object({ at: z.date(), rate: z.coerce.number().positive(), held_at: z.date().nullable() });

/** Domain time (ARCHITECTURE, Time): read inside the transaction that decides by it, and passed on as data. */
export class DomainClock {
  constructor(readonly mode: ClockMode) {}

  async now(tx: Tx): Promise<Instant> {
    return this.mode === 'system' ? toInstant(Date.now()) : toInstant((await readRow(tx)).at.getTime());
  }

  /** Machine milliseconds to sleep until `due` can have passed; waking early does no harm. */
  async wakeAfterMs(tx: Tx, due: Instant): Promise<number> {
    if (this.mode === 'system') return Math.max(0, toMs(due) - Date.now());
    const { at, rate, held_at: heldAt } = await readRow(tx);
    const aheadMs = toMs(due) - at.getTime();
    if (aheadMs <= 0) return 0;
    const isHeld = this.mode === 'stepped' || (heldAt !== null && toMs(due) > heldAt.getTime());
    return isHeld ? HELD_WAKE_MS : Math.max(LEAST_RATED_WAKE_MS, Math.ceil(aheadMs / rate));
  }
}

async function readRow(tx: Tx): Promise<z.output<typeof clockRow>> {
  const [row] = await tx.query('SELECT at, rate, held_at FROM domain_clock.now WHERE id = 1');
  if (row === undefined) throw new StatedFault('the domain clock has not been set');
  return clockRow.parse(row);
}

/**
 * Makes the table of the stepped and the rate clock; safe to repeat and side by side. A rate clock does not pass `held_at`
 * before whoever moves it says so.
 */
export async function ensureDomainClock(database: Database): Promise<void> {
  await database.tx(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [CREATE_LOCK]);
    await tx.query('CREATE SCHEMA IF NOT EXISTS domain_clock');
    await tx.query(`CREATE TABLE IF NOT EXISTS domain_clock.now (
      id integer PRIMARY KEY CHECK (id = 1),
      at timestamptz(3) NOT NULL,
      rate numeric NOT NULL DEFAULT 1 CHECK (rate > 0),
      held_at timestamptz(3)
    )`);
  });
}

/** Sets the clock, forward only: an earlier instant than the stored one is a fault. */
export async function setDomainClock(tx: Tx, at: Instant, rate = 1): Promise<void> {
  const moved = await tx.query(
    `INSERT INTO domain_clock.now (id, at, rate) VALUES (1, $1, $2)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, rate = excluded.rate WHERE domain_clock.now.at <= excluded.at
     RETURNING id`,
    [at, rate],
  );
  if (moved.length === 0) throw new StatedFault('the domain clock moves forward only');
}
