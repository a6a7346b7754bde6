import { Inject, Injectable } from '@nestjs/common';
import { COMPLAINT_WORKFLOW } from '@redress/contracts/workflow';
import type { RegisterComplaint } from '@redress/contracts';
import { appendItems, Database, type Tx } from '@redress/db';
import {
  gradeReceipt,
  newCase,
  resolveTerms,
  type Actor,
  type CaseState,
  type Grading,
  type Instant,
} from '@redress/policy';
import { DomainClock, InputError, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { v4 as uuid4 } from 'uuid';
import { commandId, hashBody } from '../commands/idempotency.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository, type PinnedPack } from '../packs/pack.repository.ts';
import { ComplainantRepository } from '../persons/complainant.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { StepWriter, type StepCause } from '../steps/step.writer.ts';
import { FormerOwner } from './former.owner.ts';
import { firstFacts, isReportable, refusedByForm } from './first.facts.ts';
import { gradingFacts } from './grading.facts.ts';
import { ReceiptRepository } from './receipt.repository.ts';
import { receiptStep } from './receipt.step.ts';
import type { ReceiptView } from './receipt.view.ts';
import { RepeatedComplaints } from './repeated.complaints.ts';
import { SentBackRecord } from './sent-back.record.ts';

const MANDATORY = 'is asked for by the policy: fill it, or say under `unfilled` why it is empty';

/** What the first step is made of. */
interface FirstStep {
  readonly receipt: RegisterComplaint;
  readonly grading: Grading;
  readonly pinned: PinnedPack;
  readonly actor: Actor;
  readonly at: Instant;
  /** The complaint that was taken for misconduct and goes on as this one (INT-15). */
  readonly sentBackFrom: string | null;
}

/** The way a receipt comes in. */
interface Way {
  readonly byForm: boolean;
  /** Written with it, or not at all; only when it is new. */
  readonly along?: (tx: Tx) => Promise<void>;
}

/** Takes a complaint in: everything in one transaction, and only then is the customer given the number (INT-2, INT-6). */
@Injectable()
export class ReceiptService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(ComplainantRepository) private readonly complainants: ComplainantRepository,
    @Inject(ReceiptRepository) private readonly receipts: ReceiptRepository,
    @Inject(StepWriter) private readonly steps: StepWriter,
    @Inject(RepeatedComplaints) private readonly repeats: RepeatedComplaints,
    @Inject(FormerOwner) private readonly former: FormerOwner,
    @Inject(SentBackRecord) private readonly sentBack: SentBackRecord,
  ) {}

  /** The same key with the same body answers the same receipt; with another body it is refused. */
  register(receipt: RegisterComplaint, actor: Actor, key: string | undefined): Promise<ReceiptView> {
    return this.registerUnder(commandId(actor.id, key), receipt, actor, { byForm: true });
  }

  /** As `register`, under an id of what makes two receipts the same. What comes by no form is taken as it is (INT-10). */
  async registerUnder(
    id: string,
    receipt: RegisterComplaint,
    actor: Actor,
    { byForm, along }: Way,
  ): Promise<ReceiptView> {
    const bodyHash = hashBody(this.config.hmacKey, receipt);
    const earlier = await this.repeats.earlierOf(receipt);
    if (earlier !== null && earlier.stage !== 'ended') return this.repeats.join(earlier, receipt, actor, id);
    const view = await this.database.tx(async (tx) => {
      await this.receipts.lock(tx, id);
      const written = await this.receipts.find(tx, id);
      if (written === null) {
        const view = await this.write(tx, id, receipt, actor, bodyHash, earlier?.id ?? null, byForm);
        await along?.(tx);
        return view;
      }
      if (!written.bodyHash.equals(bodyHash)) throw new RefusalError(409, { code: 'key-used-for-another-body' });
      return this.receipts.view(tx, id);
    });
    return view;
  }

  private async write(
    tx: Tx,
    id: string,
    receipt: RegisterComplaint,
    actor: Actor,
    bodyHash: Buffer,
    linkedTo: string | null,
    byForm: boolean,
  ): Promise<ReceiptView> {
    const now = await this.clock.now(tx);
    const record = await this.sentBack.recordOf(tx, receipt, actor);
    const receivedAt = record?.receivedAt ?? receipt.receivedAt ?? now;
    if (receivedAt > now) throw new InputError([{ path: 'receivedAt', message: 'lies in the future' }]);
    const departmentId = record?.state.departmentId ?? (await this.departmentOf(tx, receipt, actor));
    const pinned = await this.packs.inForce(tx, now, departmentId);
    if (pinned === null) throw new RefusalError(503, { code: 'no-pack-in-force' }, { 'retry-after': '5' });
    const gradedBy = gradingFacts(receipt, pinned.pack);
    const grading = gradeReceipt(gradedBy, pinned.pack);
    const empty = byForm ? refusedByForm(receipt, pinned.pack, grading.fastLane) : [];
    if (empty.length > 0) throw new InputError(empty.map((path) => ({ path, message: MANDATORY })));
    const asks = await this.former.asksOf(tx, receipt);
    const personId = uuid4();
    await this.complainants.insert(tx, personId, receipt.language, receipt.complainant);
    const matters = receipt.matters.map(() => uuid4());
    const facts = firstFacts(receipt, grading, pinned.pack, { departmentId, matters, asks });
    const terms = resolveTerms(pinned.pack, pinned.hash, facts);
    const state: CaseState = { ...newCase(facts), report: isReportable(facts, terms) ? 'running' : 'none' };
    const file = await this.receipts.insert(tx, {
      ...{ id, bodyHash, personId, receipt, actor, grading, gradingFacts: gradedBy, state, receivedAt },
      registeredAt: now,
      packHash: pinned.hash,
      terms,
      linkedTo: record?.id ?? linkedTo,
    });
    await this.receipts.insertWords(tx, file, receipt, matters, actor.id, now);
    const at = record === null ? receivedAt : now;
    await this.firstStep(tx, file, { receipt, grading, pinned, actor, at, sentBackFrom: record?.id ?? null });
    await appendItems(tx, 'intake', [{ queue: 'start', topic: COMPLAINT_WORKFLOW, key: id, sequence: 1, body: null }]);
    return this.receipts.view(tx, id);
  }

  /** The receipt is step 1: the state begins, the clocks start at received-at, and the receipt is acknowledged. */
  private async firstStep(
    tx: Tx,
    file: CaseFile,
    { receipt, grading, pinned, actor, at, sentBackFrom }: FirstStep,
  ): Promise<void> {
    const cause: StepCause = { kind: 'receipt', id: 'receipt', actorId: actor.id, actorKind: 'person', textIds: [] };
    const decision = receiptStep(file, receipt, grading, pinned, sentBackFrom);
    await this.steps.write(tx, file, cause, at, decision);
  }

  async departmentOf(tx: Tx, receipt: RegisterComplaint, actor: Actor): Promise<string> {
    const departmentId = receipt.departmentId ?? actor.departmentId;
    if (departmentId === null)
      throw new InputError([{ path: 'departmentId', message: 'is needed: you belong to no department' }]);
    if (!(await this.directory.hasDepartment(tx, departmentId)) && !(await this.directory.isEmpty(tx))) {
      throw new InputError([{ path: 'departmentId', message: 'is no department of the directory' }]);
    }
    return departmentId;
  }
}
