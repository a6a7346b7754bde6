import type { Following } from '@redress/bus';

/** A running installation as a story sees it: its public addresses, and its engines to move time and wait for quiet. */
export interface StoryInstallation {
  readonly urls: Readonly<Record<'intake' | 'staffing' | 'analytics' | 'improvement', string>>;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly payloadKey: Buffer };
  readonly kafka: { readonly brokers: readonly string[]; readonly topicPrefix: string };
}

/** Consumers by which something else happens: time does not go on before they have caught up. */
export const ACTING_FOLLOWERS: readonly Following[] = [
  { group: 'intake.directory', topics: ['staffing.directory'] },
  { group: 'staffing.packs', topics: ['packs'] },
  { group: 'staffing.open-cases', topics: ['complaint'] },
  { group: 'staffing.open-actions', topics: ['action'] },
  { group: 'improvement.actions', topics: ['complaint', 'person'] },
  { group: 'intake.absence', topics: ['staffing.directory', 'person'] },
];

/** The consumers that must have caught up before somebody looks at everything. */
export const FOLLOWERS: readonly Following[] = [
  ...ACTING_FOLLOWERS,
  { group: 'analytics.complaints.1', topics: ['complaint'] },
  { group: 'analytics.organisation', topics: ['staffing.directory', 'packs'] },
  { group: 'improvement.register', topics: ['complaint', 'staffing.directory'] },
  { group: 'intake.action-notices', topics: ['action'] },
];
