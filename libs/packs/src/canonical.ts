import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

/** The package is CommonJS, and its typings promise a default export that Node does not give them. */
const canonicalize = createRequire(import.meta.url)('canonicalize') as (value: unknown) => string | undefined;

/** JSON with sorted keys and no spaces (RFC 8785): equal values give equal text. Throws TypeError for what is no JSON. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** SHA-256 of a text, 64 hex digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
