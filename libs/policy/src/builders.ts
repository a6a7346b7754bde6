/** Facts for specs, here and in other packages: a case, its terms, an actor, a pack, a calendar. */
export * from './calendar/calendar.builder.ts';
export * from './case/case-state.builder.ts';
export * from './pack/pack.builder.ts';
