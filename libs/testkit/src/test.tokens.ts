import type { Actor } from '@redress/policy';
import { claimsOf, TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from '@redress/service-kit';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTVerifyGetKey } from 'jose';

const KEY_ID = 'one';

/** Signs people in without staffing: its keys are given to the service under test. */
export interface TestTokens {
  readonly keys: JWTVerifyGetKey;
  /** The header's value: `Bearer <token>`. */
  authorization(actor: Actor): Promise<string>;
}

export async function testTokens(): Promise<TestTokens> {
  const { privateKey, publicKey } = await generateKeyPair(TOKEN_ALGORITHM);
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID }] });
  const authorization = async (actor: Actor): Promise<string> => {
    const { sub, ...claims } = claimsOf(actor);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: KEY_ID })
      .setSubject(sub)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setJti('j')
      .setExpirationTime('10 minutes')
      .sign(privateKey);
    return `Bearer ${token}`;
  };
  return { keys, authorization };
}
