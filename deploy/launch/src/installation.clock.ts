import { Database } from '@redress/db';
import { ensureDomainClock, setDomainClock } from '@redress/service-kit';

/** Sets the clock of an installation that does not go by the machine's, where nobody has set it yet. */
export async function startClock(databaseUrl: string, at: string): Promise<void> {
  const database = await Database.open({
    url: databaseUrl,
    applicationName: 'redress-launch',
    schema: 'public',
    migrations: [],
  });
  try {
    await ensureDomainClock(database);
    const [row] = await database.query(`SELECT 1 FROM domain_clock.now`);
    if (row === undefined) await setDomainClock(database, at);
  } finally {
    await database.close();
  }
}
