import { describe, expect, it } from '@jest/globals';
import { compilePack, shippedPackDocument } from '@redress/packs';
import { plusMs } from '@redress/policy';
import type { Clock } from '../run/complaint.looks.ts';
import { readStory } from '../story/read-story.ts';
import { chooseShift } from './choose.shift.ts';
import { documentOf, shiftedDocument } from './shifted.pack.ts';

const document = documentOf(shippedPackDocument('levels') ?? '');
const startedAt = '2026-11-23T01:00:00.000Z';
const MINUTE_MS = 60_000;

function clock(kind: string, amount: number, unit: string, minutes: number): Clock {
  const facts = { amount, unit, time: 'calendar', calendar: null, version: null, pauses: 0 };
  const dueAt = plusMs(startedAt, minutes * MINUTE_MS);
  return { dutyId: `${kind}-1`, kind, dueAt, because: [{ rule: 'clock.budget', facts }] };
}

const clocks = [
  clock('accept', 30, 'minutes', 30),
  clock('respond', 4, 'hours', 240),
  clock('solve', 48, 'hours', 2_880),
];
const fast = [
  clock('accept', 10, 'minutes', 10),
  clock('respond', 15, 'minutes', 15),
  clock('solve', 24, 'hours', 1_440),
];

/** A story whose first due instant says this. */
function storyOf(due: string, more = '') {
  return readStory(
    `title: t\n${more}people: { Anna: { role: handler } }\nreceipt: { description: d }\nstory:\n  ${due}\n`,
    { file: 'f', pack: 'levels' },
  );
}

const chosen = (due: string, look = { level: '2', clocks }, more = '') =>
  chooseShift(storyOf(due, more), { document, look, startedAt });

describe('the number that a story hangs on', () => {
  it.each([
    ['- { at: +3h, expect: ["warning for respond [PRC-23]"] }', 'levels.2.respond', '4h', '3h'],
    ['- { at: +36h, expect: ["warning for solve [PRC-23]"] }', 'levels.2.solve', '48h', '36h'],
    ['- { at: +30m, expect: ["owner is Anna [PRC-2]"] }', 'levels.2.accept', '30m', '22.5m'],
    ['- { at: +30d, expect: ["stage ended [PRC-12]"] }', 'reopening', '30d', '22.5d'],
  ])('%s is found by the first due instant', (due, field, from, to) => {
    expect(chosen(due)).toMatchObject({ field, from, to });
  });

  it('is that of the fast lane where its clock was started with it', () => {
    const due = '- { at: +15m, expect: ["escalated to backup for respond [PRC-25]"] }';
    expect(chosen(due, { level: '1', clocks: fast })).toMatchObject({ field: 'fastLane.firstContact', to: '11.25m' });
  });

  it('may be named, with what to put there', () => {
    const due = '- { at: +1h, expect: ["stage is closed [PRC-10]"] }';
    expect(chosen(due)).toBeNull();
    expect(chosen(due, undefined, 'shift: { field: rounds.most }\n')).toMatchObject({ from: 2, to: 1 });
    const named = 'shift: { field: roles.handler.limits.compensation, to: 10 }\n';
    expect(chosen(due, undefined, named)).toMatchObject({ from: 500, to: 10 });
    expect(chosen(due, undefined, 'shift: { field: levels.9.respond }\n')).toBeNull();
  });

  it('leaves a pack that compiles, under a code of its own, other in that number alone', () => {
    const shift = chosen('- { at: +3h, expect: ["warning for respond [PRC-23]"] }');
    if (shift === null) throw new Error('no shift');
    const { pack } = compilePack(shiftedDocument(document, shift, 'levels-shifted'));
    const { pack: before } = compilePack(shippedPackDocument('levels') ?? '');
    expect(pack.code).toBe('levels-shifted');
    const levels = before.levels.map((level) =>
      level.code === '2' ? { ...level, respond: { ...level.respond, amount: 3 } } : level,
    );
    expect(pack).toEqual({ ...before, code: 'levels-shifted', levels });
  });
});
