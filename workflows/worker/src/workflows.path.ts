import { fileURLToPath } from 'node:url';

/** The module that holds the processes, for the bundler: the sources or the build, whichever this is. */
export const WORKFLOWS_PATH = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './workflows.ts' : './workflows.js', import.meta.url),
);
