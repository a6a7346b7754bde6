import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventDocuments } from './event.documents.ts';
import { PUBLISHED_FOLDER } from './published.folder.ts';

/** Writes the description of the events anew: `npm run events`. */
rmSync(PUBLISHED_FOLDER, { recursive: true, force: true });
for (const { path, content } of eventDocuments()) {
  const file = join(PUBLISHED_FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
