/** What a person has to know and do, in one sentence; details (the end of a log) follow on further lines. */
export class EngineError extends Error {
  constructor(sentence: string, details?: string) {
    super(details ? `${sentence}\n${details}` : sentence);
    this.name = 'EngineError';
  }
}

/** The same error as a sentence when its cause is a full disk or a forbidden folder; otherwise as it is. */
export function explainFileError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EngineError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EngineError(`The disk is full${path ? ` at ${path}` : ''}: free some space and start again.`);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new EngineError(`${path ?? 'A folder'} cannot be written by this user: change its owner and start again.`);
  }
  return error;
}
