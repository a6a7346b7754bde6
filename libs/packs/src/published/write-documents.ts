import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHED_FOLDER } from './published.folder.ts';
import { schemaDocuments } from './schema.documents.ts';

/** Writes the schemas of the documents anew: `npm run schemas`. */
rmSync(PUBLISHED_FOLDER, { recursive: true, force: true });
mkdirSync(PUBLISHED_FOLDER);
for (const { path, content } of schemaDocuments()) writeFileSync(join(PUBLISHED_FOLDER, path), content);
