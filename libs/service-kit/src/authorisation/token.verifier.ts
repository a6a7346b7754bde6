import { CAPABILITIES, type Actor, type Capability } from '@redress/policy';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { RefusalError } from '../http/refusal.error.ts';

export const TOKEN_AUDIENCE = 'redress';
export const TOKEN_ISSUER = 'redress-staffing';
export const TOKEN_ALGORITHM = 'EdDSA';

const CLOCK_TOLERANCE_SECONDS = 5;
/** Staffing may be away for this long without anybody being signed out; an unknown key is asked for at once. */
const KEYS_KEPT_MS = 3_600_000;
const KEYS_ASKED_AT_MOST_EVERY_MS = 5_000;

const known = new Set<string>(CAPABILITIES);

/** What a token says of its holder; staffing signs it, every service reads it. */
export const tokenClaims = z.object({
  sub: z.uuid(),
  roles: z.array(z.string()),
  capabilities: z.array(z.string()),
  department: z.string().nullable(),
  limits: z.object({ compensation: z.number().nullable(), goodwill: z.number().nullable() }).nullable(),
});

/** The claims for an actor: what staffing signs. */
export function claimsOf(actor: Actor): z.input<typeof tokenClaims> {
  const { id, roles, capabilities, departmentId, limits } = actor;
  return { sub: id, roles: [...roles], capabilities: [...capabilities], department: departmentId, limits };
}

/** The one door through which a token becomes an actor; other ways of signing in (OpenID Connect) enter here. */
export class TokenVerifier {
  constructor(private keys: JWTVerifyGetKey) {}

  static remote(url: string): TokenVerifier {
    return new TokenVerifier(
      createRemoteJWKSet(new URL(url), { cacheMaxAge: KEYS_KEPT_MS, cooldownDuration: KEYS_ASKED_AT_MOST_EVERY_MS }),
    );
  }

  /** Takes keys of the own process: staffing does not ask itself over HTTP. */
  useKeys(keys: JWTVerifyGetKey): void {
    this.keys = keys;
  }

  /** Throws RefusalError 401 for any token that is not valid now, 503 when the keys cannot be had. */
  async verify(token: string): Promise<Actor> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        audience: TOKEN_AUDIENCE,
        issuer: TOKEN_ISSUER,
        algorithms: [TOKEN_ALGORITHM],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp', 'jti'],
      });
      return actorFrom(tokenClaims.parse(payload));
    } catch (error) {
      throw isAboutToken(error)
        ? refused(error)
        : new RefusalError(503, { code: 'keys-unreachable' }, { 'retry-after': '2' });
    }
  }
}

/** A capability that this version does not know is not given. */
function actorFrom(claims: z.output<typeof tokenClaims>): Actor {
  return {
    id: claims.sub,
    kind: 'person',
    roles: claims.roles,
    capabilities: claims.capabilities.filter((capability): capability is Capability => known.has(capability)),
    departmentId: claims.department,
    limits: claims.limits,
  };
}

function isAboutToken(error: unknown): boolean {
  if (error instanceof z.ZodError) return true;
  if (!(error instanceof errors.JOSEError)) return false;
  return !(
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === 'ERR_JOSE_GENERIC'
  );
}

function refused(error: unknown): RefusalError {
  const code = error instanceof errors.JWTExpired ? 'token-expired' : 'token-not-valid';
  return new RefusalError(401, { code }, { 'www-authenticate': 'Bearer error="invalid_token"' });
}
