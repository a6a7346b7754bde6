import { fileURLToPath } from 'node:url';

/** Where the schemas of the documents are committed; shipped packs name them for editors. */
export const PUBLISHED_FOLDER = fileURLToPath(new URL('../../published', import.meta.url));
