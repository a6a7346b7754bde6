import { describe, expect, it } from '@jest/globals';
import { Findings } from './findings.ts';

const startedAt = '2026-11-23T01:00:00.000Z';
const at = '2026-11-23T04:00:00.000Z';
const warning = { at, text: 'warning for respond', line: 7 };
const found = () => new Findings({ file: 'sample.yaml' } as never, startedAt);

describe('what a run finds', () => {
  it('is nothing where all that is listed has happened', () => {
    const findings = found();
    findings.expected.push(warning);
    findings.seen = [{ at, text: warning.text }];
    expect([findings.failures(), findings.areRed]).toEqual([[], false]);
  });

  it('is a happening that came, but not by a second after', () => {
    const findings = found();
    findings.expected.push(warning);
    findings.missed([warning]);
    findings.seen = [{ at, text: warning.text }];
    expect(findings.failures()).toEqual(['sample.yaml:7 at +3h "warning for respond" was not there a second after.']);
  });

  it('is told once where it never came', () => {
    const findings = found();
    findings.expected.push(warning);
    findings.missed([warning]);
    findings.seen = [];
    expect(findings.failures()).toEqual([
      'sample.yaml:7 at +3h "warning for respond" is expected; nothing of the kind happened.',
    ]);
  });

  it('is what was known by then, where the run was broken off', () => {
    const findings = found();
    findings.missed([warning]);
    findings.say({ atMs: 600_000, line: 3 }, 'Anna: "accept" was refused ended {}');
    expect(findings.areRed).toBe(true);
    expect(findings.failures()).toEqual([
      'sample.yaml:3 at +10m Anna: "accept" was refused ended {}.',
      'sample.yaml:7 at +3h "warning for respond" was not there a second after.',
    ]);
  });
});
