import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant, MessagePurpose } from '@redress/policy';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { TextVault } from '../persons/text.vault.ts';
import type { CaseFile } from '../register/case-file.ts';
import { messageText } from './message.text.ts';

/** A message as the customer reads it. */
export interface ReadMessage {
  readonly id: string;
  readonly purpose: MessagePurpose;
  readonly at: Instant;
  readonly text: string;
}

interface MessageRow {
  id: string;
  purpose: MessagePurpose;
  at: Date;
  facts: Record<string, string | number | null>;
  text_id: string | null;
}

/** Reads what customers were told: the pack's texts, filled with what stood when it was told. */
@Injectable()
export class MessageReader {
  constructor(
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(TextVault) private readonly texts: TextVault,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
  ) {}

  /** Every message of the complaint in order, or the one with this id. */
  async read(tx: Tx, file: CaseFile, messageId: string | null = null): Promise<ReadMessage[]> {
    const pack = await this.packs.byHash(tx, file.packHash);
    const rows = await tx.query<MessageRow>(
      `SELECT id, purpose, at, facts, text_id FROM intake.messages
       WHERE complaint_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY step, purpose`,
      [file.id, messageId],
    );
    const texts = await this.texts.byIds(
      tx,
      rows.map((row) => row.text_id).filter((id) => id !== null),
    );
    const owners = rows.map(({ facts }) => facts['ownerId']).filter((id) => typeof id === 'string');
    const names = await this.directory.namesOf(tx, owners);
    return rows.map(({ id, purpose, at, facts, text_id: textId }) => ({
      ...{ id, purpose },
      at: at.toISOString(),
      text: messageText(pack, purpose, {
        number: file.number,
        language: file.language === 'en' ? 'en' : 'zh',
        facts,
        handler: names[String(facts['ownerId'])] ?? null,
        words: texts.find((text) => text.id === textId)?.words ?? null,
      }),
    }));
  }
}
