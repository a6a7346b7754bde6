import type { Slot } from '@redress/policy';
import { z } from 'zod';

const RIGHT = 'write open times such as `09:00-12:00`, from 00:00 to 24:00';

const slot = z.string({ error: RIGHT }).transform((text, context): Slot => {
  const [, fromHour, fromMinute, toHour, toMinute] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  const right = from < to && to <= 1440 && Number(fromMinute) < 60 && Number(toMinute) < 60;
  if (right) return [from, to];
  context.addIssue({ code: 'custom', message: `\`${text}\` is no open time; ${RIGHT}; split it at midnight` });
  return z.NEVER;
});

/** The open times of a day, in order and apart; times that touch are allowed. */
export const slots = z.array(slot, { error: 'write a list of open times' }).superRefine((list, context) => {
  list.forEach(([from], index) => {
    if (from < (list[index - 1]?.[1] ?? 0)) {
      context.addIssue({ code: 'custom', path: [index], message: 'open times come in order and do not overlap' });
    }
  });
});
