import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const SPENT_IN_USER = 11;
const SPENT_IN_SYSTEM = 12;

/** CPU time that a process has spent so far, user and system, in milliseconds. Linux. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name may hold blanks and stands in brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[SPENT_IN_USER]) + Number(fields[SPENT_IN_SYSTEM])) * 1000) / TICKS_PER_SECOND;
}

/** The same of a process and all that it has started. */
export function familyCpuMs(pid: number): number {
  return family(pid).reduce((sum, one) => sum + cpuMs(one), 0);
}

/** Memory of a process and all that it has started, in MB; shared pages count for their share. */
export function familyMegabytes(pid: number): number {
  return family(pid).reduce((sum, one) => sum + proportionalKilobytes(one), 0) / 1024;
}

function proportionalKilobytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}

function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => family(Number(child))))];
}
