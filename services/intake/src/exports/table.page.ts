/** Some rows of a table that is written as it is read; the first row of the first page is the header. */
export type TablePage = readonly (readonly string[])[];
