import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AssignInput } from '@redress/contracts/workflow';
import { Database, type CloudEvent } from '@redress/db';
import { createService } from '@redress/service-kit';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { demoPersonId } from '../seed/demo.company.ts';
import { openTestStaffing, testPack, type TestStaffing } from '../staffing.fixture.ts';
import { staffingService } from '../staffing.service.ts';
import { Assigner } from './assigner.ts';
import { OpenCaseConsumer } from './open-case.consumer.ts';
import { OpenCaseRepository } from './open-case.repository.ts';

const [jun, tom, olga, guo] = ['jun.li', 'tom.baker', 'olga.meyer', 'guo.tang'].map(demoPersonId);

function duty(change: Partial<AssignInput> = {}): AssignInput {
  return {
    dutyId: randomUUID(),
    complaintId: randomUUID(),
    departmentId: 'after-sales',
    skills: [],
    formerOwner: null,
    excluded: [],
    ...change,
  };
}

describe('assignment on real PostgreSQL', () => {
  let staffing: TestStaffing;
  let app: NestFastifyApplication;
  let database: Database;
  let assigner: Assigner;
  let consumer: OpenCaseConsumer;

  beforeAll(async () => {
    staffing = await openTestStaffing('api');
    app = await createService(staffingService(staffing.config));
    database = app.get(Database);
    assigner = app.get(Assigner, { strict: false });
    consumer = new OpenCaseConsumer(database, app.get(OpenCaseRepository, { strict: false }));
    await database.tx((tx) =>
      app.get(PackRoleRepository, { strict: false }).activate(tx, testPack(), '2026-01-01T00:00:00.000Z', 1),
    );
  });
  beforeEach(async () => {
    await database.query('DELETE FROM staffing.open_cases');
    await database.query('UPDATE staffing.people SET on_duty = true');
  });
  afterAll(async () => {
    await app?.close();
    await staffing?.drop();
  });

  const setAbsent = (...people: (string | undefined)[]) =>
    database.query('UPDATE staffing.people SET on_duty = false WHERE id = ANY($1)', [people]);
  const factOf = (complaintId: string, sequence: number, owner: string | null, stage: string): CloudEvent => ({
    specversion: '1.0',
    id: randomUUID(),
    source: '/redress/intake',
    type: 'redress.complaint.assigned.v1',
    subject: complaintId,
    time: '2026-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    sequence,
    access: 'open',
    data: { standing: { owner, stage, departmentId: 'after-sales' }, detail: {} },
  });

  it('gives the complaint to one of the pair, with the other as backup', async () => {
    const answer = await assigner.assign(duty());
    expect([answer.owner, answer.backup].sort()).toEqual([jun, tom].sort());
    expect([answer.head, answer.because, answer.reasons]).toEqual([
      olga,
      'assignment.least-loaded',
      ['assignment.least-loaded', 'assignment.paired-backup'],
    ]);
  });

  it('answers the same duty with the same people, whatever has changed', async () => {
    const input = duty();
    const [first, second] = await Promise.all([assigner.assign(input), assigner.assign(input)]);
    await setAbsent(first.owner);
    expect([second, await assigner.assign(input)]).toEqual([first, first]);
  });

  it('spreads complaints that come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => assigner.assign(duty())));
    expect(answers.filter(({ owner }) => owner === jun)).toHaveLength(5);
  });

  it('prefers who owned the last complaint of the customer', async () => {
    await assigner.assign(duty({ formerOwner: tom ?? null }));
    expect(await assigner.assign(duty({ formerOwner: tom ?? null }))).toMatchObject({
      owner: tom,
      backup: jun,
      because: 'assignment.former-owner',
    });
  });

  it('passes over who is absent, has had it before or is complained of', async () => {
    await setAbsent(jun);
    expect(await assigner.assign(duty())).toMatchObject({ owner: tom, backup: null });
    expect(await assigner.assign(duty({ excluded: [tom ?? ''] }))).toMatchObject({
      owner: olga,
      because: 'assignment.department-head',
    });
  });

  it('gives it to who has the skills, and says which rules had a say where nobody has', async () => {
    await database.query(`UPDATE staffing.people SET skills = skills || '{language:de}' WHERE id = $1`, [tom]);
    await assigner.assign(duty({ excluded: [jun ?? ''] }));
    expect(await assigner.assign(duty({ skills: ['category:after-sales', 'language:de'] }))).toMatchObject({
      owner: tom,
      backup: jun,
      reasons: ['assignment.least-loaded', 'assignment.paired-backup'],
    });
    expect(await assigner.assign(duty({ skills: ['language:la'] }))).toMatchObject({
      owner: jun,
      because: 'assignment.least-loaded',
      reasons: ['assignment.least-loaded', 'assignment.skill-missing', 'assignment.paired-backup'],
    });
  });

  it('goes up when the head is excluded too, and to a coordinator from a department nobody knows', async () => {
    await setAbsent(jun, tom);
    expect(await assigner.assign(duty({ excluded: [olga ?? ''] }))).toMatchObject({
      owner: guo,
      reasons: ['assignment.above-department', 'assignment.nobody'],
    });
    await setAbsent(olga, guo);
    expect(await assigner.assign(duty())).toMatchObject({ owner: demoPersonId('wei.liu'), head: olga });
    expect(await assigner.assign(duty({ departmentId: 'nowhere' }))).toMatchObject({
      owner: demoPersonId('wei.liu'),
      head: null,
    });
  });

  it('follows hand-overs and closings, and ignores what arrives late or twice', async () => {
    const complaints = [randomUUID(), randomUUID()];
    const countOf = (id: string | undefined) =>
      app.get(OpenCaseRepository, { strict: false }).countOf(database, id ?? '');
    for (const complaintId of complaints) await assigner.assign(duty({ complaintId, excluded: [tom ?? ''] }));
    const [first = '', second = ''] = complaints;
    const closing = factOf(second, 5, jun ?? null, 'closed');
    await consumer.handle(factOf(first, 1, null, 'received'));
    await consumer.handle(factOf(first, 3, tom ?? null, 'investigating'));
    await consumer.handle(factOf(first, 2, jun ?? null, 'assigned'));
    await consumer.handle(closing);
    await consumer.handle(closing);
    expect([await countOf(jun), await countOf(tom)]).toEqual([0, 1]);
    await consumer.handle(factOf(second, 6, jun ?? null, 'investigating'));
    expect(await countOf(jun)).toBe(1);
  });
});
