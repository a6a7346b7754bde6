import { wholeDocument } from '@redress/packs';
import { packNamed } from './pack.files.ts';

/** Prints the pack with everything that it extends written out, as JSON, which is YAML too. */
export function wholeCommand(name: string, say: (line: string) => void): number {
  const { text, library } = packNamed(name);
  say(JSON.stringify(wholeDocument(text, library), null, 2));
  return 0;
}
