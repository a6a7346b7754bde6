import { join } from 'node:path';
import { REPOSITORY_ROOT } from './repository.root.ts';

/** Everything `npm start`, the demo and the tests keep. */
export const DATA_FOLDER = join(REPOSITORY_ROOT, '.redress');

/** Data of the engines that installations share. */
export const ENGINES_FOLDER = join(DATA_FOLDER, 'engines');

/** Keys, logs and pid files of one installation. */
export function installationFolder(name: string): string {
  return join(DATA_FOLDER, name);
}
