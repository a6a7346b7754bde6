import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server that only inserts two rows for each request, in a process of its own, on the same database. */
export class BareInsert {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async open(databaseUrl: string): Promise<BareInsert> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.insert.server.js')], {
      env: { ...process.env, BENCH_DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const [port] = (await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => ['none'])])) as [string];
    if (!/^\d+$/.test(port)) throw new Error('the server of the floor did not start');
    return new BareInsert(child, `http://127.0.0.1:${port}/`);
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}
