import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import { checkPack } from '@redress/packs';
import type { Actor, Instant } from '@redress/policy';
import { DomainClock, InputError, RefusalError } from '@redress/service-kit';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { compiledOrRefused } from './document.refusal.ts';
import { demandApproved } from './pack.approval.ts';
import { PackQueries } from './pack.queries.ts';
import { PackRepository } from './pack.repository.ts';
import { PackService } from './pack.service.ts';
import type { ActivationBody, PackActivation, PackList, PackText, StoredPack } from './pack.views.ts';

/** What an administrator does with packs: looks at them, keeps a new one, puts one in force. */
@Injectable()
export class PackAdministration {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(PackQueries) private readonly queries: PackQueries,
    @Inject(PackService) private readonly service: PackService,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
  ) {}

  list(): Promise<PackList> {
    return this.queries.list(this.database);
  }

  /** Kept once under its hash, however often it is sent. Throws InputError with everything wrong in the document. */
  keep(document: string, author: Actor): Promise<StoredPack> {
    return this.database.tx(async (tx) => {
      const calendars = Object.keys(await this.packs.calendars(tx));
      const library = await this.packs.libraryFor(tx, document);
      const compiled = compiledOrRefused(checkPack(document, { calendars, library }), 'pack');
      await this.packs.store(tx, { ...compiled, authorId: author.id }, await this.clock.now(tx));
      return this.queries.one(tx, compiled.hash);
    });
  }

  /** By another person than the author; said again it changes nothing. */
  approve(hash: string, approver: Actor): Promise<StoredPack> {
    return this.database.tx(async (tx) => {
      const known = await this.packs.approvalOf(tx, hash);
      if (known === null) throw new RefusalError(404, { code: 'unknown-pack' });
      if (known.authorId === approver.id) throw new RefusalError(403, { code: 'own-pack' });
      await this.packs.approve(tx, hash, approver.id, await this.clock.now(tx));
      return this.queries.one(tx, hash);
    });
  }

  /** The document that it was kept with. */
  async document(hash: string): Promise<PackText> {
    const found = await this.queries.document(this.database, hash);
    if (found === null) throw new RefusalError(404, { code: 'unknown-pack' });
    return found;
  }

  /** Complaints to come start under it; open ones keep theirs (PRC-32). */
  async activate(hash: string, body: ActivationBody, actor: Actor): Promise<PackActivation> {
    const activation = await this.database.tx(async (tx) => {
      const [now, departmentId] = [await this.clock.now(tx), body.departmentId ?? null];
      const activeFrom = notPast(body.activeFrom ?? now, now);
      await this.checkDepartment(tx, departmentId);
      await this.checkApproved(tx, hash);
      const pinned = { hash, pack: await this.packs.byHash(tx, hash) };
      const activation = { activeFrom, departmentId, activatedBy: actor.id };
      const sequence = await this.service.activate(tx, pinned, activation);
      return { sequence, hash, ...activation };
    });
    return activation;
  }

  private async checkApproved(tx: Tx, hash: string): Promise<void> {
    const known = await this.packs.approvalOf(tx, hash);
    if (known === null) throw new RefusalError(404, { code: 'unknown-pack' });
    demandApproved(hash, known);
  }

  private async checkDepartment(tx: Tx, departmentId: string | null): Promise<void> {
    if (departmentId === null || (await this.directory.hasDepartment(tx, departmentId))) return;
    throw new InputError([{ path: 'departmentId', message: 'is no department of the directory' }]);
  }
}

function notPast(from: Instant, now: Instant): Instant {
  if (from < now) throw new InputError([{ path: 'activeFrom', message: `lies in the past; it is ${now}` }]);
  return from;
}
