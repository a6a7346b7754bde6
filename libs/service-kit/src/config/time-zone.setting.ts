import { z } from 'zod';

/** The IANA name of a time zone, for a setting of a service. */
export const timeZoneSetting = z.string().refine(isTimeZone).default('Asia/Shanghai');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
