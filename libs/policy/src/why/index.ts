export { isWorded, whyOf } from './why.ts';
export { DUTY_WORDS, FACT_WORDS } from './fact.words.ts';
