import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant, Notice } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { judgesOf } from '../directory/judges.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';

const GRANTED = { kind: 'capability', capability: 'read-restricted' } as const;

/** Puts notices into people's inboxes: one per person and step, however many reasons there are. */
@Injectable()
export class NoticeWriter {
  constructor(
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  /** `before` is the case before the step: a notice to the backup reaches who was backup. */
  async write(tx: Tx, file: CaseFile, before: CaseFile, at: Instant, notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) {
      for (const person of await this.peopleOf(tx, file, before, notice.to))
        await this.tell(tx, file, person, notice.code, at);
    }
  }

  /** Who is complained of hears nothing of the case, and of a restricted one only who may read such (PRC-3, INT-15). */
  async tell(tx: Tx, file: CaseFile, personId: string, code: string, at: Instant): Promise<void> {
    if (file.state.concerned.includes(personId)) return;
    if (file.access === 'restricted' && !(await this.peopleOf(tx, file, file, GRANTED)).includes(personId)) return;
    await tx.query(
      `INSERT INTO intake.notices (id, person_id, complaint_id, step, code, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (complaint_id, step, person_id) DO NOTHING`,
      [uuid5(`${file.step}/${personId}`, file.id), personId, file.id, file.step, code, at],
    );
  }

  /** The people that a notice, or a rung, means. */
  async peopleOf(tx: Tx, file: CaseFile, before: CaseFile, to: Notice['to']): Promise<string[]> {
    switch (to.kind) {
      case 'owner':
      case 'holder':
        return present(file.state.owner);
      case 'backup':
        return present(file.state.backup ?? before.state.backup);
      case 'department-head':
        return present((await this.directory.headOf(tx, file.state.departmentId)) ?? file.state.head);
      case 'record-owner':
        return present(file.state.misconduct?.owner ?? null);
      case 'department':
        return present(await this.directory.headOf(tx, to.departmentId));
      case 'person':
        return [to.personId];
      case 'role':
        return this.directory.holdersOf(tx, [to.role]);
      case 'department-role':
        return this.holdersIn(tx, file, to.role);
      case 'judge':
        return judgesOf(tx, this.directory, await this.packs.byHash(tx, file.packHash), file.state);
      case 'capability': {
        const pack = await this.packs.byHash(tx, file.packHash);
        const roles = pack.roles.filter((role) => role.capabilities.includes(to.capability));
        return this.directory.holdersOf(
          tx,
          roles.map((role) => role.code),
        );
      }
    }
  }

  /** Where nobody of the department holds the role, its head sees to it (INT-22). */
  private async holdersIn(tx: Tx, file: CaseFile, role: string): Promise<string[]> {
    const everywhere = await this.directory.holdersWithDepartment(tx, role);
    const own = everywhere.filter(({ departmentId }) => departmentId === file.state.departmentId);
    return own.length > 0 ? own.map(({ id }) => id) : this.peopleOf(tx, file, file, { kind: 'department-head' });
  }
}

function present(person: string | null): string[] {
  return person === null ? [] : [person];
}
