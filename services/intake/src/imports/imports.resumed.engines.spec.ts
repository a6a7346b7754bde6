import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@redress/testkit';
import { person, TestIntake } from '../intake.fixture.ts';
import { countsOf, csvOf, ended, loadFile } from './import.fixture.ts';
import { ImportLoader } from './import.loader.ts';
import { ImportRepository, type OpenImport } from './import.repository.ts';
import type { ImportReceipt, ImportView } from './import.view.ts';

const MANAGER = person();

let intake: TestIntake;

beforeAll(async () => void (intake = await TestIntake.open('api,consumers')));
afterAll(() => intake?.close());

describe('an import whose process dies', () => {
  const rows = Array.from(
    { length: 300 },
    (_, n) => `${n % 10 === 0 ? 'owl' : 'chat'},price,sales,Life ${n}.,,,KILL-${n}`,
  );

  it('goes on where it was: each row once, and none counted twice', async () => {
    const { body } = await intake.send<ImportReceipt>('POST', '/imports', MANAGER, csvOf(...rows), 'text/csv');
    for (const least of [1, 65, 129]) {
      await until(async () => (await intake.count('intake.imports', 'id = $1 AND line > $2', [body.id, least])) === 1);
      await intake.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'redress-intake'`,
      );
    }
    await until(async () => (await intake.count('intake.imports', `id = $1 AND state = 'done'`, [body.id])) === 1);
    const view = await ended(intake, MANAGER, body.id);
    expect(countsOf(view)).toEqual([270, 0, 0, 30]);
    expect(view.rows).toHaveLength(300);
    expect(countsOf(await loadFile(intake, MANAGER, csvOf(...rows)))).toEqual([0, 270, 0, 30]);
  });

  it('counts what it had loaded before it could say so', async () => {
    const lone = await TestIntake.open('api');
    try {
      const imports = lone.app.get(ImportRepository, { strict: false });
      const loader = lone.app.get(ImportLoader, { strict: false });
      const loadGroups = async (groups: number) => {
        let left = groups;
        await loader.load((await imports.next()) as OpenImport, () => (left -= 1) < 0);
      };
      const { body } = await lone.send<ImportReceipt>('POST', '/imports', MANAGER, csvOf(...rows), 'text/csv');
      await loadGroups(1);
      const [before] = await lone.database.query<ImportView>('SELECT line, loaded, refused FROM intake.imports');
      await loadGroups(1);
      // As it was when the rows of the second group had been loaded one by one, and nothing else written.
      await lone.database.query('DELETE FROM intake.import_rows WHERE line > $1 AND outcome <> $2', [
        before?.line,
        'loaded',
      ]);
      await lone.database.query('UPDATE intake.imports SET line = $1, loaded = $2, refused = $3', [
        ...[before?.line, before?.loaded, before?.refused],
      ]);
      await loadGroups(9);
      const view = await ended(lone, MANAGER, body.id);
      expect([before?.line, ...countsOf(view)]).toEqual([65, 270, 0, 0, 30]);
      expect(await lone.count('intake.complaints')).toBe(270);
    } finally {
      await lone.close();
    }
  });

  it('leaves what had not come in whole to be forgotten', async () => {
    await intake.database.query(
      `INSERT INTO intake.imports (id, state, actor, history, name, created_at, touched_at)
       VALUES ($1, 'receiving', '{}', false, '', now(), clock_timestamp() - interval '2 hours')`,
      [MANAGER.id],
    );
    await until(async () => (await intake.count('intake.imports', 'id = $1', [MANAGER.id])) === 0);
  });
});
