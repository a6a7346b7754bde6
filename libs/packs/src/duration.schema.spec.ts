import { describe, expect, it } from '@jest/globals';
import { readDuration } from './duration.schema.ts';

describe('a length of time', () => {
  it.each([
    ['30m', { amount: 30, unit: 'minutes', time: 'calendar', calendar: null }],
    ['2h', { amount: 2, unit: 'hours', time: 'calendar', calendar: null }],
    ['1 hour', { amount: 1, unit: 'hours', time: 'calendar', calendar: null }],
    ['30 days', { amount: 30, unit: 'days', time: 'calendar', calendar: null }],
    ['8 weeks', { amount: 56, unit: 'days', time: 'calendar', calendar: null }],
    ['2w', { amount: 14, unit: 'days', time: 'calendar', calendar: null }],
    [
      '3 working days of gb-eng to the close',
      { amount: 3, unit: 'working-days', time: 'working', calendar: 'gb-eng', toClose: true },
    ],
    [
      'the same working day of gb-eng',
      { amount: 0, unit: 'working-days', time: 'working', calendar: 'gb-eng', toClose: true },
    ],
    ['8 working hours of night', { amount: 8, unit: 'hours', time: 'working', calendar: 'night' }],
    ['1 working day of cn-workdays', { amount: 1, unit: 'working-days', time: 'working', calendar: 'cn-workdays' }],
  ])('%s is read as people mean it', (text, budget) => {
    expect(readDuration(text)).toEqual(budget);
  });

  it.each([
    '2',
    'h',
    '2 fortnights',
    '-2h',
    '2 working weeks of night',
    '3 working hours of night to the close',
    '2h of night',
    '10 working days',
    '1.5 working days of night',
  ])('%s is none', (text) => {
    expect(readDuration(text)).toBeNull();
  });
});
