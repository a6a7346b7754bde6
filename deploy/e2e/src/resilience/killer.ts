import type { ServiceProcess } from '@redress/launch';

/** Which process dies when so many acts of people have left. */
export interface PlannedKill {
  readonly atAct: number;
  readonly process: string;
}

/** A process that was killed -9, and the one that took its place. */
export interface Killed {
  readonly process: string;
  readonly pid: number;
  readonly successor: number;
}

/** Kills processes of an installation in the middle of people's acts, and starts each again. */
export class Killer {
  readonly killed: Killed[] = [];
  private readonly underWay: Promise<unknown>[] = [];

  constructor(
    private readonly processes: readonly ServiceProcess[],
    private readonly plan: readonly PlannedKill[],
    private readonly say: (line: string) => void,
  ) {}

  /** Kills whoever is to die at this act; the act itself goes on. */
  at(act: number): void {
    for (const { atAct, process } of this.plan) {
      if (atAct === act) this.underWay.push(this.kill(process, act).then(nothing, (fault: unknown) => fault));
    }
  }

  /** Resolves when all that died are up again. Throws when one is not. */
  async done(): Promise<void> {
    const fault = (await Promise.all(this.underWay)).find((one) => one !== null);
    if (fault !== undefined) throw fault;
  }

  private async kill(name: string, act: number): Promise<void> {
    const process = this.processes.find((one) => one.name === name);
    if (process === undefined) throw new Error(`no process is called ${name}`);
    const { pid } = process;
    await process.kill('SIGKILL');
    this.say(`kill -9 ${name} (process ${pid}) at act ${act}`);
    await process.restart();
    await process.waitReady();
    this.killed.push({ process: name, pid, successor: process.pid });
    this.say(`${name} is up again (process ${process.pid})`);
  }
}

const nothing = () => null;
