import { randomUUID } from 'node:crypto';
import type { Tx } from '@redress/db';

/** A command as only a fault could have put it into the register. */
export interface PoisonRow {
  readonly name: string;
  readonly facts: unknown;
}

/** What became of a command. */
export interface CommandFate {
  readonly outcome: { readonly status: string; readonly code?: string } | null;
  readonly stuck: string | null;
}

/** Plants a command of the complaint's owner, as accepted now and next in the queue. Answers its id. */
export async function plant(tx: Tx, complaintId: string, poison: PoisonRow): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `WITH place AS (UPDATE intake.complaints SET queue_place = queue_place + 1 WHERE id = $2 RETURNING queue_place, state)
     INSERT INTO intake.commands (id, complaint_id, place, name, facts, body_hash, actor, accepted_at, deliver_after)
     SELECT $1, $2, queue_place, $3, $4, '\\x00', ${OWNER}, (SELECT at FROM domain_clock.now), clock_timestamp() FROM place`,
    [id, complaintId, poison.name, JSON.stringify(poison.facts)],
  );
  return id;
}

const OWNER = `jsonb_build_object('id', state ->> 'owner', 'kind', 'person', 'roles', '["handler"]'::jsonb,
  'capabilities', '["handle"]'::jsonb, 'departmentId', state ->> 'departmentId', 'limits', NULL)`;

export async function fateOf(tx: Tx, commandId: string): Promise<CommandFate | undefined> {
  const [row] = await tx.query<CommandFate>(`SELECT outcome, stuck FROM intake.commands WHERE id = $1`, [commandId]);
  return row;
}
