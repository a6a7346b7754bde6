import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a trailing slash; the same from sources and from the build. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
