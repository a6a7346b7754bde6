import type { Following } from '@redress/bus';

/** A running installation as a story sees it: its public addresses, and its engines to move time and wait for quiet. */
export interface StoryInstallation {
  readonly urls: { readonly intake: string; readonly staffing: string; readonly analytics: string };
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly payloadKey: Buffer };
  readonly kafka: { readonly brokers: readonly string[]; readonly topicPrefix: string };
}

/** Consumers by which something else happens: time does not go on before they have caught up. */
export const ACTING_FOLLOWERS: readonly Following[] = [
  { group: 'intake.directory', topics: ['staffing.directory'] },
  { group: 'staffing.packs', topics: ['packs'] },
  { group: 'staffing.open-cases', topics: ['complaint'] },
];

/** The consumers that must have caught up before somebody looks at everything. */
export const FOLLOWERS: readonly Following[] = [
  ...ACTING_FOLLOWERS,
  { group: 'analytics.complaints.1', topics: ['complaint'] },
];
