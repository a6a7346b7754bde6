export { isWorded, whyOf } from './why.ts';
export { budgetWords } from './budget.words.ts';
export { COMPARED_WORDS, DUTY_WORDS, FACT_WORDS } from './fact.words.ts';
