import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Actor, Capability } from '@redress/policy';
import { RefusalError } from '@redress/service-kit';
import { DepartmentRepository } from '../departments/department.repository.ts';
import type { Person } from './person.repository.ts';
import type { PersonChange } from './person.schemas.ts';

const MAY_MOVE_WORK: readonly Capability[] = ['administer', 'decide-hand-overs'];

/** Who may change what about whom. */
@Injectable()
export class StaffAccess {
  constructor(private readonly departments: DepartmentRepository) {}

  /** Administrators change anything; the head of the person's department only who is on duty. */
  async mayChange(tx: Tx, actor: Actor, person: Person, change: PersonChange): Promise<void> {
    if (actor.capabilities.includes('administer')) return;
    const onlyDuty = Object.keys(change).every((field) => field === 'onDuty');
    if (!(onlyDuty && (await this.isHeadOf(tx, actor, person)))) throw refused();
  }

  /** Absence and return are told by the person, by the head of the department or by an administrator. */
  async mayTellAbsence(tx: Tx, actor: Actor, person: Person): Promise<void> {
    if (actor.id === person.id || actor.capabilities.includes('administer')) return;
    if (!(await this.isHeadOf(tx, actor, person))) throw refused();
  }

  /** Also who plans the shifts. */
  async maySeeAbsences(tx: Tx, actor: Actor, person: Person): Promise<void> {
    if (!actor.capabilities.includes('plan-staff')) await this.mayTellAbsence(tx, actor, person);
  }

  /** All work of a person is moved by the head of the department, by who decides hand-overs, or by an administrator. */
  async mayHandOver(tx: Tx, actor: Actor, person: Person): Promise<void> {
    if (actor.capabilities.some((capability) => MAY_MOVE_WORK.includes(capability))) return;
    if (!(await this.isHeadOf(tx, actor, person))) throw refused();
  }

  private async isHeadOf(tx: Tx, actor: Actor, person: Person): Promise<boolean> {
    return (await this.departments.find(tx, person.departmentId))?.headId === actor.id;
  }
}

function refused(): RefusalError {
  return new RefusalError(403, { code: 'not-permitted', facts: { needs: ['administer'] } });
}
