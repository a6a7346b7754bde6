import { Inject, Injectable } from '@nestjs/common';
import { COMMAND_CONTRACTS } from '@redress/contracts';
import { Database } from '@redress/db';
import { COMMANDS, COMMAND_NAMES, gate, type Actor } from '@redress/policy';
import { ComplainantRepository } from '../persons/complainant.repository.ts';
import { TextVault } from '../persons/text.vault.ts';
import { DutyRepository } from '../steps/duty.repository.ts';
import { CaseAccess } from './case.access.ts';
import type { CaseFile } from './case-file.ts';
import type { ComplaintView, TimelineView } from './complaint.view.ts';
import { RegisterQueries } from './register.queries.ts';

/** Reads one complaint for people: check access, load, map. */
@Injectable()
export class RegisterReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseAccess) private readonly access: CaseAccess,
    @Inject(RegisterQueries) private readonly queries: RegisterQueries,
    @Inject(ComplainantRepository) private readonly complainants: ComplainantRepository,
    @Inject(TextVault) private readonly texts: TextVault,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
  ) {}

  async view(complaintId: string, actor: Actor): Promise<ComplaintView> {
    const file = await this.access.read(this.database, complaintId, actor);
    const [head, matters, complainant, words, duties] = await Promise.all([
      this.queries.head(this.database, complaintId),
      this.queries.matters(this.database, complaintId),
      this.complainants.read(this.database, file.personId),
      this.texts.ofComplaint(this.database, complaintId, RECEIPT_WORDS),
      this.duties.open(this.database, complaintId),
    ]);
    const text = (field: string, matterId: string | null) =>
      words.find((one) => one.field === field && one.matterId === matterId)?.words ?? null;
    const { proposal, closing, findings } = file.state;
    return {
      ...head,
      complainant,
      description: text('description', null),
      wish: text('wish', null),
      matters: matters.map((matter) => ({
        ...matter,
        words: Object.fromEntries(
          words.filter((one) => one.matterId === matter.id).map((one) => [fieldOf(one.field), one.words]),
        ),
        finding: findings[matter.id] ?? null,
      })),
      proposal:
        proposal === null
          ? null
          : { author: proposal.author, compensation: proposal.compensation, goodwill: proposal.goodwill },
      closing,
      clocks: duties.map(({ dutyId, kind, dueAt, because }) => ({ dutyId, kind, dueAt, because: [...because] })),
      commands: commandsFor(file, actor),
      packHash: file.packHash,
    };
  }

  async timeline(complaintId: string, actor: Actor): Promise<TimelineView> {
    await this.access.read(this.database, complaintId, actor);
    const lines = await this.queries.timeline(this.database, complaintId);
    const texts = await this.texts.byIds(
      this.database,
      lines.map((line) => line.textId).filter((id) => id !== null),
    );
    const wordsOf = new Map(texts.map((text) => [text.id, text.words]));
    return {
      items: lines.map(({ textId, ...line }) => ({
        ...line,
        words: textId === null ? null : (wordsOf.get(textId) ?? null),
      })),
    };
  }
}

const RECEIPT_WORDS = [
  ...['description', 'wish'],
  ...['reason', 'product', 'reference', 'place', 'personComplainedOf'].map((field) => `matter.${field}`),
];

function fieldOf(field: string): string {
  return field.replace('matter.', '');
}

/** The one gate, asked for every command: what may be done now, and for what may not, why not. */
function commandsFor(file: CaseFile, actor: Actor): ComplaintView['commands'] {
  return COMMAND_NAMES.filter((name) => COMMANDS[name].place !== 'customer').map((name) => {
    const answer = gate(file.state, file.terms, actor, name);
    return { name, path: COMMAND_CONTRACTS[name].path, refusal: answer.allowed ? null : answer.refusal.code };
  });
}
