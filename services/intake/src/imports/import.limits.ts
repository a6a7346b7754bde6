/** Greatest file of one import, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Most rows of one import. */
export const MOST_ROWS = 20_000;
/** Longest row, in characters: five descriptions of the greatest length. */
export const LONGEST_ROW = 100_000;
/** More rows whose quotation marks run into the next ones, and the file is hardly CSV. */
export const MOST_MISQUOTED = 50;
