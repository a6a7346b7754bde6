import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProcessSupervisor } from './process.supervisor.ts';
import type { ManagedProcess } from './service.process.ts';

describe('the supervisor', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const fallen = (start: () => void): ManagedProcess =>
    ({ name: 'intake', logFile: 'intake.log', start }) as ManagedProcess;

  it('starts a fallen process again, later each time, and says so', () => {
    const said: string[] = [];
    const start = jest.fn();
    const supervisor = new ProcessSupervisor((line) => said.push(line));
    supervisor.ended(fallen(start), 'by SIGKILL');
    jest.advanceTimersByTime(999);
    expect(start).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(start).toHaveBeenCalledTimes(1);
    supervisor.ended(fallen(start), 'with code 1');
    expect(said).toEqual([
      'intake ended by SIGKILL, starts again in 1 s (log: intake.log)',
      'intake ended with code 1, starts again in 2 s (log: intake.log)',
    ]);
  });

  it('begins with the first wait again after a steady minute', () => {
    const said: string[] = [];
    const supervisor = new ProcessSupervisor((line) => said.push(line));
    supervisor.ended(
      fallen(() => undefined),
      'by SIGKILL',
    );
    jest.advanceTimersByTime(62_000);
    supervisor.ended(
      fallen(() => undefined),
      'by SIGKILL',
    );
    expect(said[1]).toContain('starts again in 1 s');
  });

  it('starts nothing after it was closed', () => {
    const start = jest.fn();
    const supervisor = new ProcessSupervisor(() => undefined);
    supervisor.ended(fallen(start), 'by SIGKILL');
    supervisor.close();
    jest.advanceTimersByTime(60_000);
    expect(start).not.toHaveBeenCalled();
  });
});
