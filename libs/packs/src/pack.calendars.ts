import type { Budget, Pack } from '@redress/policy';

/** A calendar that a pack names, and the field that names it. */
export interface NamedCalendar {
  readonly calendar: string;
  readonly path: readonly PropertyKey[];
}

/** The calendars that a pack's lengths of time count by, in the order of the document. */
export function calendarsNamedBy(pack: Pack): NamedCalendar[] {
  const inLevels = pack.levels.flatMap((level, index) =>
    (['respond', 'solve', 'accept'] as const).flatMap((field) => named(level[field], ['levels', index, field])),
  );
  const inFastLane = (['accept', 'firstContact'] as const).flatMap((field) =>
    named(pack.fastLane[field], ['fastLane', field]),
  );
  return [...inLevels, ...inFastLane, ...named(pack.reopening, ['reopening'])];
}

function named(budget: Budget, path: readonly PropertyKey[]): NamedCalendar[] {
  return budget.calendar === null ? [] : [{ calendar: budget.calendar, path }];
}
