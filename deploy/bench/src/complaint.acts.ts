import { randomUUID } from 'node:crypto';
import { Person, send, type Answer } from '@redress/scenario';
import { z } from 'zod';
import type { BenchGround } from './bench.ground.ts';
import { someComplaint } from './some.complaint.ts';

const receipt = z.object({ id: z.uuid(), number: z.string(), tracking: z.object({ secret: z.string() }) });
export type Receipt = z.infer<typeof receipt>;

/** Files one complaint. */
export async function register(ground: BenchGround): Promise<Receipt> {
  const headers = { ...(await ground.headers()), 'idempotency-key': randomUUID() };
  const answer = await send({
    method: 'POST',
    url: `${ground.urls.intake}/complaints`,
    body: JSON.parse(someComplaint()),
    headers,
  });
  return receipt.parse(taken(answer).body);
}

/** One act of a member of staff on a complaint. */
export async function act(ground: BenchGround, who: Person, id: string, path: string, body: object): Promise<void> {
  const key = { 'idempotency-key': randomUUID() };
  taken(await who.post(`${ground.urls.intake}/complaints/${id}/${path}`, body, key));
}

/** One act of the customer. */
export async function customerAct(ground: BenchGround, of: Receipt, path: string, body: object): Promise<void> {
  const headers = { 'x-tracking-secret': of.tracking.secret, 'idempotency-key': randomUUID() };
  taken(await send({ method: 'POST', url: `${ground.urls.intake}/tracking/${of.number}/${path}`, body, headers }));
}

function taken(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
