import { createBus, type Bus } from '@redress/bus';
import { Database } from '@redress/db';
import { lazyClient } from '@redress/temporal/node';
import type { Client } from '@temporalio/client';
import type { StoryInstallation } from './installation.ts';
import type { DomainTime } from './domain.time.ts';
import { RatedTime } from './rated.time.ts';
import { SteppedTime } from './stepped.time.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A session of a runner with one installation: its clock, its engines, closed together. */
export interface StorySession {
  readonly database: Database;
  readonly bus: Bus;
  readonly temporal: Client;
  readonly time: DomainTime;
  close(): Promise<void>;
}

/** With `rate`, on a clock of the mode `rate`: that many milliseconds to one of the machine; else on a stepped one. */
export async function openStorySession(
  installation: StoryInstallation,
  { rate }: { readonly rate?: number } = {},
): Promise<StorySession> {
  const database = await Database.open({
    url: installation.databaseUrl,
    applicationName: 'redress-story',
    schema: 'public',
    migrations: [],
    poolSize: 4,
  });
  const bus = createBus({ ...installation.kafka, clientId: 'story', log: SILENT });
  const temporal = lazyClient(installation.temporal);
  return {
    database,
    bus,
    temporal,
    time:
      rate === undefined
        ? new SteppedTime(database, bus, temporal)
        : await RatedTime.open(database, bus, temporal, rate),
    close: async () => {
      await bus.close();
      await temporal.connection.close();
      await database.close();
    },
  };
}
