import type { Tx } from '../database.ts';

/** True the first time a consumer takes an event: call in the transaction of the effect. */
export async function takeOnce(tx: Tx, schema: string, consumer: string, eventId: string): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO ${schema}.inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
    [consumer, eventId],
  );
  return rows.length === 1;
}
