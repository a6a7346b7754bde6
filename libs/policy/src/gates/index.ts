export * from './commands.ts';
export * from './gate.ts';
