import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { applyChanges, resolveTerms, type Decision, type Instant } from '@redress/policy';
import { OwnerPresence } from '../absence/owner.presence.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository } from './duty.repository.ts';
import { EntryWriter } from './entry.writer.ts';
import { LabelWriter } from './label.writer.ts';
import { Ledger } from './ledger.ts';
import { MessageWriter } from './message.writer.ts';
import { OtherCommandWriter } from './other-command.writer.ts';
import { RecordOwner } from './record.owner.ts';
import { NoticeWriter } from './notice.writer.ts';

/** What a step comes of: kept once per complaint, kind and id. */
export interface StepCause {
  readonly kind: 'receipt' | 'command' | 'passed' | 'answer' | 'rung';
  readonly id: string;
  readonly actorId: string | null;
  readonly actorKind: 'person' | 'customer' | 'system';
  /** Texts that came with the act. */
  readonly textIds: readonly string[];
}

/** Writes one step: state, ledger of duties, timeline, facts, notices and messages, all in the caller's transaction. */
@Injectable()
export class StepWriter {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(EntryWriter) private readonly entries: EntryWriter,
    @Inject(NoticeWriter) private readonly notices: NoticeWriter,
    @Inject(MessageWriter) private readonly messages: MessageWriter,
    @Inject(LabelWriter) private readonly labels: LabelWriter,
    @Inject(OtherCommandWriter) private readonly others: OtherCommandWriter,
    @Inject(RecordOwner) private readonly records: RecordOwner,
    @Inject(OwnerPresence) private readonly presence: OwnerPresence,
  ) {}

  /** The caller holds the lock of the case. Answers the case as it stands after the step. */
  async write(tx: Tx, before: CaseFile, cause: StepCause, at: Instant, decided: Decision): Promise<CaseFile> {
    const decision = await this.records.named(tx, before, decided);
    const state = applyChanges(before.state, decision.changes);
    const byPeople = cause.actorKind !== 'system';
    let file: CaseFile = { ...before, state, step: before.step + 1, revision: before.revision + (byPeople ? 1 : 0) };
    await this.cases.insertStep(tx, file.id, {
      number: file.step,
      kind: cause.kind,
      id: cause.id,
      at,
      changes: decision.changes,
    });
    file = await this.onTerms(tx, file, before, decision.movesToPack);
    if (decision.restricts === 'all') file = { ...file, access: 'restricted' };
    const dutyEntries = await this.ledger.apply(tx, file, decision.duties, at);
    const told = await this.messages.write(tx, file, at, decision.messages);
    const sequence = await this.entries.write(tx, file, { cause, at, told }, [...decision.entries, ...dutyEntries]);
    if (decision.restricts !== undefined)
      await this.labels.restrict(tx, file.id, decision.restricts, { step: file.step, textIds: cause.textIds });
    file = { ...file, sequence, nextDueAt: (await this.duties.nextRung(tx, file.id))?.firesAt ?? null };
    await this.notices.write(tx, file, before, at, decision.notices);
    await this.others.write(tx, file, at, decision.others);
    await this.cases.update(tx, file, state.stage === 'ended' ? at : null);
    if (!byPeople) await this.presence.look(tx, before, file);
    return file;
  }

  /** Terms are resolved again whenever pack or grading has changed. */
  private async onTerms(tx: Tx, file: CaseFile, before: CaseFile, movesTo: string | undefined): Promise<CaseFile> {
    const { level, class: its } = before.state;
    const packHash = movesTo ?? file.packHash;
    if (packHash === file.packHash && level === file.state.level && its === file.state.class) return file;
    const pack = await this.packs.byHash(tx, packHash);
    return { ...file, packHash, terms: resolveTerms(pack, packHash, file.state) };
  }
}
