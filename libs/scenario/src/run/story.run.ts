import { compilePack } from '@redress/packs';
import { plusMs, type Instant } from '@redress/policy';
import type { Person } from '../api.client.ts';
import type { StoryInstallation } from '../installation.ts';
import type { HeadOffice } from '../company/head-office.ts';
import type { StoryCompany } from '../company/story.company.ts';
import type { Happening } from '../judge/happening.ts';
import { isSight } from '../story/expectation.ts';
import { commandCalled, isOutage } from '../story/story.acts.ts';
import { FIRST_COMPLAINT, isDue, type Story, type StoryAct, type StoryItem } from '../story/story.ts';
import { takeAct } from './act.taker.ts';
import { notArrived } from './arrival.ts';
import { Cast } from './cast.ts';
import { crossingsLook, type ComplaintLook } from './complaint.looks.ts';
import type { Delivery } from './delivery.ts';
import { expectedTexts } from './expected.texts.ts';
import { Findings } from './findings.ts';
import { changePolicy } from './policy.change.ts';
import { firedAside, happeningsOf, messageText } from './happenings.ts';
import { crossingNotices, foreignNotices, goneFrom, noticesIn } from './inboxes.ts';
import { shownOtherwise } from './sight.checks.ts';
import { seenInstead } from './state.checks.ts';
import { filled, type Scope } from './symbols.ts';
import { WatchedComplaint, type Outcome } from './watched.complaint.ts';

/** How a story calls the version of the policy that it begins under. */
const ORIGINAL_POLICY = 'original';

/** Acts that may take a complaint out of the sight of those who were told of it (INT-15). */
const HIDING: readonly string[] = ['mark'];

/** What all stories of a run share. */
export interface RunGround {
  readonly urls: StoryInstallation['urls'];
  readonly office: HeadOffice;
  /** Somebody who may see every complaint. */
  readonly reader: Person;
  /** Somebody who may register one. */
  readonly registrar: Person;
  readonly delivery: Delivery;
}

/** One story on its way: plays its lines through the public API and keeps what it finds. */
export class StoryRun {
  readonly findings: Findings;
  private readonly cast: Cast;
  private readonly complaints = new Map<string, WatchedComplaint>();
  private readonly before = new Map<StoryItem, ComplaintLook>();
  private readonly outcomes = new Map<StoryItem, Outcome>();
  /** What was found in inboxes before an act after which it may be out of sight. */
  private readonly foundBefore: Happening[] = [];
  /** Hashes of the versions of the policy, by name. */
  private readonly versions = new Map<string, string>();

  constructor(
    private readonly story: Story,
    private readonly company: StoryCompany,
    private readonly ground: RunGround,
    private readonly startedAt: Instant,
    /** The pack that it is told under, as people write it. */
    private policy: string,
  ) {
    this.versions.set(ORIGINAL_POLICY, compilePack(policy).hash);
    this.cast = new Cast(company, ground.office);
    this.findings = new Findings(story, startedAt);
  }

  /** Ids of its complaints. */
  get complaintIds(): string[] {
    return [...this.complaints.values()].map(({ id }) => id);
  }

  /** Registers what the story begins with. Throws when it cannot. */
  async begin(): Promise<void> {
    const { body, by } = this.story.receipt;
    const person = by === null ? this.ground.registrar : this.cast.personOf(by, null);
    await this.register(FIRST_COMPLAINT, person, body);
  }

  lookAt(about = FIRST_COMPLAINT): Promise<ComplaintLook> {
    return this.complaint(about).look();
  }

  /** One second before a due instant: where the complaint stands, and that nothing of it has happened yet. */
  async lookBefore(item: StoryItem): Promise<void> {
    const complaint = this.complaint(item.about);
    this.before.set(item, await complaint.look());
    const early = happeningsOf(await complaint.timeline()).filter(({ at }) => at >= this.instantOf(item));
    for (const { text } of early) this.findings.say(item, `"${text}" had happened a second before it was due`);
  }

  /** Does what the line says; what has come of it is looked at when all is quiet again. */
  async take(item: StoryItem): Promise<void> {
    const { act } = item;
    if (act === null) return;
    if (isOutage(act.does)) return this.ground.delivery.change(act.does);
    const look = await this.lookAt(item.about);
    this.before.set(item, look);
    const { cast, startedAt } = this;
    if (act.does === 'change policy') return void this.outcomes.set(item, await this.changePolicy(act, look));
    if (act.as !== null) return this.register(act.as, cast.personOf(act.by, look), act.with);
    const complaint = this.complaint(item.about);
    if (HIDING.includes(commandCalled(act.does)?.name ?? '')) await this.findBefore(complaint);
    const [complaintCalled, policyCalled] = [
      (name: string) => this.complaint(name),
      (name: string) => this.version(name),
    ];
    const ground = {
      ...{ urls: this.ground.urls, cast, startedAt, complaint, look, complaintCalled, policyCalled },
      crossing: (place: number) => this.crossing(place),
    };
    this.outcomes.set(item, await takeAct(act, ground));
  }

  private async findBefore(complaint: WatchedComplaint): Promise<void> {
    const found = await noticesIn(complaint, this.cast.readers());
    const named = found.map(({ at, text }) => ({ at, text: this.named(complaint, text) }));
    this.foundBefore.push(...goneFrom(this.foundBefore, named));
  }

  private async changePolicy({ by, as: name, with: says }: StoryAct, look: ComplaintLook): Promise<Outcome> {
    const { cast, company, policy: document } = this;
    const personCalled = (who: string) => cast.personOf(who, look);
    const ground = { intake: this.ground.urls.intake, departments: company.departments, document, name: name ?? '' };
    const done = await changePolicy(by, await filled(says, this.scope(look)), { ...ground, personCalled });
    if ('refused' in done) return () => Promise.resolve(done);
    this.policy = done.document;
    this.versions.set(ground.name, done.hash);
    return () => Promise.resolve({ refused: null, facts: '' });
  }

