/** What a person is told when the installation cannot be asked, or says no. */
export class ApiError extends Error {}

/** True for what is said without a stack: an ApiError, or a command line that Node did not understand. */
export function isForPeople(error: unknown): error is Error {
  if (error instanceof ApiError) return true;
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_');
}
