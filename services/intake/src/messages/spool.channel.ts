import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageChannel, OutgoingMessage } from './channel.port.ts';

/**
 * Hands messages to whatever empties a folder: a letter printer, a gateway for short messages. One JSON file a message,
 * named by its id, so that writing it twice is harmless; it appears whole or not at all.
 */
export class SpoolChannel implements MessageChannel {
  readonly name = 'spool';
  readonly takesIdempotencyKey = true;

  constructor(private readonly folder: string) {}

  async send(message: OutgoingMessage): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${message.id}.json`);
    await writeFile(`${file}.new`, JSON.stringify(message, null, 2), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
}
