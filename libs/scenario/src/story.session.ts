import { createBus, type Bus } from '@redress/bus';
import { Database } from '@redress/db';
import { lazyClient } from '@redress/temporal/node';
import type { Client } from '@temporalio/client';
import type { StoryInstallation } from './installation.ts';
import { SteppedTime } from './stepped.time.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A session of a runner with one installation: its clock, its engines, closed together. */
export interface StorySession {
  readonly database: Database;
  readonly bus: Bus;
  readonly temporal: Client;
  readonly time: SteppedTime;
  close(): Promise<void>;
}

export async function openStorySession(installation: StoryInstallation): Promise<StorySession> {
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
    time: new SteppedTime(database, bus, temporal),
    close: async () => {
      await bus.close();
      await temporal.connection.close();
      await database.close();
    },
  };
}
