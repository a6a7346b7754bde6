import type { Because } from '../words.ts';

/** A person who might get the complaint, as staffing knows them at this moment. */
export interface Candidate {
  readonly id: string;
  readonly onDuty: boolean;
  readonly skills: readonly string[];
  /** Complaints that the person owns now. */
  readonly openCases: number;
  /** Complained of, or otherwise a party to the matter. */
  readonly concerned: boolean;
  /** The other half of the A/B pair. */
  readonly backupId: string | null;
}

/** What the complaint asks of its people. */
export interface Needs {
  /** `category:delivery`, `language:zh`, `channel:hotline`. */
  readonly skills: readonly string[];
  /** Who owned this customer's last complaint. */
  readonly formerOwner: string | null;
  /** Who may not get it: who is complained of, earlier handlers in a new round, whoever did not accept. */
  readonly excluded: readonly string[];
}

/** Owner and backup by id (backup null where nobody is left for it), or why nobody can own it. */
export type Assignment =
  | { readonly owner: string; readonly backup: string | null; readonly because: readonly Because[] }
  | { readonly none: readonly Because[] };

/**
 * Chooses the owner among those on duty, skilled and not concerned: the customer's former owner, else the least loaded,
 * by id where loads are equal (WRK-2). Skilled is who holds every skill asked for; where nobody does, who holds most of
 * them, and the answer names what is missing: a complaint without the right expert still has an owner (PRC-2). The
 * backup is the owner's own one when able to stand in, else the next least loaded.
 */
export function choosePeople(facts: { candidates: readonly Candidate[]; needs: Needs }): Assignment {
  const { candidates, needs } = facts;
  const free = candidates.filter((person) => mayTake(person, needs));
  const able = mostSkilled(free, needs.skills);
  const byLoad = [...able].sort(lessLoaded);
  const former = byLoad.find((person) => person.id === needs.formerOwner);
  const owner = former ?? byLoad[0];
  if (!owner) return { none: [nobody(candidates)] };
  const backup = backupOf(owner, free, byLoad);
  const rule = former ? 'assignment.former-owner' : 'assignment.least-loaded';
  const because: Because = { rule, facts: { owner: owner.id, openCases: owner.openCases, able: able.length } };
  return {
    owner: owner.id,
    backup: backup.id,
    because: [because, ...missingSkills(owner, needs.skills), backup.because],
  };
}

function mostSkilled(people: readonly Candidate[], skills: readonly string[]): readonly Candidate[] {
  const held = (person: Candidate) => skills.filter((skill) => person.skills.includes(skill)).length;
  const most = Math.max(0, ...people.map(held));
  return people.filter((person) => held(person) === most);
}

function missingSkills(owner: Candidate, skills: readonly string[]): Because[] {
  const missing = skills.filter((skill) => !owner.skills.includes(skill));
  return missing.length === 0 ? [] : [{ rule: 'assignment.skill-missing', facts: { skills: missing.join(' ') } }];
}

function mayTake(person: Candidate, needs: Needs): boolean {
  return person.onDuty && !person.concerned && !needs.excluded.includes(person.id);
}

function lessLoaded(a: Candidate, b: Candidate): number {
  if (a.openCases !== b.openCases) return a.openCases - b.openCases;
  return a.id < b.id ? -1 : 1;
}

/** The named stand-in of a pair needs no skill of the case: standing in is what the pair is for. */
function backupOf(owner: Candidate, free: readonly Candidate[], byLoad: readonly Candidate[]) {
  const paired = free.find((person) => person.id === owner.backupId && person.id !== owner.id);
  const next = paired ?? byLoad.find((person) => person.id !== owner.id);
  const rule = paired ? 'assignment.paired-backup' : next ? 'assignment.next-backup' : 'assignment.no-backup';
  const id = next?.id ?? null;
  return { id, because: { rule, facts: { backup: id } } satisfies Because };
}

function nobody(candidates: readonly Candidate[]): Because {
  const onDuty = candidates.filter((person) => person.onDuty).length;
  return {
    rule: 'assignment.nobody',
    facts: { candidates: candidates.length, onDuty, neitherConcernedNorExcluded: 0 },
  };
}
