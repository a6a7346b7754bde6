/** This event can never be taken, whatever is tried: it goes to the dead letters with this code. */
export class PoisonError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
