import { describe, expect, it } from '@jest/globals';
import { assignPorts, fixedPorts, planProcesses } from './process.plan.ts';

describe('the processes of an installation', () => {
  it('are one for each service with all its roles, and the worker', () => {
    expect(planProcesses(false).map(({ name, roles }) => [name, roles])).toEqual([
      ['intake', 'api,activities,relay,consumers'],
      ['staffing', 'api,activities,relay,consumers'],
      ['analytics', 'api,consumers'],
      ['improvement', 'api,activities,relay,consumers'],
      ['worker', undefined],
    ]);
  });

  it('are one for each role when split, the one with the API under the name of the service', () => {
    const names = planProcesses(true).map(({ name }) => name);
    expect(names).toHaveLength(15);
    expect(names).toEqual(expect.arrayContaining(['intake', 'intake-relay', 'analytics-consumers', 'worker']));
  });

  it('have the known ports at npm start, each its own', () => {
    const ports = fixedPorts(4100);
    expect(ports).toMatchObject({ intake: 4101, staffing: 4102, analytics: 4103, improvement: 4104, worker: 4109 });
    expect(new Set(Object.values(ports)).size).toBe(15);
  });

  it('have free ports elsewhere', async () => {
    const ports = await assignPorts(planProcesses(true), { intake: 4101 });
    expect(ports['intake']).toBe(4101);
    expect(new Set(Object.values(ports)).size).toBe(15);
  });
});
