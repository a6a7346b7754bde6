import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a trailing slash; the same from sources and from the build. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Loaded by `--import` before a program that must end with its launcher; always the built file. */
export const PARENT_GUARD = new URL('../dist/parent.guard.js', import.meta.url).href;
