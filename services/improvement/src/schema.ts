/** The schema that this service owns. */
export const SCHEMA = 'improvement';
