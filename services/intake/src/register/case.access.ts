import { Inject, Injectable } from '@nestjs/common';
import { REFUSAL_STATUS } from '@redress/contracts';
import type { Tx } from '@redress/db';
import { mayRead, seesHandedOver, visibilityOf, type Actor } from '@redress/policy';
import { LookBook, RefusalError, type LookedAt } from '@redress/service-kit';
import type { CaseFile } from './case-file.ts';
import { CaseRepository } from './case.repository.ts';
import type { HandedOverView } from './handed-over.view.ts';

/** The one way to a complaint for readers: what they may not see is not there, and a look at a restricted one is recorded (INT-7). */
@Injectable()
export class CaseAccess {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(LookBook) private readonly looks: LookBook,
  ) {}

  /** Only who has the grant sees anything restricted; the others are not asked after. Call before anything is shown. */
  async recordLook(tx: Tx, actor: Actor, what: LookedAt, complaintIds: readonly string[]): Promise<void> {
    if (!actor.capabilities.includes('read-restricted')) return;
    await this.looks.record(tx, actor, what, await this.cases.restrictedAmong(tx, complaintIds));
  }

  /** Throws RefusalError not-visible. */
  async read(tx: Tx, complaintId: string, actor: Actor, what: LookedAt): Promise<CaseFile> {
    const file = await this.cases.read(tx, complaintId);
    if (file === null) throw new RefusalError(REFUSAL_STATUS['not-visible'], { code: 'not-visible' });
    const visible = mayRead(actor, visibilityOf(file.state, file.access));
    if (!visible.allowed) throw new RefusalError(REFUSAL_STATUS[visible.refusal.code], visible.refusal);
    await this.recordLook(tx, actor, what, [complaintId]);
    return file;
  }

  /** That it left ordinary hands, for who could read it before; null for everybody else (INT-15). */
  async handedOver(tx: Tx, complaintId: string, actor: Actor): Promise<HandedOverView | null> {
    const file = await this.cases.read(tx, complaintId);
    if (file === null || !seesHandedOver(actor, visibilityOf(file.state, file.access))) return null;
    const handedOverAt = await this.cases.handedOverAt(tx, complaintId);
    return handedOverAt === null ? null : { id: file.id, number: file.number, handedOverAt };
  }
}
