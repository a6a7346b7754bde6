export { ASK, RECORD } from './retry.ts';
