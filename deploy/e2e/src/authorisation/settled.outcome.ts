import { REFUSAL_STATUS } from '@redress/contracts';
import type { Person } from '@redress/scenario';
import type { RefusalCode } from '@redress/policy';
import { z } from 'zod';

const command = z.object({
  commandId: z.uuid(),
  outcome: z.object({ status: z.string(), refusal: z.object({ code: z.string() }).optional() }).nullable(),
});
const GIVES_UP_AFTER_MS = 120_000;
const LOOKS_EVERY_MS = 50;

/** The status of an answer; one of 202 is followed until its command has an outcome, and answers as that would have. */
export async function settledStatus(intake: string, status: number, body: unknown, reader: Person): Promise<number> {
  const given = command.safeParse(body);
  if (status !== 202 || !given.success) return status;
  const until = Date.now() + GIVES_UP_AFTER_MS;
  for (;;) {
    const answer = await reader.get(`${intake}/commands/${given.data.commandId}`);
    const { outcome } = command.parse(answer.body);
    if (outcome?.refusal !== undefined) return REFUSAL_STATUS[outcome.refusal.code as RefusalCode];
    if (outcome !== null) return 200;
    if (Date.now() > until) throw new Error(`no outcome of ${given.data.commandId}`);
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
}
