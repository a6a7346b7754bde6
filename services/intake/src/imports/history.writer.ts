import { Inject, Injectable } from '@nestjs/common';
import type { RegisterComplaint, RowEnding } from '@redress/contracts';
import { Database, type Tx } from '@redress/db';
import {
  gradeReceipt,
  newCase,
  resolveTerms,
  type Actor,
  type CaseState,
  type Decision,
  type Grading,
} from '@redress/policy';
import { DomainClock, InputError, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { v4 as uuid4 } from 'uuid';
import { hashBody } from '../commands/idempotency.ts';
import { PackRepository, type PinnedPack } from '../packs/pack.repository.ts';
import { ComplainantRepository } from '../persons/complainant.repository.ts';
import { firstFacts } from '../receipts/first.facts.ts';
import { gradingFacts } from '../receipts/grading.facts.ts';
import { ReceiptRepository } from '../receipts/receipt.repository.ts';
import { registeredFacts } from '../receipts/receipt.step.ts';
import { ReceiptService } from '../receipts/receipt.service.ts';
import type { CaseFile } from '../register/case-file.ts';
import { StepWriter, type StepCause } from '../steps/step.writer.ts';

/** Writes complaints that are history: they came and they ended; no clock, no message, no process (INT-13). */
@Injectable()
export class HistoryWriter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(ComplainantRepository) private readonly complainants: ComplainantRepository,
    @Inject(ReceiptRepository) private readonly receipts: ReceiptRepository,
    @Inject(ReceiptService) private readonly doors: ReceiptService,
    @Inject(StepWriter) private readonly steps: StepWriter,
  ) {}

  /**
   * In one transaction, `along` with it; under an id that is known it writes nothing. Throws InputError, RefusalError.
   */
  write(
    id: string,
    receipt: RegisterComplaint,
    ending: RowEnding,
    actor: Actor,
    along: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    return this.database.tx(async (tx) => {
      await this.receipts.lock(tx, id);
      if ((await this.receipts.find(tx, id)) !== null) return;
      await this.writeNew(tx, id, receipt, ending, actor);
      await along(tx);
    });
  }

  private async writeNew(
    tx: Tx,
    id: string,
    receipt: RegisterComplaint,
    ending: RowEnding,
    actor: Actor,
  ): Promise<void> {
    const now = await this.clock.now(tx);
    const receivedAt = receipt.receivedAt ?? now;
    const closedAt = ending.closedAt ?? receivedAt;
    if (receivedAt > now) throw new InputError([{ path: 'receivedAt', message: 'lies in the future' }]);
    if (closedAt < receivedAt || closedAt > now)
      throw new InputError([{ path: 'closedAt', message: 'lies between receivedAt and now' }]);
    const departmentId = await this.doors.departmentOf(tx, receipt, actor);
    const pinned = await this.packs.inForce(tx, now, departmentId);
    if (pinned === null) throw new RefusalError(503, { code: 'no-pack-in-force' }, { 'retry-after': '5' });
    const grading = graded(receipt, ending, pinned);
    const personId = uuid4();
    await this.complainants.insert(tx, personId, receipt.language, receipt.complainant);
    const matters = receipt.matters.map(() => uuid4());
    const facts = firstFacts(receipt, grading, pinned.pack, { departmentId, matters });
    const state: CaseState = { ...newCase(facts), assignmentDuty: null, assignments: 0, missing: [] };
    const file = await this.receipts.insert(tx, {
      ...{ id, personId, receipt, actor, grading, state, receivedAt },
      gradingFacts: gradingFacts(receipt, pinned.pack),
      bodyHash: hashBody(this.config.hmacKey, receipt),
      registeredAt: now,
      packHash: pinned.hash,
      terms: resolveTerms(pinned.pack, pinned.hash, facts),
      linkedTo: null,
    });
    await this.receipts.insertWords(tx, file, receipt, matters, actor.id, now);
    const came = await this.steps.write(
      tx,
      file,
      causeOf(actor, 'receipt'),
      receivedAt,
      coming(file, receipt, grading),
    );
    await this.steps.write(tx, came, causeOf(actor, 'history'), closedAt, going(ending));
  }
}

/** A level that the row names goes before what the pack would grade. Throws InputError when the pack has no such level. */
function graded(receipt: RegisterComplaint, { level }: RowEnding, { pack }: PinnedPack): Grading {
  const grading = gradeReceipt(gradingFacts(receipt, pack), pack);
  if (level === null) return grading;
  if (!pack.levels.some(({ code }) => code === level))
    throw new InputError([{ path: 'level', message: 'is no level of the pack in force' }]);
  return { ...grading, level, provisional: false };
}

function causeOf(actor: Actor, id: string): StepCause {
  return { kind: 'receipt', id, actorId: actor.id, actorKind: 'person', textIds: [] };
}

function coming(file: CaseFile, receipt: RegisterComplaint, grading: Grading): Decision {
  const facts = registeredFacts(file, receipt, grading);
  return { ...NOTHING, changes: file.state, entries: [{ code: 'registered', facts, because: grading.because }] };
}

function going({ closing }: RowEnding): Decision {
  const entries = (['closed', 'ended'] as const).map((code) => ({ code, facts: { closing }, because: [] }));
  return { ...NOTHING, changes: { stage: 'ended', closing }, entries };
}

const NOTHING: Omit<Decision, 'changes' | 'entries'> = { duties: [], notices: [], messages: [], others: [] };
