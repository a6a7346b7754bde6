import { fileURLToPath } from 'node:url';

/** Where the description of the events is committed. */
export const PUBLISHED_FOLDER = fileURLToPath(new URL('../../published', import.meta.url));
