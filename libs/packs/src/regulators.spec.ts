import {
  dueAt,
  extended,
  statutoryDutiesOf,
  statutoryDuty,
  type CaseState,
  type Instant,
  type Pack,
} from '@redress/policy';
import { describe, expect, it } from '@jest/globals';
import { checkPack } from './compile-pack.ts';
import { loadShippedCalendars, loadShippedPacks, shippedPackDocument } from './shipped.ts';

const calendars = Object.fromEntries(loadShippedCalendars().map(({ calendar }) => [calendar.code, calendar]));
const packs = loadShippedPacks().map(({ pack }) => pack);

function packCalled(code: string): Pack {
  const found = packs.find((pack) => pack.code === code);
  if (!found) throw new Error(`${code} is not shipped`);
  return found;
}

const london = (local: string): Instant => new Date(`${local}Z`).toISOString();
const shanghai = (local: string): Instant => new Date(`${local}+08:00`).toISOString();
const standing = (other: Partial<CaseState>) =>
  ({ grade: 0, marks: [], level: '3', kind: 'complaint', ...other }) as CaseState;

/** The duties of the law with their due instants. */
function deadlines(pack: Pack, receivedAt: Instant, state: Partial<CaseState>, ...categories: string[]) {
  const owed = statutoryDutiesOf(pack, { state: standing(state), categories });
  return Object.fromEntries(owed.map(({ code, within }) => [code, dueAt(receivedAt, within, calendars, []).dueAt]));
}

/** When the clock falls due with what has been granted. */
function dueWith(pack: Pack, receivedAt: Instant, of: string, ...granted: string[]) {
  const usual = statutoryDuty(pack, of).within;
  return dueAt(receivedAt, extended(pack, granted, of, usual), calendars, []).dueAt;
}

describe('what the UK asks of financial services', () => {
  const uk = packCalled('uk-financial-services');
  // The Thursday before Christmas: Boxing Day is a Saturday and taken on Monday, New Year is a Friday.
  const receivedAt = london('2026-12-24T10:00');

  it('is a summary resolution until the close of the third business day, and a final response in eight weeks', () => {
    expect(deadlines(uk, receivedAt, {}, 'lending')).toEqual({
      'summary-resolution': london('2026-12-31T17:00'),
      'final-response': london('2027-02-18T10:00'),
    });
  });

  it('is 15 business days about payments, 35 where that is exceptional', () => {
    expect(deadlines(uk, receivedAt, {}, 'payment')).toMatchObject({ 'payment-response': london('2027-01-19T17:00') });
    expect(deadlines(uk, receivedAt, {}, 'payment')).not.toHaveProperty('final-response');
    expect(dueWith(uk, receivedAt, 'payment-response', 'exceptional')).toBe(london('2027-02-16T17:00'));
  });

  it('does not hang on the hour of the receipt', () => {
    for (const hour of ['00:30', '16:59', '23:30'])
      expect(deadlines(uk, london(`2026-12-24T${hour}`), {}, 'payment')).toEqual({
        'summary-resolution': london('2026-12-31T17:00'),
        'payment-response': london('2027-01-19T17:00'),
      });
  });
});

describe('what China asks of banks and insurers', () => {
  const banks = packCalled('cn-banks-insurers');
  const receivedAt = shanghai('2026-09-18T10:00');

  it('is 15 days, 30 where the case is complex, and a further 30 by a superior', () => {
    expect(deadlines(banks, receivedAt, {}, 'loan')).toEqual({ handling: shanghai('2026-10-03T10:00') });
    expect(dueWith(banks, receivedAt, 'handling', 'complex')).toBe(shanghai('2026-10-18T10:00'));
    expect(dueWith(banks, receivedAt, 'handling', 'complex', 'special')).toBe(shanghai('2026-11-17T10:00'));
    expect(banks.extensions?.map(({ code, by }) => [code, by])).toEqual([
      ['complex', 'department-head'],
      ['special', 'leader'],
    ]);
  });
});

describe('what a city asks of its hotline', () => {
  const city = packCalled('cn-12345');
  const receivedAt = shanghai('2026-09-18T10:00');

  it('is the same day for what is urgent, 3 working days for enquiries and 13 for complaints', () => {
    expect(deadlines(city, receivedAt, { level: '1' }, 'utilities')).toEqual({ urgent: shanghai('2026-09-18T18:00') });
    // Sunday the 20th is worked in the place of a holiday.
    expect(deadlines(city, receivedAt, { kind: 'question' }, 'traffic')).toEqual({
      enquiry: shanghai('2026-09-22T18:00'),
    });
    expect(deadlines(city, receivedAt, {}, 'housing')).toEqual({ complaint: shanghai('2026-10-13T18:00') });
  });

  it('counts the make-up Sunday: seven working days from Friday the 18th of September are the 29th', () => {
    const seven = { amount: 7, unit: 'working-days', time: 'working', calendar: 'cn-workdays', toClose: true } as const;
    expect(dueAt(receivedAt, seven, calendars, []).dueAt).toBe(shanghai('2026-09-29T18:00'));
  });

  it('lifts it to the superior after three times done again', () => {
    expect(city.rounds).toMatchObject({ most: 5, lift: { fromRound: 5, to: 'leader' } });
  });
});

describe('duties of the law in the document of a pack', () => {
  const document = shippedPackDocument('uk-financial-services') ?? '';
  const problemAfter = (from: string, to: string) => {
    const checked = checkPack(document.replace(from, to));
    return checked.ok ? null : checked.problems[0]?.message;
  };

  it.each([
    ['of: [payment-response, solve]', 'of: [payments, solve]', '`payments` is no clock that can be extended'],
    ['by: complaint-manager', 'by: clerk', '`clerk` is no role that may approve'],
    ['by: complaint-manager', 'by: complaint-manager\n    asks: owner', 'somebody above is asked'],
    ['  - code: final-response', '  - code: summary-resolution', 'is given twice'],
    ['tellsWhenPassed: timetable', 'tellsWhenPassed: time-table', 'did you mean `timetable`?'],
    ['    mayLapse: true', "    mayLapse: true\n    levels: ['7']", '`7` is no level'],
  ])('%j written as %j is refused', (from, to, said) => {
    expect(problemAfter(from, to)).toContain(said);
  });

  it('names its source in both languages, in every pack that has one', () => {
    const duties = packs.flatMap(({ statutory }) => statutory ?? []);
    expect(duties).toHaveLength(7);
    for (const { source } of duties) expect([source.zh, source.en].every((text) => text.length > 5)).toBe(true);
  });
});
