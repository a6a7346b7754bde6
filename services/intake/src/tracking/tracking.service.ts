import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import { COMMAND_CONTRACTS } from '@redress/contracts';
import { COMMAND_NAMES, COMMANDS, gate, type Actor, type CommandName, type Pack } from '@redress/policy';
import { CommandDoor, refusalError, type CommandAnswer } from '../commands/command.door.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { MessageReader } from '../messages/message.reader.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { isComplaintNumber } from '../receipts/complaint-number.ts';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository, type Duty } from '../steps/duty.repository.ts';
import { TrackingSecret } from './tracking.secret.ts';
import type { TrackingView } from './tracking.view.ts';

const SHOWN = ['respond', 'solve', 'offer', 'survey', 'reopening'] as const;

/** The customer's own look at the complaint, and what only the customer can say. */
@Injectable()
export class TrackingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(MessageReader) private readonly messages: MessageReader,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(TrackingSecret) private readonly secrets: TrackingSecret,
    @Inject(CommandDoor) private readonly door: CommandDoor,
  ) {}

  async view(number: string, secret: string | undefined): Promise<TrackingView> {
    const file = await this.find(number, secret);
    const { stage, round, marks } = file.state;
    // What was taken out of ordinary hands is with nobody whom the customer dealt with (INT-15).
    const owner = marks.includes('misconduct') ? null : file.state.owner;
    const duties = await this.duties.open(this.database, file.id);
    const pack = await this.packs.byHash(this.database, file.packHash);
    const names = await this.directory.namesOf(this.database, owner === null ? [] : [owner]);
    return {
      number: file.number,
      receivedAt: file.receivedAt,
      stage,
      round,
      timetable: duties.flatMap((duty) => timetableLines(duty, pack)),
      handledBy: owner === null ? null : (names[owner] ?? null),
      messages: (await this.messages.read(this.database, file)).map(({ purpose, at, text }) => ({ purpose, at, text })),
      appointments: Object.values(file.state.tasks).flatMap((task) => task.appointmentAt ?? []),
      mayReopen: gate(file.state, file.terms, customerOf(file), 'reopen').allowed,
      commands: commandsOf(file),
    };
  }

  async act(
    name: CommandName,
    number: string,
    secret: string | undefined,
    body: Readonly<Record<string, unknown>>,
    key: string | undefined,
  ): Promise<CommandAnswer> {
    const file = await this.find(number, secret);
    return this.door.take({ complaintId: file.id, name, body, actor: customerOf(file), key, expectedRevision: null });
  }

  /** A wrong number and a wrong secret are answered alike. */
  private async find(number: string, secret: string | undefined): Promise<CaseFile> {
    const id = isComplaintNumber(number) ? await this.cases.idOfNumber(this.database, number) : null;
    const file =
      id !== null && secret !== undefined && this.secrets.matches(id, secret)
        ? await this.cases.read(this.database, id)
        : null;
    if (file === null) throw refusalError({ code: 'not-visible', facts: {} });
    return file;
  }
}

/** The clocks that concern the customer; of those that the law gives also where it is written (PRC-21). */
function timetableLines({ kind, ref, dueAt }: Duty, pack: Pack): TrackingView['timetable'] {
  const law = kind === 'statutory' ? pack.statutory?.find(({ code }) => code === ref) : undefined;
  if (law !== undefined) return [{ kind: 'statutory', dueAt, title: law.title, source: law.source }];
  return SHOWN.filter((one) => one === kind).map((one) => ({ kind: one, dueAt }));
}

function customerOf(file: CaseFile): Actor {
  return { id: file.personId, kind: 'customer', roles: [], capabilities: [], departmentId: null, limits: null };
}

/** What only the customer can say, asked of the one gate. */
function commandsOf(file: CaseFile): TrackingView['commands'] {
  return COMMAND_NAMES.filter((name) => COMMANDS[name].place === 'customer').map((name) => {
    const answer = gate(file.state, file.terms, customerOf(file), name);
    return { name, path: COMMAND_CONTRACTS[name].path, refusal: answer.allowed ? null : answer.refusal.code };
  });
}
