import { describe, expect, it } from '@jest/globals';
import { parseCli } from './cli.arguments.ts';

describe('the command line', () => {
  it('starts when nothing is said', () => {
    const start = { command: 'start', split: false, portBase: 4100, enginePorts: {} };
    expect(parseCli([])).toEqual(start);
    expect(parseCli(['start'])).toEqual(start);
    expect(parseCli(['--split'])).toEqual({ ...start, split: true });
  });

  it('takes ports', () => {
    expect(parseCli(['start', '--port-base', '5000', '--kafka-port=9500'])).toEqual({
      command: 'start',
      split: false,
      portBase: 5000,
      enginePorts: { kafka: 9500 },
    });
    expect(() => parseCli(['--port-base', 'high'])).toThrow(
      '--port-base wants a whole number from 1 to 65485, not "high".',
    );
  });

  it('leaves the arguments of demo, stories and test to them', () => {
    expect(parseCli(['stories', 'levels/handled-in-time'])).toEqual({
      command: 'stories',
      rest: ['levels/handled-in-time'],
    });
    expect(parseCli(['demo', '--from', 'x.csv', '--help'])).toEqual({
      command: 'demo',
      rest: ['--from', 'x.csv', '--help'],
    });
  });

  it('takes commands that want nothing', () => {
    for (const command of ['status', 'stop', 'repair']) expect(parseCli([command])).toEqual({ command });
  });

  it('reads logs', () => {
    expect(parseCli(['logs', 'intake', '-f', '-n', '5'])).toEqual({
      command: 'logs',
      service: 'intake',
      follow: true,
      lines: 5,
    });
  });

  it('says what it cannot understand', () => {
    expect(() => parseCli(['dance'])).toThrow('There is no command "dance"');
    expect(() => parseCli(['--loud'])).toThrow(/Unknown option '--loud'.*--help/);
    expect(() => parseCli(['stop', '--split'])).toThrow('"stop" does not take --split');
    expect(() => parseCli(['status', 'intake'])).toThrow('"status" does not take "intake"');
  });
});
