import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { wholeNumber } from './fields.ts';

const limit = z.object({ limit: wholeNumber(1, 100).default(50) });

describe('a whole number in an address', () => {
  it.each(['1', '50', '100'])('is %s', (text) => {
    expect(limit.parse({ limit: text })).toEqual({ limit: Number(text) });
  });

  it.each(['0x1', '0b11', '0o7', '1e1', '1.0', '+5', '-1', ' 5', '5 ', '05', '', 'x', 'NaN', '0', '101', '٥'])(
    'is never "%s"',
    (text) => {
      expect(limit.safeParse({ limit: text }).success).toBe(false);
    },
  );

  it('is never given twice', () => {
    expect(limit.safeParse({ limit: ['1', '2'] }).success).toBe(false);
  });

  it('may be left out', () => {
    expect(limit.parse({})).toEqual({ limit: 50 });
  });

  it('is described as a number with its bounds', () => {
    const described = z.toJSONSchema(limit, { io: 'input' });
    expect(described.properties).toEqual({ limit: { type: 'integer', minimum: 1, maximum: 100 } });
    expect(described.required).toBeUndefined();
  });
});
