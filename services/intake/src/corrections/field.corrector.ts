import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { refuse, type Instant, type Refusal } from '@redress/policy';
import { ComplainantRepository } from '../persons/complainant.repository.ts';
import { TextVault } from '../persons/text.vault.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CORRECTABLE, isOfMatter, valueFor, type CorrectableField } from './correctable.fields.ts';
import { CorrectionRepository } from './correction.repository.ts';

/** A correction as the command asks for it; value and reason are ids of texts. */
export interface AskedCorrection {
  readonly field: string;
  readonly matterId?: string | undefined;
  readonly value: string;
  readonly reason: string;
}

/** What a field says now: its words, and their text where they have one. */
interface Standing {
  readonly words: string | null;
  readonly textId: string | null;
}

/** Corrects a field of the record: the new value stands, the old one is kept with who, when and why (INT-12). */
@Injectable()
export class FieldCorrector {
  constructor(
    @Inject(TextVault) private readonly texts: TextVault,
    @Inject(ComplainantRepository) private readonly complainants: ComplainantRepository,
    @Inject(CorrectionRepository) private readonly corrections: CorrectionRepository,
  ) {}

  /** Why this cannot be corrected, or null: no such field, no such matter, or a value that the field does not take. */
  async refusalOf(tx: Tx, file: CaseFile, asked: AskedCorrection): Promise<Refusal | null> {
    const field = CORRECTABLE.get(asked.field);
    if (field === undefined) return refuse('no-such-field', { field: asked.field }).refusal;
    const matterId = matterOf(file, field, asked);
    if (isOfMatter(field) && matterId === undefined) return refuse('no-such-matter').refusal;
    const words = await this.wordsOf(tx, asked.value);
    if (words === null || valueFor(field, words) !== null) return null;
    return refuse('no-such-field', { field: asked.field, value: 'not-taken' }).refusal;
  }

  /** Call in the transaction of the step, after `refusalOf` found nothing; `file` is the case after the step. */
  async correct(tx: Tx, file: CaseFile, asked: AskedCorrection, actorId: string | null, at: Instant): Promise<void> {
    const field = CORRECTABLE.get(asked.field);
    const words = await this.wordsOf(tx, asked.value);
    const value = field === undefined || words === null ? null : valueFor(field, words);
    if (field === undefined || value === null) return;
    const matterId = matterOf(file, field, asked) ?? null;
    const about = { complaintId: file.id, personId: file.personId, authorId: actorId, at };
    const put = (name: string, said: string) =>
      this.texts.put(tx, { ...about, field: name, words: said, ...(matterId === null ? {} : { matterId }) });
    const before = await this.standing(tx, file, asked.field, field, matterId);
    const isText = field.home.kept === 'text';
    const fromTextId = before.textId ?? (before.words === null ? null : await put('correction.from', before.words));
    const toTextId = isText ? await put(textFieldOf(asked.field, field), String(value)) : asked.value;
    await this.replace(tx, file, asked.field, field, matterId, value);
    const { field: name, reason: reasonTextId } = asked;
    const correction = { complaintId: file.id, step: file.step, at, actorId, field: name, matterId };
    await this.corrections.record(tx, { ...correction, fromTextId, toTextId, reasonTextId });
  }

  private async standing(
    tx: Tx,
    file: CaseFile,
    name: string,
    field: CorrectableField,
    matterId: string | null,
  ): Promise<Standing> {
    const { home } = field;
    if (home.kept === 'complainant') {
      const held = await this.complainants.read(tx, file.personId);
      return { words: held[name] ?? null, textId: null };
    }
    if (home.kept === 'text') {
      const texts = await this.texts.ofComplaint(tx, file.id, [textFieldOf(name, field)]);
      const last = texts.filter((text) => text.matterId === matterId).at(-1);
      return { words: last?.words ?? null, textId: last?.id ?? null };
    }
    const [row] = await tx.query<{ value: string | Date | null }>(
      `SELECT ${home.column} AS value FROM intake.${home.table} WHERE id = $1`,
      [matterId ?? file.id],
    );
    const value = row?.value ?? null;
    return { words: value instanceof Date ? value.toISOString() : value, textId: null };
  }

  /** A text needs no replacing: the latest one is read. */
  private async replace(
    tx: Tx,
    file: CaseFile,
    name: string,
    { home }: CorrectableField,
    matterId: string | null,
    value: string | number,
  ): Promise<void> {
    if (home.kept === 'complainant') await this.complainants.replace(tx, file.personId, name, String(value));
    if (home.kept !== 'column') return;
    await tx.query(`UPDATE intake.${home.table} SET ${home.column} = $2 WHERE id = $1`, [matterId ?? file.id, value]);
  }

  private async wordsOf(tx: Tx, textId: string): Promise<string | null> {
    return (await this.texts.byIds(tx, [textId]))[0]?.words ?? null;
  }
}

/** The matter that is meant: the one named, or the only one there is. Undefined when there is no such matter. */
function matterOf({ state }: CaseFile, field: CorrectableField, { matterId }: AskedCorrection): string | undefined {
  if (!isOfMatter(field)) return undefined;
  if (matterId === undefined) return state.matters.length === 1 ? state.matters[0] : undefined;
  return state.matters.includes(matterId) ? matterId : undefined;
}

function textFieldOf(name: string, field: CorrectableField): string {
  return isOfMatter(field) ? `matter.${name}` : name;
}
