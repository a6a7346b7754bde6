import { z } from 'zod';

const text = z.string();
const count = z.number();

/** The stuck list as intake answers it. */
export const stuckList = z.object({
  commands: z.array(
    z.object({ commandId: text, number: text, name: text, acceptedAt: text, reason: text, attempt: count }),
  ),
  parked: z.array(
    z.object({ id: text, queue: text, topic: text, key: text, attempts: count, reason: text.nullable() }),
  ),
  woken: z.array(z.object({ number: text, times: count, dueAt: text.nullable(), wokenAt: text })),
  messages: z.array(z.object({ messageId: text, number: text, purpose: text, state: text, at: text })),
});
export type StuckList = z.output<typeof stuckList>;

/** How many things wait for a person; complaints that were woken go on by themselves. */
export function waiting({ commands, parked, messages }: StuckList): number {
  return commands.length + parked.length + messages.length;
}

/** The list for people: what each thing is, and the command that works it off. */
export function stuckLines(list: StuckList): string[] {
  const lines = [
    ...part(
      'Commands that go on only when a person looks at them: "redress stuck retry ID", "redress stuck dismiss ID --reason …"',
      list.commands.map(
        ({ commandId, number, name, acceptedAt, reason, attempt }) =>
          `${commandId}  ${number}  ${name}, accepted ${acceptedAt}: ${reason}${attempt === 0 ? '' : `, sent again ${attempt} times`}`,
      ),
    ),
    ...part(
      'Rows that Kafka refused for good: "redress stuck resend ID" when the cause is healed',
      list.parked.map(
        ({ id, queue, topic, key, attempts, reason }) =>
          `${id}  ${queue} for ${topic}, key ${key}: ${reason ?? 'no reason given'} (${attempts} attempts)`,
      ),
    ),
    ...part(
      'Messages that may or may not have reached the customer: ask who carries them',
      list.messages.map(
        ({ messageId, number, purpose, state, at }) => `${messageId}  ${number}  ${purpose} of ${at}: ${state}`,
      ),
    ),
    ...part(
      'Complaints of the last week that had to be woken; they go on',
      list.woken.map(
        ({ number, times, dueAt, wokenAt }) =>
          `${number}  ${times} times, last at ${wokenAt}, ${dueAt === null ? 'for a command' : `for what was due at ${dueAt}`}`,
      ),
    ),
  ];
  return lines.length === 0 ? ['Nothing is stuck.'] : lines;
}

function part(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${row}`)];
}
