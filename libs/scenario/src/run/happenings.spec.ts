import { describe, expect, it } from '@jest/globals';
import type { TimelineLine } from './complaint.looks.ts';
import { firedAside, happeningsOf, toldIn } from './happenings.ts';

const AT = '2026-11-23T04:00:00.000Z';
const line = (code: string, stage: string | null, facts: TimelineLine['facts'] = {}): TimelineLine => ({
  ...{ at: AT, code, stage, facts },
});
const textsOf = (...lines: TimelineLine[]) => happeningsOf(lines).map(({ text }) => text);

describe('what has happened', () => {
  it('is a stage once, however many lines its step has', () => {
    const lines = [line('registered', 'received'), line('acknowledged', 'received'), line('assigned', 'assigned')];
    expect(textsOf(...lines, line('contacted', null))).toEqual(['stage received', 'stage assigned']);
  });

  it('is a rung, by the clock that stands behind it', () => {
    const warned = line('warned', null, { dutyId: 'respond-1', rung: 'warning' });
    const escalated = line('escalated', null, { dutyId: 'solve-2', rung: 'department-head' });
    const law = line('warned', null, { dutyId: 'statutory-final-response', rung: 'law-warning' });
    expect(textsOf(warned, escalated, law, line('escalated', null, { rung: 'legal' }))).toEqual([
      'warning for respond',
      'escalated to department head for solve',
      'warning for statutory',
      'escalated to legal',
    ]);
  });

  it('is known to be recorded for another instant than it was due at', () => {
    const right = line('warned', null, { dutyId: 'respond-1', rung: 'warning', firedFor: AT });
    const aside = line('warned', null, { dutyId: 'respond-1', rung: 'warning', firedFor: '2026-11-23T03:59:59.000Z' });
    expect(firedAside([right])).toEqual([]);
    expect(firedAside([right, aside])).toEqual([
      `"warning for respond" was due at 2026-11-23T03:59:59.000Z and is recorded at ${AT}`,
    ]);
  });

  it('tells who was told', () => {
    expect(toldIn('told general manager: serious')).toBe('general manager');
    expect(toldIn('second: told Anna: solve-warning')).toBe('Anna');
    expect(toldIn('warning for respond')).toBeNull();
  });
});
