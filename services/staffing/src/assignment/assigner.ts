import { Injectable } from '@nestjs/common';
import type { AssignAnswer, AssignInput } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { choosePeople, type Because, type Candidate, type Capability } from '@redress/policy';
import { DomainClock, StatedFault } from '@redress/service-kit';
import { capabilitiesOf } from '../authority/authority.policy.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { AssignmentRepository } from './assignment.repository.ts';
import { HandlerRoster } from './handler.roster.ts';
import { OpenCaseRepository } from './open-case.repository.ts';

const GREATEST_DEPTH = 20;

/** Finds owner and backup of a complaint (WRK-2). */
@Injectable()
export class Assigner {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentRepository,
    private readonly roster: HandlerRoster,
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
      const answer = await this.choose(tx, input, department?.headId ?? null);
      await this.assignments.insert(tx, input, answer, await this.clock.now(tx));
      await this.openCases.assign(tx, input.complaintId, answer.owner);
      return answer;
    });
  }

  private async choose(tx: Tx, input: AssignInput, head: string | null): Promise<Required<AssignAnswer>> {
    const { departmentId, skills, formerOwner, excluded } = input;
    const candidates = await this.candidates(tx, departmentId, excluded, head);
    const chosen = choosePeople({ candidates, needs: { skills, formerOwner, excluded } });
    if ('owner' in chosen) return answerOf(chosen.owner, chosen.backup, head, rulesOf(chosen.because));
    const owner = await this.whoRules(tx, departmentId, excluded);
    const rule = owner === head ? 'assignment.department-head' : 'assignment.above-department';
    return answerOf(owner, null, head, [rule, ...rulesOf(chosen.none)]);
  }

  private async candidates(
    tx: Tx,
    departmentId: string,
    excluded: readonly string[],
    head: string | null,
  ): Promise<Candidate[]> {
    const workers = await this.roster.of(tx, departmentId, head);
    const loads = await this.openCases.countsOf(
      tx,
      workers.map(({ id }) => id),
    );
    return workers.map((worker) => ({
      ...worker,
      openCases: loads.get(worker.id) ?? 0,
      concerned: excluded.includes(worker.id),
    }));
  }

  /**
   * Nobody is free: the head of the department, else of the one above it, else who coordinates all of them, else who
   * leads. Who is complained of or absent is skipped (PRC-25); only when all are absent it is one of those.
   */
  private async whoRules(tx: Tx, departmentId: string, excluded: readonly string[]): Promise<string> {
    const heads = await this.headsUpward(tx, departmentId);
    const authorities = await this.packRoles.list(tx);
    const everybody = await this.assignments.workers(tx, null);
    const able = (capability: Capability) =>
      everybody.filter((worker) => capabilitiesOf(worker, authorities).includes(capability)).map(({ id }) => id);
    const upward = [...heads, ...able('coordinate'), ...able('lead')].filter((id) => !excluded.includes(id));
    const onDuty = new Set(everybody.filter((person) => person.onDuty).map(({ id }) => id));
    const owner = upward.find((id) => onDuty.has(id)) ?? upward[0];
    if (owner === undefined) throw new StatedFault('nobody can be given the complaint, no head and no coordinator');
    return owner;
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
}

function answerOf(
  owner: string,
  backup: string | null,
  head: string | null,
  reasons: readonly string[],
): Required<AssignAnswer> {
  return { owner, backup, head, because: reasons[0] ?? 'assignment', reasons };
}

function rulesOf(because: readonly Because[]): string[] {
  return because.map(({ rule }) => rule);
}
