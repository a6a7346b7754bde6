import { dueAt, gradeReceipt, namesDanger } from '@redress/policy';
import { describe, expect, it } from '@jest/globals';
import { loadShippedCalendars, loadShippedPacks } from './shipped.ts';

const calendars = Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));

function levelsPack() {
  const found = loadShippedPacks().find(({ pack }) => pack.code === 'levels');
  if (!found) throw new Error('levels is not shipped');
  return found.pack;
}

const shanghai = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('the pack levels', () => {
  const pack = levelsPack();

  it.each([
    ['1', 2, 24],
    ['2', 4, 48],
    ['3', 8, 72],
  ])('gives level %s %d hours to respond and %d to solve (PRC-20)', (code, respond, solve) => {
    const level = pack.levels.find((one) => one.code === code);
    expect(level?.respond).toEqual({ amount: respond, unit: 'hours', time: 'calendar', calendar: null });
    expect(level?.solve).toEqual({ amount: solve, unit: 'hours', time: 'calendar', calendar: null });
  });

  it('gives level 4 ten working days, over National Day and its make-up days', () => {
    const level = pack.levels.find((one) => one.code === '4');
    if (!level) throw new Error('no level 4');
    const due = dueAt(shanghai('2026-09-18T15:00'), level.solve, calendars, []);
    expect(due.dueAt).toBe(shanghai('2026-10-09T15:00'));
    expect(level).toMatchObject({ solveDateGivenByHandler: true, settledByReply: true });
  });

  it('climbs from the warning to the general manager', () => {
    const climbs = pack.ladder.filter((rung) => rung.duties.includes('respond'));
    expect(climbs.map((rung) => [rung.code, rung.atFraction])).toEqual([
      ['warning', 0.75],
      ['backup', 1],
      ['department-head', 1.25],
      ['complaint-manager', 1.5],
      ['leader', 2],
      ['general-manager', 3],
    ]);
  });

  it.each([
    ['urgent and severe', { urgency: 4, severity: 3, prevalence: 1 }, '1', false],
    ['urgent only', { urgency: 3, severity: 2, prevalence: 4 }, '2', false],
    ['many only', { urgency: 1, severity: 1, prevalence: 3 }, '3', false],
    ['single and light', { urgency: 2, severity: 2, prevalence: 2 }, '4', false],
    ['core interest', { coreInterest: true }, '1', false],
    ['not settled by anything', {}, '3', true],
  ])('grades what is %s', (_what, facts, level, provisional) => {
    expect(gradeReceipt(facts, pack)).toMatchObject({ level, provisional, class: '1', fastLane: false });
  });

  it('opens the fast lane for danger and for a serious loss, and makes both serious', () => {
    const open = { fastLane: true, level: '1', serious: true };
    expect(gradeReceipt({ danger: true }, pack)).toMatchObject(open);
    expect(gradeReceipt({ lossOfProperty: true, lossClaimed: 10_000 }, pack)).toMatchObject(open);
    expect(gradeReceipt({ lossOfProperty: true, lossClaimed: 9_999 }, pack).fastLane).toBe(false);
  });

  it('hears danger in the words of customers, and none where there is none', () => {
    const hears = (text: string) => namesDanger(text, pack.fastLane.words);
    expect(hears('充电宝突然着火，我妈妈手烫伤了')).toBe(true);
    expect(hears('The charger caught fire in my bedroom')).toBe(true);
    expect(hears('快递晚了三天，客服一直不回复')).toBe(false);
    expect(hears('Delivery was three days late, please fire the courier')).toBe(false);
  });
});

describe('the calendar cn-workdays', () => {
  const calendar = calendars['cn-workdays'];

  it('makes up on weekends only, and for each holiday of 2026', () => {
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
    expect(Object.keys(calendar?.openedDays ?? {}).filter((date) => ![0, 6].includes(weekday(date)))).toEqual([]);
    const free = (calendar?.closedDays ?? []).filter((date) => ![0, 6].includes(weekday(date)));
    expect([free.length, Object.keys(calendar?.openedDays ?? {}).length]).toEqual([19, 6]);
  });

  it('says until when it knows the holidays', () => {
    expect(calendar?.coversUntil).toBe('2026-12-31');
  });
});
