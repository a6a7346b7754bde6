import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RuleChange } from './proofs.ts';

const REPOSITORY_ROOT = join(import.meta.dirname, '../../../..');
const ROOMS = ['libs', 'services', 'workflows', 'deploy'] as const;
const LEFT_BEHIND = ['node_modules', 'src', 'histories', '.turbo'];

/** What is built, copied to a folder of its own where one place of it can be changed: nobody else sees the change. */
export class ChangedCopy {
  /** What was bundled last had a change in it. */
  private bundleIsChanged = false;

  private constructor(readonly folder: string) {}

  static make(folder: string): ChangedCopy {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'node_modules/@redress'), { recursive: true });
    for (const room of ROOMS)
      cpSync(join(REPOSITORY_ROOT, room), join(folder, room), {
        recursive: true,
        filter: (path) => !LEFT_BEHIND.includes(basename(path)),
      });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(REPOSITORY_ROOT, file), join(folder, file));
    linkModules(folder);
    return new ChangedCopy(folder);
  }

  /** Makes the change; answers what undoes it. Throws unless what is to be changed stands there exactly once. */
  change({ file, find, replace }: RuleChange): () => void {
    const built = join(this.folder, file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
    const text = readFileSync(built, 'utf8');
    const times = text.split(find).length - 1;
    if (times !== 1)
      throw new Error(`"${find}" stands ${times} times in what ${file} is built to; it must stand there once`);
    writeFileSync(
      built,
      text.replace(find, () => replace),
    );
    this.bundle();
    return () => writeFileSync(built, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The rules are part of the bundle of the workflows. */
  private bundle(): void {
    const program = join(this.folder, 'workflows/worker/dist/build-bundle.js');
    const { status, stderr } = spawnSync(process.execPath, [program], { cwd: this.folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the changed workflows cannot be bundled: ${stderr}`);
  }
}

/** What others wrote is shared; the product's own packages are those of the copy. */
function linkModules(folder: string): void {
  const shared = join(REPOSITORY_ROOT, 'node_modules');
  for (const name of readdirSync(shared).filter((one) => one !== '@redress' && !one.startsWith('.')))
    symlinkSync(join(shared, name), join(folder, 'node_modules', name));
  const homes = ROOMS.flatMap((room) => readdirSync(join(folder, room)).map((name) => join(folder, room, name)));
  for (const home of homes) if (existsSync(join(home, 'package.json'))) linkOwn(folder, home);
}

function linkOwn(folder: string, home: string): void {
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { name: string };
  symlinkSync(home, join(folder, 'node_modules', manifest.name));
}
