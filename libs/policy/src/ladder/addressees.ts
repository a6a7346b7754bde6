import type { Addressee, Rung } from '../pack/pack.ts';
import type { Because } from '../words.ts';

/** Who stands where when a rung fires. Persons by id; a role's persons in the order in which they are to be asked. */
export interface Places {
  readonly owner: string | null;
  readonly backup: string | null;
  readonly departmentHead: string | null;
  /** Whom the duty waits for, where that is not the owner. */
  readonly holders?: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** Who is told, and who owns the complaint from now on. */
export interface Addressees {
  /** Each person once; whoever becomes the owner is among them. */
  readonly tells: readonly string[];
  /** Null where ownership stays where it is. */
  readonly ownershipMovesTo: string | null;
  readonly because: readonly Because[];
}

/**
 * Whom a rung speaks to (PRC-25). Who is absent or complained of (`skipped`) is left out. Where the place that ownership
 * should move to is empty or skipped, the next rung of `ladder` (the rungs of this duty) that has somebody owns it.
 */
export function addresseesOf(
  rung: Rung,
  places: Places,
  skipped: readonly string[],
  ladder: readonly Rung[],
): Addressees {
  const told = rung.tells.flatMap((addressee) => personsAt(addressee, places));
  const left = told.filter((person) => skipped.includes(person));
  const move = newOwner(rung, places, skipped, ladder);
  const tells = told.filter((person) => !skipped.includes(person));
  return {
    tells: [...new Set(move.owner === null ? tells : [...tells, move.owner])],
    ownershipMovesTo: move.owner === places.owner ? null : move.owner,
    because: [
      { rule: 'ladder.rung', facts: { rung: rung.code, atFraction: rung.atFraction } },
      ...left.map((person) => ({ rule: 'ladder.skipped', facts: { person } })),
      ...move.because,
    ],
  };
}

function personsAt(addressee: Addressee, places: Places): readonly string[] {
  if (addressee.kind === 'role') return places.roles[addressee.role] ?? [];
  const { owner, backup, departmentHead } = places;
  if (addressee.kind === 'holder') return places.holders ?? (owner === null ? [] : [owner]);
  const person = { owner, backup, 'department-head': departmentHead }[addressee.kind];
  return person === null ? [] : [person];
}

function newOwner(
  rung: Rung,
  places: Places,
  skipped: readonly string[],
  ladder: readonly Rung[],
): { owner: string | null; because: Because[] } {
  if (rung.movesOwnershipTo === null) return { owner: null, because: [] };
  const higher = ladder.filter((next) => next.atFraction > rung.atFraction);
  for (const next of [rung, ...higher.sort((a, b) => a.atFraction - b.atFraction)]) {
    const owner = ownersOn(next, places).find((person) => !skipped.includes(person));
    if (owner !== undefined) {
      return { owner, because: [{ rule: 'ladder.ownership-moves', facts: { to: owner, place: next.code } }] };
    }
  }
  return { owner: null, because: [{ rule: 'ladder.nobody-left', facts: { rung: rung.code } }] };
}

/** The place that the rung moves ownership to, else whom it tells: a higher rung owns only when those below cannot. */
function ownersOn(rung: Rung, places: Places): readonly string[] {
  if (rung.movesOwnershipTo !== null) return personsAt({ kind: rung.movesOwnershipTo }, places);
  return rung.tells.flatMap((addressee) => personsAt(addressee, places));
}
