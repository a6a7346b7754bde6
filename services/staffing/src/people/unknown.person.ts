import { RefusalError } from '@redress/service-kit';

/** There is nobody of this id who has not left. */
export function unknownPerson(): RefusalError {
  return new RefusalError(404, { code: 'unknown-person' });
}
