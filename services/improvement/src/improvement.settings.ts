import { timeZoneSetting } from '@redress/service-kit';
import { z } from 'zod';

const days = z.coerce.number().min(0).max(365);

/** What improvement asks of the environment beside what every service does. */
export const improvementSettings = {
  REDRESS_ACTION_REMIND_AT: z.coerce
    .number()
    .gt(0)
    .lt(1)
    .default(0.75)
    .describe('the share of the time for an action after which its owner is reminded, between 0 and 1'),
  REDRESS_ACTION_JUDGE_WITHIN_DAYS: days
    .default(7)
    .describe('how long the judgement of an effect, or a new plan, may take, in days'),
  REDRESS_ACTION_ESCALATE_AFTER_DAYS: days
    .default(3)
    .describe('how long after a date has passed the complaint manager is told, in days'),
  REDRESS_FIGURES_TIME_ZONE: timeZoneSetting.describe(
    'the IANA name of the time zone in which months of the register of causes begin',
  ),
  REDRESS_SWEEP_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(30)
    .describe('how often overdue actions are woken, in seconds; 0 never'),
};

export interface ImprovementSettings {
  readonly REDRESS_ACTION_REMIND_AT: number;
  readonly REDRESS_ACTION_JUDGE_WITHIN_DAYS: number;
  readonly REDRESS_ACTION_ESCALATE_AFTER_DAYS: number;
  readonly REDRESS_FIGURES_TIME_ZONE: string;
  readonly REDRESS_SWEEP_SECONDS: number;
}