  /** When all is quiet again, for an act; one second after, for a due instant: what must be there is there. */
  async lookAfter(item: StoryItem): Promise<void> {
    const complaint = this.complaint(this.complaints.has(item.act?.as ?? '') ? (item.act?.as ?? '') : item.about);
    const [look, timeline] = await Promise.all([complaint.look(), complaint.timeline()]);
    const at = this.instantOf(item);
    const { cast, startedAt, findings } = this;
    const auditor = () => this.ground.office.whoMay('audit');
    await this.checkOutcome(item);
    for (const expectation of item.expects) {
      const { says } = expectation;
      const instead = isSight(says)
        ? await shownOtherwise(says, { at, startedAt, complaint, look, timeline, cast, auditor })
        : seenInstead(says, { at, startedAt, look, timeline, cast });
      if (instead !== null) findings.differs(item, expectation, instead);
    }
    const around = { before: this.before.get(item) ?? look, after: look };
    const listed = item.expects.flatMap((one) =>
      expectedTexts(one, cast, around).map((text) => ({ at, text, line: one.line })),
    );
    findings.expected.push(...listed.map((one) => ({ ...one, text: this.named(complaint, one.text) })));
    const { intake } = this.ground.urls;
    if (isDue(item))
      findings.missed(await notArrived(listed, complaint, happeningsOf(timeline), cast.readers(), intake));
    findings.lookedAt.add(item);
  }

  /** Everything that has happened to its complaints and in the inboxes of everybody; the story is over. */
  async end(): Promise<void> {
    const all = await Promise.all([...new Set(this.complaints.values())].map((one) => this.everythingOf(one)));
    const crossed = await crossingNotices(this.ground.urls.intake, this.cast.readers());
    this.findings.seen = [...all.flat(), ...crossed, ...goneFrom(all.flat(), this.foundBefore)];
    const foreign = await foreignNotices(this.ground.urls.intake, this.cast.readers(), this.complaintIds);
    for (const what of foreign) this.findings.sayOfAll(what);
  }

  private async everythingOf(complaint: WatchedComplaint): Promise<Happening[]> {
    const timeline = await complaint.timeline();
    for (const what of firedAside(timeline)) this.findings.sayOfAll(what);
    const messages = (await complaint.messages()).map(({ at, purpose }) => ({ at, text: messageText(purpose) }));
    const notices = await noticesIn(complaint, this.cast.readers());
    return [...happeningsOf(timeline), ...messages, ...notices].map(({ at, text }) => ({
      at,
      text: this.named(complaint, text),
    }));
  }

  private async register(name: string, by: Person, body: Readonly<Record<string, unknown>>): Promise<void> {
    const receipt = await filled(body, this.scope(null));
    const whole = { departmentId: this.company.department, ...(receipt as object) };
    const { urls, reader } = this.ground;
    const registered = await WatchedComplaint.register(urls.intake, reader, by, whole);
    // A repeat may have joined a complaint that the story knows already.
    const known = [...this.complaints.values()].find(({ id }) => id === registered.id);
    this.complaints.set(name, known ?? registered);
  }

  /** What is answered otherwise than the line says is a failure, and the story goes on. */
  private async checkOutcome(item: StoryItem): Promise<void> {
    const answer = await this.outcomes.get(item)?.();
    if (answer === undefined || item.act === null) return;
    const said = item.expects.find(({ says }) => says.kind === 'refused');
    const wanted = said?.says.kind === 'refused' ? said.says.code : null;
    if (answer.refused === wanted) return;
    const { by, does } = item.act;
    const what = answer.refused === null ? 'was done' : `was refused ${answer.refused} ${answer.facts}`;
    const instead = wanted === null ? '' : `; it should be refused ${wanted}`;
    this.findings.say(item, `${by}: "${does}" ${what}${instead}`, said?.line);
  }

  private instantOf({ atMs }: StoryItem): Instant {
    return plusMs(this.startedAt, atMs);
  }

  private scope(look: ComplaintLook | null): Scope {
    const { cast, startedAt, company } = this;
    const personId = async (who: string) => cast.idsOf(who, look)[0] as string;
    const complaint = (which: string) => this.complaint(which);
    const crossing = (place: number) => this.crossing(place);
    return { company, startedAt, look, complaint, crossing, policy: (name) => this.version(name), personId };
  }

  /** Of those of the month, the first is 1. */
  private async crossing(place: number): Promise<string> {
    const { urls, reader } = this.ground;
    const review = await reader.get(`${urls.intake}/crossings?departmentId=${this.company.department}`);
    const found = crossingsLook.parse(review.body).crossings[place - 1];
    if (found === undefined) throw new Error(`no threshold was crossed ${place} times`);
    return found.id;
  }

  private version(name: string): string {
    const hash = this.versions.get(name);
    if (hash === undefined) throw new Error(`there is no version ${name} of the policy yet`);
    return hash;
  }

  private complaint(name: string): WatchedComplaint {
    const complaint = this.complaints.get(name);
    if (complaint === undefined) throw new Error(`there is no complaint ${name} yet`);
    return complaint;
  }

  /** Of further complaints the name that the story gives them stands before what happens to them. */
  private named(complaint: WatchedComplaint, text: string): string {
    const [name] = [...this.complaints].find(([, one]) => one === complaint) ?? [];
    return name === FIRST_COMPLAINT ? text : `${name}: ${text}`;
  }
}
