export { median, percentile, type Figure } from './figure.ts';
