export * from './case-state.ts';
export * from './decision.ts';
export * from './terms.ts';
