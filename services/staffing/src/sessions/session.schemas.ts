import { z } from 'zod';
import { capabilitySchema } from '../people/person.schemas.ts';

/** What a person types to sign in. */
export const signIn = z
  .strictObject({ username: z.string().min(1).max(200), password: z.string().min(1).max(1000) })
  .meta({ id: 'SignIn', example: { username: 'mei.chen', password: 'redress-demo' } });
export type SignIn = z.output<typeof signIn>;

/** A token to send as `Authorization: Bearer …`, and whose it is. */
export const session = z
  .object({
    token: z.string(),
    expiresInSeconds: z.int(),
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      roles: z.array(z.string()),
      capabilities: z.array(capabilitySchema),
      departmentId: z.string(),
    }),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;

/** The public keys that tokens are verified with (RFC 7517). */
export const keySet = z
  .object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) })
  .meta({ id: 'KeySet' });
