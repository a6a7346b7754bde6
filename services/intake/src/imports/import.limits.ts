/** Most rows of one import. */
export const MOST_ROWS = 1_000_000;
/** Longest row, in characters: five descriptions of the greatest length. */
export const LONGEST_ROW = 100_000;
/** Most cells of a row of a spreadsheet. */
export const MOST_CELLS = 1_000;
/** More rows whose quotation marks run into the next ones, and the file is hardly CSV. */
export const MOST_MISQUOTED = 50;
/** Greatest sheet and greatest list of texts of a spreadsheet, in bytes once they are inflated. */
export const MOST_INFLATED_BYTES = 1024 * 1024 * 1024;
/** Greatest of the small parts of a spreadsheet, inflated: where its sheets lie, and how its cells look. */
export const MOST_SMALL_BYTES = 8 * 1024 * 1024;
/** Most parts of a spreadsheet. */
export const MOST_PARTS = 2_000;
