import { describe, expect, it } from '@jest/globals';
import type { Calendar } from '@redress/policy';
import { loadShippedCalendars, loadShippedPacks } from '../shipped.ts';
import { reviewPack } from './review-pack.ts';

const calendars = Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));
const NEVER: Calendar = { ...(calendars['cn-workdays'] as Calendar), code: 'never', week: {}, openedDays: {} };

/** What is said of a pack that differs from levels by one thing: `severity | its line from the column on | message`. */
function said(differs: string): string[] {
  const text = `pack: hotel\nversion: '1'\ntitle: { zh: 酒店, en: Hotel }\nextends: levels\n${differs}\n`;
  return reviewPack(text, { ...calendars, never: NEVER }).findings.map(
    ({ severity, document, line, column, message }) => {
      const place = document === undefined ? (text.split('\n')[line - 1] ?? '').slice(column - 1) : document;
      return `${severity} | ${place} | ${message}`;
    },
  );
}

const rule = (code: string, when: string, gives: string, where = '') =>
  `grading: { levels: [{ code: ${code}, when: ${when}, gives: '${gives}'${where} }] }`;

describe('the review of a pack', () => {
  it.each(loadShippedPacks().map(({ pack, document }) => [pack.code, document] as const))(
    'finds nothing to say of the shipped pack %s',
    (_code, document) => {
      expect(reviewPack(document, calendars).findings).toEqual([]);
    },
  );

  it.each([
    ['a document that is no pack', `levels: [{ code: '2', respond: soon }]`, 'error | soon', 'is no length of time'],
    [
      'a rule with the condition of another',
      rule('again', '{ fact: urgency, atLeast: 3 }', '3'),
      'error | when: {',
      '`again` has the condition of `urgent`, which gives 2, and gives 3',
    ],
    [
      'a rule that others always come before',
      rule('late', '{ all: [{ fact: urgency, atLeast: 4 }, { fact: severity, atLeast: 4 }] }', '1'),
      'warning | {',
      '`late` never decides: `urgent-and-severe`, `core-interest` before it always does',
    ],
    [
      'a rule that contradicts itself',
      rule('odd', '{ all: [{ fact: urgency, atLeast: 4 }, { fact: urgency, atMost: 2 }] }', '1'),
      'warning | when: {',
      '`odd` can never hold',
    ],
    [
      'facts that nothing decides',
      `grading: { levels: [{ code: single-and-light, when: { fact: severity, is: 1 } }] }`,
      'warning | levels',
      'no rule decides where urgency 1, severity 2, prevalence 1: the default level 3 stands',
    ],
    [
      'a graver rule that a milder one comes before',
      rule('loud', '{ fact: network, is: true }', '1', ''),
      'warning | {',
      '`single-and-light` and `loud` both hold where urgency 1, severity 1, prevalence 1, network yes; 4 is given, not 1',
    ],
    [
      'a level that nothing gives',
      `levels: [{ code: '5', rank: 5, title: { zh: 五级, en: Level 5 }, respond: 24h, solve: 9d, accept: 2h, news: 3d, progress: 24h }]`,
      `warning | '5'`,
      'no rule ever gives level 5',
    ],
    [
      'a class that nothing gives',
      `classes: [{ code: '4', rank: 4, title: { zh: 四类, en: Class 4 } }]`,
      `warning | '4'`,
      'no rule ever gives class 4',
    ],
    [
      'a deadline that passes in silence',
      `ladder: { replace: [{ code: warning, duties: [respond, solve], atFraction: 0.75, warning: true, tells: [owner] }] }`,
      'error | replace: [',
      'nobody is told when `respond`, `solve` has passed its deadline',
    ],
    [
      'a ladder that ends with who has the work',
      `ladder: [{ code: long-late, tells: [holder] }]`,
      'warning | tells',
      'the ladder of `backup`, `date`, `record`',
    ],
    ['a role that nobody knows', `ladder: [{ code: leader, tells: [role boss] }]`, 'error | role boss', 'is no role'],
    ['accept after respond', `levels: [{ code: '1', accept: 3h }]`, 'error | 3h', 'accept ends after respond'],
    ['no time at all', `levels: [{ code: '1', accept: 0m }]`, 'error | 0m', 'is no length of time'],
    [
      'a reminder after the end',
      `survey: { remindAfter: 11d }`,
      'error | levels',
      'the survey closes before its reminder',
    ],
    ['a warning after the deadline', `ladder: [{ code: warning, atFraction: 1.2 }]`, 'error | 1.2', 'less than 1'],
    [
      'a clock by a calendar that never opens',
      `levels: [{ code: '4', solve: 10 working days of never }]`,
      'error | 10 working',
      '`never` has no open time',
    ],
    ['a text in one language', `texts: { withdrawn: { en: Withdrawn } }`, 'error | withdrawn', 'zh: missing'],
    [
      'a text that was not translated',
      `texts: { withdrawn: { zh: Withdrawn, en: Withdrawn } }`,
      'warning | Withdrawn',
      'no Chinese in it',
    ],
    [
      'a place that one language lacks',
      `texts: { withdrawn: { zh: '{number} 已撤回', en: Withdrawn } }`,
      'warning | Withdrawn',
      '{number} stands in the other language',
    ],
    [
      'work that nobody may do',
      `roles: [{ code: complaint-manager, capabilities: [register, read-all, handle, coordinate] }]`,
      'warning | roles',
      'no role has the capability `decide-hand-overs`',
    ],
  ])('finds %s', (_what, differs, place, message) => {
    const findings = said(differs);
    expect(findings.find((one) => one.includes(message)) ?? findings).toEqual(expect.stringContaining(place));
  });

  it('says nothing more than what is wrong', () => {
    expect(said(rule('loud', '{ fact: network, is: true }', '1', ', before: urgent'))).toEqual([]);
    expect(said(`currency: EUR`)).toEqual([]);
  });
});
