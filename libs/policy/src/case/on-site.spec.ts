import { describe, expect, it } from '@jest/globals';
import { aPack, minutes } from '../pack/pack.builder.ts';
import type { OnSiteStep } from '../pack/pack.ts';
import { caseState } from './case-state.builder.ts';
import { onSiteWork } from './on-site.ts';
import { resolveTerms } from './terms.ts';

const AT = '2026-11-23T09:00:00.000Z';
const said = (text: string) => ({ zh: text, en: text });
const one = (code: string, within: number, by: OnSiteStep['by']): OnSiteStep => ({
  ...{ code, title: said(code), within: minutes(within), by, place: null },
});
const pack = aPack({
  onSite: [
    { grade: 1, steps: [one('to-reception-room', 5, { kind: 'owner' })] },
    { grade: 2, steps: [one('security-helps', 5, { kind: 'department-role', role: 'security' })] },
    {
      grade: 3,
      steps: [
        one('call-police', 2, { kind: 'role', role: 'security' }),
        one('report-to-leader', 2, { kind: 'department-head' }),
      ],
    },
  ],
});
const terms = resolveTerms(pack, 'f'.repeat(64), { level: '2', class: '1' });
const work = (from: number, to: number) => onSiteWork(caseState({ grade: from }), to, terms, AT);

describe('the steps on the spot (INT-22)', () => {
  it('are tasks of the grade that was reached, due in so many minutes, told to who takes them', () => {
    const { changes, duties, entries, notices } = work(0, 3);
    expect(Object.values(changes.tasks ?? {}).map(({ kind }) => kind)).toEqual(['call-police', 'report-to-leader']);
    expect(duties).toEqual([
      {
        ...{ kind: 'task', ref: '1', does: 'open', holder: { kind: 'role', role: 'security' } },
        dueAt: '2026-11-23T09:02:00.000Z',
      },
      {
        ...{ kind: 'task', ref: '2', does: 'open', holder: { kind: 'department-head' } },
        dueAt: '2026-11-23T09:02:00.000Z',
      },
    ]);
    expect(entries).toEqual([
      { code: 'task-set', facts: { task: '1', kind: 'call-police', departmentId: null }, because: [] },
      { code: 'task-set', facts: { task: '2', kind: 'report-to-leader', departmentId: null }, because: [] },
    ]);
    expect(notices).toEqual([
      { to: { kind: 'role', role: 'security' }, code: 'on-site' },
      { to: { kind: 'department-head' }, code: 'on-site' },
    ]);
  });

  it('are the owner\u2019s where the owner takes them', () => {
    expect(work(0, 1).duties).toEqual([{ kind: 'task', ref: '1', does: 'open', dueAt: '2026-11-23T09:05:00.000Z' }]);
  });

  it('wait for who holds the role in the own department, where the pack says so', () => {
    const security = { kind: 'department-role', role: 'security' };
    expect(work(1, 2).duties).toMatchObject([{ kind: 'task', holder: security }]);
    expect(work(1, 2).notices).toEqual([{ to: security, code: 'on-site' }]);
  });

  it.each([
    ['a grade without steps', 0, 4],
    ['a grade that it has already', 3, 3],
    ['a lower grade', 3, 1],
  ])('%s brings none', (_what, from, to) => {
    expect(work(from, to)).toEqual({ changes: {}, duties: [], entries: [], notices: [] });
  });
});
