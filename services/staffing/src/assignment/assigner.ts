import { Injectable } from '@nestjs/common';
import type { AssignAnswer, AssignInput } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { choosePeople, type Candidate } from '@redress/policy';
import { DomainClock, StatedFault } from '@redress/service-kit';
import { capabilitiesOf } from '../authority/authority.policy.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { AssignmentRepository, type Worker } from './assignment.repository.ts';
import { OpenCaseRepository } from './open-case.repository.ts';

const GREATEST_DEPTH = 20;

/** Finds owner and backup of a complaint (WRK-2). */
@Injectable()
export class Assigner {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentRepository,
    private readonly departments: DepartmentRepository,
    private readonly openCases: OpenCaseRepository,
    private readonly packRoles: PackRoleRepository,
    private readonly clock: DomainClock,
  ) {}

  /** The answer to a duty is given once; asked again, it is the same. One choice at a time per department, or all would take the same least loaded. */
  assign(input: AssignInput): Promise<AssignAnswer> {
    return this.database.tx(async (tx) => {
      const department = await this.departments.lock(tx, input.departmentId);
      const answered = await this.assignments.find(tx, input.dutyId);
      if (answered !== null) return answered;
      const head = department?.headId ?? null;
      const answer = (await this.choose(tx, input, head)) ?? (await this.leave(tx, input, head));
      await this.assignments.insert(tx, input, answer, await this.clock.now(tx));
      await this.openCases.assign(tx, input.complaintId, answer.owner);
      return answer;
    });
  }

  private async choose(
    tx: Tx,
    { departmentId, skills, formerOwner, excluded }: AssignInput,
    head: string | null,
  ): Promise<AssignAnswer | null> {
    const workers = (await this.handlers(tx, departmentId)).filter(({ id }) => id !== head);
    const loads = await this.openCases.countsOf(
      tx,
      workers.map(({ id }) => id),
    );
    const candidates = workers.map((worker): Candidate => ({
      ...worker,
      openCases: loads.get(worker.id) ?? 0,
      concerned: excluded.includes(worker.id),
    }));
    const chosen = choosePeople({ candidates, needs: { skills, formerOwner, excluded } });
    if (!('owner' in chosen)) return null;
    return { owner: chosen.owner, backup: chosen.backup, head, because: chosen.because[0]?.rule ?? 'assignment' };
  }

  /** Nobody is free: the head of the department, else of the one above it, else who coordinates all of them. */
  private async leave(tx: Tx, { departmentId, excluded }: AssignInput, head: string | null): Promise<AssignAnswer> {
    const [owner] = [...(await this.headsUpward(tx, departmentId)), ...(await this.coordinators(tx))].filter(
      (id) => !excluded.includes(id),
    );
    if (owner === undefined) throw new StatedFault('nobody can be given the complaint, no head and no coordinator');
    return {
      owner,
      backup: null,
      head,
      because: owner === head ? 'assignment.department-head' : 'assignment.above-department',
    };
  }

  private async headsUpward(tx: Tx, departmentId: string): Promise<string[]> {
    const heads: string[] = [];
    let next: string | null = departmentId;
    for (let depth = 0; next !== null && depth < GREATEST_DEPTH; depth += 1) {
      const department: Awaited<ReturnType<DepartmentRepository['find']>> = await this.departments.find(tx, next);
      if (department !== null && department.headId !== null) heads.push(department.headId);
      next = department?.parent ?? null;
    }
    return heads;
  }

  /** Who handles complaints and does not rule over other people's. */
  private async handlers(tx: Tx, departmentId: string): Promise<Worker[]> {
    const authorities = await this.packRoles.list(tx);
    return (await this.assignments.workers(tx, departmentId)).filter((worker) => {
      const capabilities = capabilitiesOf(worker, authorities);
      return capabilities.includes('handle') && !capabilities.includes('coordinate') && !capabilities.includes('lead');
    });
  }

  private async coordinators(tx: Tx): Promise<string[]> {
    const authorities = await this.packRoles.list(tx);
    const all = await this.assignments.workers(tx, null);
    const able = all.filter((worker) => capabilitiesOf(worker, authorities).includes('coordinate'));
    return able.sort((a, b) => Number(b.onDuty) - Number(a.onDuty)).map(({ id }) => id);
  }
}
