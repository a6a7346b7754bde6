import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { CommandDoor } from '../commands/command.door.ts';
import { commandId } from '../commands/idempotency.ts';
import { demandApproved } from './pack.approval.ts';
import { PackMoveRepository, type MoveItem } from './pack-move.repository.ts';
import type { MovedComplaint, PackMove, PackMoveBody, PackMoveList } from './pack-move.views.ts';
import { PackRepository } from './pack.repository.ts';

/** As many processes are asked at once. */
const AT_ONCE = 10;

/** Moves named open complaints to another version of the policy, and back again (PRC-32): each by a command of its own. */
@Injectable()
export class PackMover {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(PackMoveRepository) private readonly moves: PackMoveRepository,
    @Inject(CommandDoor) private readonly door: CommandDoor,
  ) {}

  async list(): Promise<PackMoveList> {
    return { moves: await this.moves.moves(this.database) };
  }

  /** Under the same key it is the same act. */
  async move({ hash, numbers, reason }: PackMoveBody, actor: Actor, key: string | undefined): Promise<PackMove> {
    const id = commandId(actor.id, key);
    const items = await this.database.tx(async (tx) => {
      const known = await this.packs.approvalOf(tx, hash);
      if (known === null) throw new RefusalError(422, { code: 'no-such-pack' });
      demandApproved(hash, known);
      const named = await this.moves.named(tx, numbers);
      const items = named.map((one) => ({ ...one, to: hash, commandId: commandId(actor.id, keyOf(id, one.number)) }));
      const movedAt = await this.clock.now(tx);
      await this.moves.insert(tx, { id, to: hash, reverses: null, movedBy: actor.id, movedAt }, items);
      return items;
    });
    const unknown = numbers.filter((number) => !items.some((item) => item.number === number));
    return this.carriedOut(id, items, reason, actor, unknown.map(notFound));
  }

  /** Each complaint goes back to the pack that it came from, unless it has been moved on since. */
  async reverse(id: string, reason: string, actor: Actor, key: string | undefined): Promise<PackMove> {
    const back = commandId(actor.id, key);
    const items = await this.database.tx(async (tx) => {
      const done = await this.moves.itemsOf(tx, id);
      if (done === null) throw new RefusalError(404, { code: 'unknown-move' });
      if (await this.moves.isReversed(tx, id, back)) throw new RefusalError(409, { code: 'already-done' });
      const now = await this.moves.named(
        tx,
        done.map(({ number }) => number),
      );
      const there = done.filter(({ to, number }) => now.find((one) => one.number === number)?.from === to);
      const items = there.map((item) => ({
        ...{ complaintId: item.complaintId, number: item.number, from: item.to, to: item.from },
        commandId: commandId(actor.id, keyOf(back, item.number)),
      }));
      const movedAt = await this.clock.now(tx);
      await this.moves.insert(tx, { id: back, to: null, reverses: id, movedBy: actor.id, movedAt }, items);
      return items;
    });
    return this.carriedOut(back, items, reason, actor, []);
  }

  private async carriedOut(
    id: string,
    items: readonly MoveItem[],
    reason: string,
    actor: Actor,
    unknown: readonly MovedComplaint[],
  ): Promise<PackMove> {
    const refused = new Map<string, string>();
    for (let at = 0; at < items.length; at += AT_ONCE) {
      await Promise.all(items.slice(at, at + AT_ONCE).map((item) => this.ask(id, item, reason, actor, refused)));
    }
    const [move] = await this.moves.moves(this.database, id);
    if (move === undefined) throw new Error('the move has just been written');
    const complaints = move.complaints.map((one): MovedComplaint => {
      const refusal = refused.get(one.number);
      return refusal === undefined ? one : { ...one, outcome: 'refused', refusal };
    });
    return { ...move, complaints: [...complaints, ...unknown] };
  }

  private async ask(
    id: string,
    { complaintId, number, to }: MoveItem,
    reason: string,
    actor: Actor,
    refused: Map<string, string>,
  ): Promise<void> {
    const request = { complaintId, name: 'moveToPack', body: { hash: to, reason }, actor } as const;
    try {
      await this.door.take({ ...request, key: keyOf(id, number), expectedRevision: null });
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      refused.set(number, error.refusal.code);
    }
  }
}

function keyOf(move: string, number: string): string {
  return `pack-move/${move}/${number}`;
}

function notFound(number: string): MovedComplaint {
  return { number, from: null, to: null, outcome: 'refused', refusal: 'no-such-complaint' };
}
