import { z } from 'zod';

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** What analytics asks of the environment beside what every service does. */
export const analyticsSettings = {
  REDRESS_FIGURES_TIME_ZONE: z
    .string()
    .refine(isTimeZone)
    .default('Asia/Shanghai')
    .describe('the IANA name of the time zone in which days and months of the figures begin'),
};

export type AnalyticsSettings = { readonly REDRESS_FIGURES_TIME_ZONE: string };
