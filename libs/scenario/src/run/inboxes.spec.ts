import { describe, expect, it } from '@jest/globals';
import { goneFrom } from './inboxes.ts';

const [first, second] = [
  { at: '2026-11-23T01:00:00.000Z', text: 'told Anna: assigned-to-you' },
  { at: '2026-11-23T02:00:00.000Z', text: 'told Anna: respond-warning' },
];

describe('what has gone from the inboxes', () => {
  it('is what had been found and is there no longer', () => {
    expect(goneFrom([second], [first, second])).toEqual([first]);
    expect(goneFrom([first, second], [first])).toEqual([]);
  });

  it('counts what came twice as often as it is missing', () => {
    expect(goneFrom([first], [first, first])).toEqual([first]);
  });
});
