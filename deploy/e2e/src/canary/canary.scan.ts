import type { EncodedForm } from './encoded.forms.ts';

/** Something that is stored or shown, and where. */
export interface Piece {
  readonly place: string;
  readonly bytes: Buffer;
}

const SHOWN_AROUND = 60;

/** Looks for the forms in every piece; answers a sentence for each place where one lies. */
export async function scan(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  forms: readonly EncodedForm[],
): Promise<string[]> {
  const found = new Map<string, string>();
  for await (const { place, bytes } of pieces) {
    for (const { encoding, bytes: form } of forms) {
      const at = bytes.indexOf(form);
      const name = `${place} (${encoding})`;
      if (at >= 0 && !found.has(name)) found.set(name, `${name}: ${excerpt(bytes, at, form.length)}`);
    }
  }
  return [...found.values()];
}

/** Every text and every run of bytes inside a value, however deep. */
export function* pieces(place: string, value: unknown): Generator<Piece> {
  if (typeof value === 'string') yield { place, bytes: Buffer.from(value, 'utf8') };
  else if (value instanceof Uint8Array) yield { place, bytes: Buffer.from(value) };
  else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      yield { place, bytes: Buffer.from(name, 'utf8') };
      yield* pieces(place, part);
    }
  }
}

function excerpt(bytes: Buffer, at: number, length: number): string {
  return JSON.stringify(bytes.subarray(Math.max(0, at - SHOWN_AROUND), at + length + SHOWN_AROUND).toString('latin1'));
}
