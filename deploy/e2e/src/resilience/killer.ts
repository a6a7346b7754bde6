import type { RunningEngines } from '@redress/engines';
import type { ServiceProcess } from '@redress/launch';

/** Somebody who can be killed -9 and started again: a process of the installation, or an engine. */
export interface Victim {
  readonly name: string;
  readonly role: string;
  pid(): number;
  kill(): Promise<void>;
  /** Resolves when it answers again. */
  restart(): Promise<void>;
}

/** Who dies when so many acts of people have left. */
export interface PlannedKill {
  readonly atAct: number;
  readonly name: string;
}

/** Somebody who was killed -9, and who took the place. */
export interface Killed {
  readonly name: string;
  readonly pid: number;
  readonly successor: number;
}

/** Every process of an installation and every engine of this machine that it stands on. */
export function victimsOf(processes: readonly ServiceProcess[], engines: RunningEngines): Victim[] {
  return [
    ...processes.map((process) => ({
      name: process.name,
      role: process.role,
      pid: () => process.pid,
      kill: () => process.kill('SIGKILL'),
      restart: async () => {
        await process.restart();
        await process.waitReady();
      },
    })),
    ...engines.processes.map(({ name }) => ({
      name,
      role: 'engine',
      pid: () => engines.processes.find((one) => one.name === name)?.pid ?? 0,
      kill: () => engines.kill(name, 'SIGKILL'),
      restart: () => engines.restart(name),
    })),
  ];
}

/** Kills them in the middle of people's acts, and starts each again. */
export class Killer {
  readonly killed: Killed[] = [];
  private readonly underWay: Promise<unknown>[] = [];

  constructor(
    private readonly victims: readonly Victim[],
    private readonly plan: readonly PlannedKill[],
    private readonly say: (line: string) => void,
  ) {}

  /** Kills whoever is to die at this act; the act itself goes on. */
  at(act: number): void {
    for (const { atAct, name } of this.plan) {
      if (atAct === act) this.underWay.push(this.kill(name, act).then(nothing, (fault: unknown) => fault));
    }
  }

  /** Resolves when all that died are up again. Throws when one is not. */
  async done(): Promise<void> {
    const fault = (await Promise.all(this.underWay)).find((one) => one !== null);
    if (fault !== undefined) throw fault;
  }

  private async kill(name: string, act: number): Promise<void> {
    const victim = this.victims.find((one) => one.name === name);
    if (victim === undefined) throw new Error(`nobody is called ${name}`);
    const pid = victim.pid();
    await victim.kill();
    this.say(`kill -9 ${name} (${victim.role}, process ${pid}) at act ${act}`);
    await victim.restart();
    this.killed.push({ name, pid, successor: victim.pid() });
    this.say(`${name} is up again (process ${victim.pid()})`);
  }
}

const nothing = () => null;
