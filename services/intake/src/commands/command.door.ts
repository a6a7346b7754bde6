import { Inject, Injectable } from '@nestjs/common';
import { COMMAND_CONTRACTS, REFUSAL_STATUS } from '@redress/contracts';
import type { CommandOutcome } from '@redress/contracts/workflow';
import { Database, type Tx } from '@redress/db';
import { COMMANDS, mayAct, mayRead, visibilityOf, type Actor, type CommandName, type Refusal } from '@redress/policy';
import { DomainClock, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { CommandDelivery } from '../delivery/command.delivery.ts';
import { RefusedCommandNotice } from '../notices/refused-command.notice.ts';
import { TextVault } from '../persons/text.vault.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { CommandRepository } from './command.repository.ts';
import { commandId, hashBody } from './idempotency.ts';
import { storeWords } from './stored.words.ts';

/** A command as somebody asks for it; `body` is already of the command's schema. */
export interface CommandRequest {
  readonly complaintId: string;
  readonly name: CommandName;
  readonly body: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly key: string | undefined;
  readonly expectedRevision: number | null;
}

/** What the caller gets: the outcome, or where to look for it. */
export interface CommandAnswer {
  readonly commandId: string;
  readonly outcome: CommandOutcome | null;
}

const ANSWER_WITHIN_MS = 3_000;
/** Sent straight on by the door; the relay takes over after this. */
const RELAY_AFTER_MS = 4_000;

/**
 * Where commands come in: the row first, under the case's lock, in the order accepted; then straight on to the process
 * when nothing earlier waits, else by the relay. Needs PostgreSQL only.
 */
@Injectable()
export class CommandDoor {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(TextVault) private readonly texts: TextVault,
    @Inject(CommandDelivery) private readonly delivery: CommandDelivery,
    @Inject(RefusedCommandNotice) private readonly refused: RefusedCommandNotice,
  ) {}

  /** Throws RefusalError for what may not be, and for an outcome that is a refusal. */
  async take(request: CommandRequest): Promise<CommandAnswer> {
    const id = commandId(request.actor.id, request.key);
    const accepted = await this.database.tx((tx) => this.accept(tx, id, request));
    const outcome = accepted.outcome ?? (await this.answerOf(id, accepted.isNext));
    if (outcome?.status === 'refused') throw refusalError(outcome.refusal);
    return { commandId: id, outcome };
  }

  private async accept(
    tx: Tx,
    id: string,
    request: CommandRequest,
  ): Promise<{ outcome: CommandOutcome | null; isNext: boolean }> {
    const file = await this.addressed(tx, request);
    if (file === null) throw refusalError({ code: 'not-visible', facts: {} });
    this.authorise(file, request);
    const bodyHash = hashBody(this.config.hmacKey, { ...request.body, command: request.name, complaint: file.id });
    const earlier = await this.commands.find(tx, id);
    if (earlier !== null) {
      if (!earlier.bodyHash.equals(bodyHash)) throw refusalError({ code: 'key-used-for-another-body', facts: {} });
      return { outcome: earlier.outcome, isNext: false };
    }
    if (file.state.stage === 'ended') throw refusalError({ code: 'ended', facts: {} });
    const isNext = !(await this.commands.hasUndelivered(tx, file.id));
    await this.insert(tx, id, request, file, bodyHash, isNext ? RELAY_AFTER_MS : 0);
    return { outcome: null, isNext };
  }

  /** The locked case; what is said to a merged number goes to the one that it was merged into (PRC-13). */
  private async addressed(tx: Tx, { complaintId, name }: CommandRequest): Promise<CaseFile | null> {
    const file = await this.cases.lock(tx, complaintId);
    const into = file?.state.mergedInto ?? null;
    if (file === null || into === null || COMMANDS[name].place !== 'customer') return file;
    return this.cases.lock(tx, into);
  }

  /** Unseen is not found; seen but not theirs to do is forbidden. Nothing is written for either. */
  private authorise(file: CaseFile, { actor, name }: CommandRequest): void {
    // What the customer says may be entered by who registers, whether or not they may read the case.
    const onWord =
      COMMANDS[name].place === 'customer' && file.access === 'open' && actor.capabilities.includes('register');
    if (actor.kind === 'person' && !onWord) {
      const visible = mayRead(actor, visibilityOf(file.state, file.access));
      if (!visible.allowed) throw refusalError(visible.refusal);
    }
    const may = mayAct(file.state, file.terms, actor, name);
    if (!may.allowed) throw refusalError(may.refusal);
  }

  private async insert(
    tx: Tx,
    id: string,
    request: CommandRequest,
    file: CaseFile,
    bodyHash: Buffer,
    deliverAfterMs: number,
  ): Promise<void> {
    const acceptedAt = await this.clock.now(tx);
    const authorId = request.actor.kind === 'person' ? request.actor.id : null;
    const about = { complaintId: file.id, personId: file.personId, authorId, at: acceptedAt };
    const { facts, textIds } = await storeWords(request.body, COMMAND_CONTRACTS[request.name].words, (field, words) =>
      this.texts.put(tx, { ...about, field: `${request.name}.${field}`, words }),
    );
    const { name, actor, expectedRevision } = request;
    const row = { id, complaintId: file.id, name, facts, textIds, bodyHash, actor, expectedRevision, acceptedAt };
    await this.commands.insert(tx, row, deliverAfterMs);
  }

  /** The outcome, if it comes within three seconds. */
  private async answerOf(id: string, isNext: boolean): Promise<CommandOutcome | null> {
    const until = Date.now() + ANSWER_WITHIN_MS;
    if (isNext) await this.delivery.deliver(id, ANSWER_WITHIN_MS);
    const outcome = await this.delivery.waitForOutcome(id, until);
    // Who is answered 202 is told by a notice should it be refused after all.
    if (outcome !== null || (await this.refused.promise(this.database, id))) return outcome;
    return this.delivery.waitForOutcome(id, until);
  }
}

/** A refusal as it is answered. */
export function refusalError(refusal: Refusal): RefusalError {
  return new RefusalError(REFUSAL_STATUS[refusal.code], refusal);
}
