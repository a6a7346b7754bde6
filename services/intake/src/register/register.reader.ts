import { Inject, Injectable } from '@nestjs/common';
import { COMMAND_CONTRACTS } from '@redress/contracts';
import { Database } from '@redress/db';
import {
  COMMAND_NAMES,
  gate,
  guidanceOf,
  preparedLineOf,
  strategiesOf,
  SYSTEM_COMMANDS,
  type Actor,
  type Pack,
} from '@redress/policy';
import { ComplainantRepository } from '../persons/complainant.repository.ts';
import { TextVault } from '../persons/text.vault.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { DutyRepository } from '../steps/duty.repository.ts';
import { CaseAccess } from './case.access.ts';
import type { CaseFile } from './case-file.ts';
import type { ComplaintView, TimelineView } from './complaint.view.ts';
import type { HandedOverView } from './handed-over.view.ts';
import { RegisterQueries } from './register.queries.ts';
import { clockView } from './clock.view.ts';
import { workView } from './work.view.ts';

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
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  async view(complaintId: string, actor: Actor): Promise<ComplaintView | HandedOverView> {
    return (await this.access.handedOver(this.database, complaintId, actor)) ?? this.whole(complaintId, actor);
  }

  private async whole(complaintId: string, actor: Actor): Promise<ComplaintView> {
    const file = await this.access.read(this.database, complaintId, actor, 'complaint');
    const [head, matters, complainant, words, duties] = await Promise.all([
      this.queries.head(this.database, complaintId),
      this.queries.matters(this.database, complaintId, whichOf(actor)),
      this.complainants.read(this.database, file.personId),
      this.texts.ofComplaint(this.database, complaintId, RECEIPT_WORDS),
      this.duties.open(this.database, complaintId),
    ]);
    const text = (field: string, matterId: string | null) =>
      words.findLast((one) => one.field === field && one.matterId === matterId)?.words ?? null;
    const { findings } = file.state;
    const pack = await this.packs.byHash(this.database, file.packHash);
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
      ...(await this.workOf(file)),
      misconduct: recordFor(file, actor),
      clocks: duties
        .filter(({ kind }) => kind !== 'misconduct' || whichOf(actor) === 'all')
        .map((duty) => clockView(duty, pack, file)),
      commands: commandsFor(file, actor),
      ...adviceOn(pack, file, matters, actor),
      packHash: file.packHash,
    };
  }

  /** The course of the work, with the words of the options that were proposed. */
  private async workOf({ state }: CaseFile) {
    const remedies = (state.proposal?.options ?? []).map((option) => option.remedy);
    const texts = await this.texts.byIds(this.database, remedies);
    return workView(state, (id) => texts.find((text) => text.id === id)?.words ?? null);
  }

  async timeline(complaintId: string, actor: Actor): Promise<TimelineView> {
    const handedOver = await this.access.handedOver(this.database, complaintId, actor);
    if (handedOver === null) await this.access.read(this.database, complaintId, actor, 'timeline');
    const which = handedOver === null ? whichOf(actor) : 'handed-over';
    const lines = await this.queries.timeline(this.database, complaintId, which);
    const texts = await this.texts.byIds(
      this.database,
      lines.flatMap((line) => line.textIds),
    );
    const byId = new Map(texts.map((text) => [text.id, text]));
    return {
      items: lines.map(({ textIds, ...line }) => ({
        ...line,
        words: textIds.flatMap((id) => byId.get(id) ?? []).map(({ field, words }) => ({ field, words })),
      })),
    };
  }
}

/** What the pack has to say to this reader about what to do and what to say (INT-24, PRC-26, PRC-34). */
function adviceOn(
  pack: Pack,
  { state }: CaseFile,
  matters: readonly { readonly category: string }[],
  { capabilities }: Actor,
): Pick<ComplaintView, 'guidance' | 'strategies' | 'preparedLine'> {
  const categories = matters.map(({ category }) => category);
  const speaks = capabilities.includes('speak-to-media');
  return {
    guidance: guidanceOf(pack, state, categories),
    strategies: strategiesOf(pack, categories).map(({ category, strategy: { first, mayOffer } }) => ({
      ...{ category, first, mayOffer },
    })),
    preparedLine: speaks ? null : preparedLineOf(pack, state, categories),
  };
}

function whichOf({ capabilities }: Actor): 'all' | 'open' {
  return capabilities.includes('read-restricted') ? 'all' : 'open';
}

function recordFor({ state: { misconduct } }: CaseFile, actor: Actor): ComplaintView['misconduct'] {
  if (misconduct === undefined || whichOf(actor) === 'open') return null;
  return { owner: misconduct.owner, outcome: misconduct.outcome };
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
  return COMMAND_NAMES.filter((name) => !SYSTEM_COMMANDS.includes(name)).map((name) => {
    const answer = gate(file.state, file.terms, actor, name);
    return { name, path: COMMAND_CONTRACTS[name].path, refusal: answer.allowed ? null : answer.refusal.code };
  });
}
