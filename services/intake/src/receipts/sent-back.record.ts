import { Inject, Injectable } from '@nestjs/common';
import type { RegisterComplaint } from '@redress/contracts';
import type { Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { InputError } from '@redress/service-kit';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';

/** What was taken for misconduct and turned out to be ordinary is registered anew, linked, with its old received-at (INT-15). */
@Injectable()
export class SentBackRecord {
  constructor(@Inject(CaseRepository) private readonly cases: CaseRepository) {}

  /**
   * The complaint whose record is sent back, locked; null where the receipt names none. Throws InputError where there is no
   * open record, and to whoever may not see it.
   */
  async recordOf(tx: Tx, { sentBackFrom }: RegisterComplaint, actor: Actor): Promise<CaseFile | null> {
    if (sentBackFrom === undefined) return null;
    const id = await this.cases.idOfNumber(tx, sentBackFrom);
    const granted = actor.capabilities.includes('read-restricted');
    const file = id === null || !granted ? null : await this.cases.lock(tx, id);
    if (file === null || file.state.misconduct?.outcome !== null)
      throw new InputError([{ path: 'sentBackFrom', message: 'is the number of no open record' }]);
    return file;
  }
}
