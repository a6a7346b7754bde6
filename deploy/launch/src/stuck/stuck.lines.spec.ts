import { describe, expect, it } from '@jest/globals';
import { stuckLines, waiting, type StuckList } from './stuck.lines.ts';

const NOTHING: StuckList = { commands: [], parked: [], woken: [], messages: [] };
const AT = '2026-11-23T01:00:00.000Z';

describe('the stuck list for people', () => {
  it('says so when nothing is stuck', () => {
    expect(stuckLines(NOTHING)).toEqual(['Nothing is stuck.']);
    expect(waiting(NOTHING)).toBe(0);
  });

  it('says of each thing what it is, and how it is worked off', () => {
    const list: StuckList = {
      commands: [{ commandId: 'c1', number: 'R1', name: 'accept', acceptedAt: AT, reason: '23505', attempt: 2 }],
      parked: [{ id: '7', queue: 'fact', topic: 'complaint', key: 'k', attempts: 1, reason: null }],
      messages: [{ messageId: 'm', number: 'R2', purpose: 'result', state: 'sending', at: AT }],
      woken: [{ number: 'R3', times: 1, dueAt: null, wokenAt: AT }],
    };
    const lines = stuckLines(list);
    expect(lines.filter((line) => line.startsWith('  '))).toEqual([
      `  c1  R1  accept, accepted ${AT}: 23505, sent again 2 times`,
      '  7  fact for complaint, key k: no reason given (1 attempts)',
      `  m  R2  result of ${AT}: sending`,
      `  R3  1 times, last at ${AT}, for a command`,
    ]);
    expect(lines.filter((line) => line.includes('redress stuck'))).toHaveLength(2);
  });

  it('counts what waits for a person, not what was woken', () => {
    expect(waiting({ ...NOTHING, woken: [{ number: 'R3', times: 1, dueAt: AT, wokenAt: AT }] })).toBe(0);
    expect(
      waiting({ ...NOTHING, parked: [{ id: '7', queue: 'q', topic: 't', key: 'k', attempts: 1, reason: null }] }),
    ).toBe(1);
  });
});
