import { timeZoneSetting } from '@redress/service-kit';
import { z } from 'zod';

/** What intake asks of the environment beside what every service does. */
export const intakeSettings = {
  REDRESS_SWEEP_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(30)
    .describe('how often overdue complaints are woken, in seconds; 0 never'),
  REDRESS_CALENDAR_WARN_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .default(30)
    .describe('how many days before its last published holiday a calendar counts as lapsing'),
  REDRESS_FIGURES_TIME_ZONE: timeZoneSetting.describe(
    'the IANA name of the time zone in which the months of reviews begin',
  ),
  REDRESS_IMPORT_MOST_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_024)
    .default(256)
    .describe('the greatest file of an import, in MB, up to 1024'),
  REDRESS_SPOOL_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a folder into which messages to customers are put, one file each; none: they stand on the tracking page',
    ),
};

export type IntakeSettings = {
  readonly REDRESS_SWEEP_SECONDS: number;
  readonly REDRESS_CALENDAR_WARN_DAYS: number;
  readonly REDRESS_FIGURES_TIME_ZONE: string;
  readonly REDRESS_IMPORT_MOST_MB: number;
  readonly REDRESS_SPOOL_FOLDER?: string | undefined;
};
