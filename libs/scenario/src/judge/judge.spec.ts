import { describe, expect, it } from '@jest/globals';
import { withoutEachNotice } from './dropped.notice.ts';
import { judge, type Case } from './judge.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 23, hours)).toISOString();
const seen = (hours: number, text: string) => ({ at: at(hours), text });
const expected = (line: number, hours: number, text: string) => ({ ...seen(hours, text), line });

const came = (changes: Partial<Case> = {}): Case => ({
  file: 'sample.yaml',
  startedAt: at(0),
  expected: [
    expected(4, 0, 'stage assigned'),
    expected(5, 3, 'warning for respond'),
    expected(6, 3, 'told Anna: respond-warning'),
  ],
  seen: [seen(3, 'told Anna: respond-warning'), seen(0, 'stage assigned'), seen(3, 'warning for respond')],
  ...changes,
});

describe('the judge', () => {
  it('says nothing of a story that came true', () => {
    expect(judge(came())).toEqual([]);
  });

  it('says what is missing, on which line, and that nothing of the kind happened', () => {
    const without = came().seen.slice(0, 2);
    expect(judge(came({ seen: without }))).toEqual([
      'sample.yaml:5 at +3h "warning for respond" is expected; nothing of the kind happened.',
    ]);
  });

  it('says when it happened instead', () => {
    const late = [...came().seen.slice(0, 2), seen(4, 'warning for respond')];
    expect(judge(came({ seen: late }))).toEqual([
      'sample.yaml:5 at +3h "warning for respond" is expected; it happened at +4h.',
      'sample.yaml at +4h "warning for respond" happened, and the story does not list it.',
    ]);
  });

  it('says what there was at that time instead', () => {
    const other = [...came().seen.slice(1), seen(3, 'told Ben: respond-warning')];
    expect(judge(came({ seen: other }))[0]).toBe(
      'sample.yaml:6 at +3h "told Anna: respond-warning" is expected; at that time there was "told Ben: respond-warning".',
    );
  });

  it('takes the same thing twice for two things', () => {
    const twice = [...came().seen, seen(3, 'told Anna: respond-warning')];
    expect(judge(came({ seen: twice }))).toEqual([
      'sample.yaml at +3h "told Anna: respond-warning" happened, and the story does not list it.',
    ]);
  });

  it('takes an instant a millisecond aside for another', () => {
    const aside = [...came().seen.slice(0, 2), { at: at(3).replace('00.000', '00.001'), text: 'warning for respond' }];
    expect(judge(came({ seen: aside }))).toHaveLength(2);
  });
});

describe('a story without one of its notices', () => {
  it('is red, whichever it is', () => {
    const dropped = withoutEachNotice(came());
    expect(dropped.map(({ notice, red }) => [notice.text, red])).toEqual([['told Anna: respond-warning', true]]);
  });

  it('is found out when it lists none', () => {
    const careless = came({ expected: [], seen: came().seen.filter(({ text }) => text.startsWith('told')) });
    expect(withoutEachNotice(careless).map(({ red }) => red)).toEqual([false]);
  });
});
