import type { Tx } from '@redress/db';
import type { ReaderReport } from './reading.ts';

/** Reads the register by SQL: the case row, its timeline, its rungs and its messages. */
export async function readRegister(tx: Tx): Promise<ReaderReport> {
  const rows = await tx.query<{
    id: string;
    stage: string;
    sequence: number;
    rungs: string[];
    messages: number;
    lines: number[];
  }>(`
    SELECT id, stage, sequence,
      ARRAY(SELECT duty_id || '/' || rung FROM intake.rungs AS rung
            WHERE rung.complaint_id = complaint.id AND fired_at IS NOT NULL
              AND rung NOT IN ('passes', 'repeats', 'send', 'remind') ORDER BY 1) AS rungs,
      (SELECT count(*)::int FROM intake.messages AS message WHERE message.complaint_id = complaint.id) AS messages,
      ARRAY(SELECT line.sequence FROM intake.timeline AS line WHERE line.complaint_id = complaint.id ORDER BY 1) AS lines
    FROM intake.complaints AS complaint ORDER BY number`);
  return {
    reader: 'register',
    readings: rows.map(({ lines, ...row }) => ({ ...row, gaps: faultsIn(lines, row.sequence) })),
  };
}

/** Sequences that are missing up to `last`, or there twice. */
export function faultsIn(sequences: readonly number[], last: number): number[] {
  const counts = new Map<number, number>();
  for (const sequence of sequences) counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
  const expected = Array.from({ length: last }, (_, index) => index + 1);
  const missing = expected.filter((sequence) => !counts.has(sequence));
  const wrong = [...counts].filter(([sequence, count]) => count > 1 || sequence > last).map(([sequence]) => sequence);
  return [...missing, ...wrong].sort((a, b) => a - b);
}
