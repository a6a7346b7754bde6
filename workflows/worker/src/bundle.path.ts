import { fileURLToPath } from 'node:url';

/** Where the built bundle of the workflows lies. */
export function bundlePath(): string {
  return fileURLToPath(new URL('../dist/workflow-bundle.cjs', import.meta.url));
}
