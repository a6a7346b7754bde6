import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { capabilitiesOf } from '../authority/authority.policy.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { AssignmentRepository, type Worker } from './assignment.repository.ts';

/** Who handles the complaints of a department and does not rule over other people's: its head has no case by itself. */
@Injectable()
export class HandlerRoster {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly packRoles: PackRoleRepository,
  ) {}

  async of(tx: Tx, departmentId: string, head: string | null): Promise<Worker[]> {
    const authorities = await this.packRoles.list(tx);
    return (await this.assignments.workers(tx, departmentId)).filter((worker) => {
      const capabilities = capabilitiesOf(worker, authorities);
      const rules = capabilities.includes('coordinate') || capabilities.includes('lead');
      return worker.id !== head && capabilities.includes('handle') && !rules;
    });
  }
}
