import { timeZoneSetting } from '@redress/service-kit';

/** What analytics asks of the environment beside what every service does. */
export const analyticsSettings = {
  REDRESS_FIGURES_TIME_ZONE: timeZoneSetting.describe(
    'the IANA name of the time zone in which days and months of the figures begin',
  ),
};

export type AnalyticsSettings = { readonly REDRESS_FIGURES_TIME_ZONE: string };
