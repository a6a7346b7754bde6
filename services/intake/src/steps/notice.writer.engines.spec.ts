import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { TestIntake } from '../intake.fixture.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { NoticeWriter } from './notice.writer.ts';

const [OUR_GUARD, OUR_HEAD, THEIR_GUARD] = [1, 2, 3].map((n) => `${n}0000000-0000-4000-8000-000000000000`);

describe('whom a step on the spot means, on real PostgreSQL (INT-22)', () => {
  let intake: TestIntake;
  const of = <Part>(part: new (...args: never[]) => Part): Part => intake.app.get(part, { strict: false });

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    const [directory, database] = [of(DirectoryRepository), intake.database];
    const known = { name: 'Somebody', onDuty: true, version: 1 };
    for (const [id = '', departmentId] of [
      [OUR_GUARD, 'sales'],
      [THEIR_GUARD, 'logistics'],
    ] as const)
      await directory.putPerson(database, { ...known, id, departmentId, roles: ['security'] });
    const title = { zh: '销售', en: 'Sales' };
    await directory.putDepartment(database, { code: 'sales', parent: null, title, headId: OUR_HEAD ?? '', version: 1 });
  });
  afterAll(() => intake?.close());

  async function meant(role: string): Promise<string[]> {
    const { id } = await intake.file();
    const file = await of(CaseRepository).read(intake.database, id);
    if (file === null) throw new Error('it was filed');
    return of(NoticeWriter).peopleOf(intake.database, file, file, { kind: 'department-role', role });
  }

  it('is who holds the role in the department that has the complaint', async () => {
    expect(await meant('security')).toEqual([OUR_GUARD]);
  });

  it('is its head where nobody there holds it', async () => {
    expect(await meant('nurse')).toEqual([OUR_HEAD]);
  });
});
