import { openStorySession, type StorySession } from '@redress/scenario';
import type { StoryGroundAddresses } from '@redress/testkit';
import { OwnCase } from '../authorisation/own.case.ts';
import { OwnCompany } from '../authorisation/own.company.ts';
import { changedTables, checksums, type Checksums } from '../authorisation/rows.checksum.ts';
import { faultOf, sendRaw, type RawAnswer, type RawRequest } from './raw.request.ts';

/** A case in the middle of its life, its people, and a look at everything that is stored. */
export class HostileGround {
  private before: Checksums = {};

  private constructor(
    readonly ground: StoryGroundAddresses,
    readonly session: StorySession,
    readonly company: OwnCompany,
    readonly ownCase: OwnCase,
  ) {}

  static async open(ground: StoryGroundAddresses): Promise<HostileGround> {
    const session = await openStorySession(ground);
    const company = await OwnCompany.found(ground, session);
    const [one] = await OwnCase.file(ground.urls.intake, company, 1, () => session.time.quiet());
    if (one === undefined) throw new Error('one was filed');
    return new HostileGround(ground, session, company, await one.bring('investigating'));
  }

  /** Remembers every row. */
  async remember(): Promise<void> {
    await this.session.time.quiet();
    this.before = await checksums(this.session.database);
  }

  /** Tables in which anything has changed since. */
  async changed(): Promise<string[]> {
    await this.session.time.quiet();
    return changedTables(this.before, await checksums(this.session.database));
  }

  /** Sends as the case's owner, JSON unless told otherwise. */
  async byOwner(request: RawRequest): Promise<RawAnswer> {
    return this.as(await this.ownCase.owner.authorization(), request);
  }

  async byName(name: string, request: RawRequest): Promise<RawAnswer> {
    return this.as(await this.company.called(name).authorization(), request);
  }

  byCustomer(request: RawRequest): Promise<RawAnswer> {
    return sendRaw({
      ...request,
      headers: { ...JSON_TYPE, 'x-tracking-secret': this.ownCase.secret, ...request.headers },
    });
  }

  private as(authorization: string, request: RawRequest): Promise<RawAnswer> {
    const type = request.body === undefined ? {} : JSON_TYPE;
    return sendRaw({ ...request, headers: { ...type, authorization, ...request.headers } });
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends one after the other; answers a sentence for each that was not refused clearly. */
export async function faultsOf(
  requests: readonly { readonly name: string; readonly send: () => Promise<RawAnswer> }[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, send } of requests) {
    const fault = faultOf(await send());
    if (fault !== null) faults.push(`${name} ${fault}`);
  }
  return faults;
}
