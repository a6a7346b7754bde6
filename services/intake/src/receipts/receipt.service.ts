import { Inject, Injectable } from '@nestjs/common';
import { COMPLAINT_WORKFLOW } from '@redress/contracts/workflow';
import type { RegisterComplaint } from '@redress/contracts';
import { appendItems, Database, type Tx } from '@redress/db';
import {
  gradeReceipt,
  resolveTerms,
  type Actor,
  type CaseState,
  type Decision,
  type Grading,
  type Instant,
} from '@redress/policy';
import { DomainClock, InputError, RefusalError } from '@redress/service-kit';
import { v4 as uuid4 } from 'uuid';
import { commandId, hashBody } from '../commands/idempotency.ts';
import { RelayBell } from '../delivery/relay.bell.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository, type PinnedPack } from '../packs/pack.repository.ts';
import { ComplainantRepository } from '../persons/complainant.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { StepWriter, type StepCause } from '../steps/step.writer.ts';
import { SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { gradingFacts } from './grading.facts.ts';
import { ReceiptRepository } from './receipt.repository.ts';
import type { ReceiptView } from './receipt.view.ts';

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
    @Inject(RelayBell) private readonly bell: RelayBell,
  ) {}

  /** The same key with the same body answers the same receipt; with another body it is refused. */
  register(receipt: RegisterComplaint, actor: Actor, key: string | undefined): Promise<ReceiptView> {
    return this.registerUnder(commandId(actor.id, key), receipt, actor);
  }

  /** As `register`, under an id that the caller has made of what makes two receipts the same. */
  async registerUnder(id: string, receipt: RegisterComplaint, actor: Actor): Promise<ReceiptView> {
    const bodyHash = hashBody(this.config.hmacKey, receipt);
    const view = await this.database.tx(async (tx) => {
      await this.receipts.lock(tx, id);
      const earlier = await this.receipts.find(tx, id);
      if (earlier === null) return this.write(tx, id, receipt, actor, bodyHash);
      if (!earlier.bodyHash.equals(bodyHash)) throw new RefusalError(409, { code: 'key-used-for-another-body' });
      return this.receipts.view(tx, id);
    });
    this.bell.ring();
    return view;
  }

  private async write(
    tx: Tx,
    id: string,
    receipt: RegisterComplaint,
    actor: Actor,
    bodyHash: Buffer,
  ): Promise<ReceiptView> {
    const now = await this.clock.now(tx);
    const receivedAt = receipt.receivedAt ?? now;
    if (receivedAt > now) throw new InputError([{ path: 'receivedAt', message: 'lies in the future' }]);
    const departmentId = await this.departmentOf(tx, receipt, actor);
    const pinned = await this.packs.inForce(tx, now);
    if (pinned === null) throw new RefusalError(503, { code: 'no-pack-in-force' }, { 'retry-after': '5' });
    const grading = gradeReceipt(gradingFacts(receipt, pinned.pack), pinned.pack);
    const personId = uuid4();
    await this.complainants.insert(tx, personId, receipt.language, receipt.complainant);
    const matters = receipt.matters.map(() => uuid4());
    const state = firstState(grading, departmentId, matters);
    const file = await this.receipts.insert(tx, {
      ...{ id, bodyHash, personId, receipt, actor, grading, state, receivedAt },
      registeredAt: now,
      packHash: pinned.hash,
      terms: resolveTerms(pinned.pack, pinned.hash, state),
    });
    await this.receipts.insertWords(tx, file, receipt, matters, actor.id, now);
    await this.firstStep(tx, file, receipt, grading, pinned, actor, receivedAt);
    await appendItems(tx, 'intake', [{ queue: 'start', topic: COMPLAINT_WORKFLOW, key: id, sequence: 1, body: null }]);
    return this.receipts.view(tx, id);
  }

  /** The receipt is step 1: the state begins, respond and solve start at received-at, and the receipt is acknowledged. */
  private async firstStep(
    tx: Tx,
    file: CaseFile,
    receipt: RegisterComplaint,
    grading: Grading,
    pinned: PinnedPack,
    actor: Actor,
    receivedAt: Instant,
  ): Promise<void> {
    const facts = {
      channel: receipt.channel,
      categories: receipt.matters.map((matter) => matter.category).join(','),
      provisional: grading.provisional,
      matters: receipt.matters.length,
      packHash: pinned.hash,
    };
    const decision: Decision = {
      changes: file.state,
      duties: [
        { kind: 'respond', does: 'open', from: receivedAt },
        { kind: 'solve', does: 'open', from: receivedAt },
      ],
      entries: [
        { code: 'registered', facts, because: grading.because },
        { code: 'acknowledged', facts: {}, because: [] },
      ],
      notices: grading.serious ? [{ to: { kind: 'capability', capability: 'lead' }, code: 'serious' }] : [],
      messages: ['acknowledgement'],
    };
    const cause: StepCause = { kind: 'receipt', id: 'receipt', actorId: actor.id, actorKind: 'person', textId: null };
    await this.steps.write(tx, file, cause, receivedAt, decision);
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

/** The state with which a complaint begins. */
export function firstState(grading: Grading, departmentId: string, matters: readonly string[]): CaseState {
  return {
    stage: 'received',
    round: 1,
    matters,
    departmentId,
    level: grading.level,
    class: grading.class,
    serious: grading.serious,
    fastLane: grading.fastLane,
    owner: null,
    backup: null,
    head: null,
    formerOwners: [],
    assignmentDuty: 'assign-1',
    accepted: false,
    contactedAt: null,
    findings: {},
    proposal: null,
    approvedBy: null,
    returns: 0,
    resultToldAt: null,
    analysedAt: null,
    closing: null,
  };
}
