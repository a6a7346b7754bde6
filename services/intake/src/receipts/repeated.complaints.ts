import { Inject, Injectable } from '@nestjs/common';
import type { RegisterComplaint } from '@redress/contracts';
import { Database } from '@redress/db';
import type { Actor, ContactChannel, Stage } from '@redress/policy';
import { InputError } from '@redress/service-kit';
import { CommandDoor } from '../commands/command.door.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { ReceiptRepository } from './receipt.repository.ts';
import type { ReceiptView } from './receipt.view.ts';

/** The complaint that a receipt names as the earlier one. */
export interface EarlierComplaint {
  readonly id: string;
  readonly stage: Stage;
}

/** Contact in which the customer said it, by the channel of the receipt. */
const SAID_ON: Readonly<Record<RegisterComplaint['channel'], ContactChannel>> = {
  hotline: 'phone',
  'e-mail': 'e-mail',
  chat: 'chat',
  'web-form': 'tracking-page',
  'social-media': 'chat',
  'third-party': 'e-mail',
  letter: 'letter',
  'face-to-face': 'face-to-face',
};

/** The same customer on the same matter: joins while open, reopens while closed, else a new one that is linked (INT-3). */
@Injectable()
export class RepeatedComplaints {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(ReceiptRepository) private readonly receipts: ReceiptRepository,
    @Inject(CommandDoor) private readonly door: CommandDoor,
  ) {}

  /** Null where the receipt names none. Throws InputError for a number that no complaint bears. */
  async earlierOf({ repeatOf }: RegisterComplaint): Promise<EarlierComplaint | null> {
    if (repeatOf === undefined) return null;
    const id = await this.cases.idOfNumber(this.database, repeatOf);
    const file = id === null ? null : await this.cases.read(this.database, id);
    if (file === null) throw new InputError([{ path: 'repeatOf', message: 'is the number of no complaint' }]);
    return { id: file.id, stage: file.state.stage };
  }

  /** What was said is kept with the earlier complaint, whose number stays good. */
  async join(
    earlier: EarlierComplaint,
    receipt: RegisterComplaint,
    actor: Actor,
    key: string | undefined,
  ): Promise<ReceiptView> {
    const said = { channel: SAID_ON[receipt.channel] };
    const { description } = receipt;
    const reopens = earlier.stage === 'closed';
    await this.door.take({
      complaintId: earlier.id,
      name: reopens ? 'reopen' : 'complainAgain',
      body: reopens ? { reason: description, newFacts: false, said } : { text: description, said },
      actor,
      key,
      expectedRevision: null,
    });
    return this.receipts.view(this.database, earlier.id);
  }
}
