export * from './compile-calendar.ts';
export * from './compile-pack.ts';
export * from './pack.calendars.ts';
export { placesOf } from './pack.checks.ts';
export * from './problem.ts';
export * from './shipped.ts';
export { canonicalJson, hashOf } from './canonical.ts';
export { readDuration } from './duration.schema.ts';
