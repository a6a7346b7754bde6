import type { Person } from '@redress/scenario';
import { z } from 'zod';

const imported = z.object({ id: z.uuid(), state: z.string(), loaded: z.number(), refused: z.number() });

/** What became of a file. */
export type LoadedFile = z.output<typeof imported>;

const LOOKS_EVERY_MS = 50;
const GIVES_UP_AFTER_MS = 60_000;

/** Sends a CSV in somebody's name and waits until its rows have settled. Throws when it is refused or never ends. */
export async function loadFile(intake: string, person: Person, text: string): Promise<LoadedFile> {
  const headers = { authorization: await person.authorization(), 'content-type': 'text/csv' };
  const answer = await fetch(`${intake}/imports`, { method: 'POST', headers, body: text });
  let file = imported.parse(await answer.json());
  const until = Date.now() + GIVES_UP_AFTER_MS;
  while (file.state !== 'done') {
    if (Date.now() > until) throw new Error(`the import ${file.id} is still ${file.state}`);
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    file = imported.parse((await person.get(`${intake}/imports/${file.id}`)).body);
  }
  return file;
}
