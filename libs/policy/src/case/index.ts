export * from './case-state.ts';
export * from './decision.ts';
export * from './terms.ts';
export * from './guidance.ts';
export * from './on-site.ts';
export * from './tasks.ts';
export * from './after-telling.ts';
export * from './routes.ts';
