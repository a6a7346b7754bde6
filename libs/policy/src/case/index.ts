export * from './case-state.ts';
export * from './decision.ts';
export * from './terms.ts';
export * from './guidance.ts';
export * from './routes.ts';
