import { Database } from '@redress/db';
import { createService, DomainClock } from '@redress/service-kit';
import { PackRoleRepository } from './authority/pack-role.repository.ts';
import { DEMO_PASSWORD } from './seed/demo.company.ts';
import { openTestStaffing, testPack } from './staffing.fixture.ts';
import { staffingService } from './staffing.service.ts';

/** A staffing of its own with a pack in force, asked over HTTP by people of the demo company. */
export type ApiFixture = Awaited<ReturnType<typeof openApiFixture>>;

/** `more` are further variables of the environment. */
export async function openApiFixture(
  roles = 'api',
  more: Readonly<Record<string, string>> = {},
  before: (database: Database) => Promise<void> = async () => {},
) {
  const staffing = await openTestStaffing(roles, more);
  const preparing = await Database.open({
    url: staffing.config.databaseUrl,
    applicationName: 'spec',
    migrations: [],
    schema: 'public',
    poolSize: 1,
  });
  await before(preparing);
  await preparing.tx((tx) =>
    new PackRoleRepository(new DomainClock('system')).activate(tx, testPack(), '2026-01-01T00:00:00.000Z', 1),
  );
  await preparing.close();
  const app = await createService(staffingService(staffing.config));
  const tokens = new Map<string, string>();
  const tokenOf = async (username: string): Promise<string> => {
    const payload = { username, password: DEMO_PASSWORD };
    const signedIn = async () =>
      (await app.inject({ method: 'POST', url: '/sessions', payload })).json<{ token: string }>().token;
    const token = tokens.get(username) ?? (await signedIn());
    tokens.set(username, token);
    return token;
  };
  return {
    app,
    database: app.get(Database),
    /** `body` is as the injected answer gives it: each suite knows what it asked for. */
    call: async (username: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
      const headers = { authorization: `Bearer ${await tokenOf(username)}` };
      const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
    },
    close: async (): Promise<void> => {
      await app.close();
      await staffing.drop();
    },
  };
}
