import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { claimsOf, RefusalError, TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from '@redress/service-kit';
import { SignJWT } from 'jose';
import { actorFor } from '../authority/authority.policy.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { PersonRepository } from '../people/person.repository.ts';
import { PasswordHasher } from './password.hasher.ts';
import type { Session, SignIn } from './session.schemas.ts';
import { SignInThrottle } from './sign-in.throttle.ts';
import { SigningKeys } from './signing.keys.ts';

const TOKEN_SECONDS = 600;

/** Local accounts. Other ways to prove who somebody is end in the same token. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly packRoles: PackRoleRepository,
    private readonly passwords: PasswordHasher,
    private readonly throttle: SignInThrottle,
    private readonly keys: SigningKeys,
  ) {}

  async signIn({ username: typed, password }: SignIn): Promise<Session> {
    const username = typed.trim().toLowerCase();
    await this.throttle.admit(username);
    const account = await this.people.findForSignIn(this.database, username);
    const matches = await this.passwords.matches(password, account?.passwordHash ?? null);
    if (account === null || !matches) throw new RefusalError(401, { code: 'wrong-name-or-password' });
    await this.throttle.succeeded(username);
    return this.open(account.id);
  }

  /** Without a pack nobody's capabilities are known: better no token than one that may do nothing. */
  private async open(personId: string): Promise<Session> {
    const authorities = await this.packRoles.list(this.database);
    if (authorities.length === 0) throw new RefusalError(503, { code: 'no-pack-in-force' }, { 'retry-after': '2' });
    const person = await this.people.find(this.database, personId);
    if (person === null) throw new RefusalError(401, { code: 'wrong-name-or-password' });
    const actor = actorFor(person, authorities);
    const { id, name, roles, departmentId } = person;
    const capabilities = [...actor.capabilities];
    return {
      token: await this.sign(actor),
      expiresInSeconds: TOKEN_SECONDS,
      person: { id, name, roles: [...roles], capabilities, departmentId },
    };
  }

  private sign(actor: Actor): Promise<string> {
    const { sub, ...claims } = claimsOf(actor);
    const { id, key } = this.keys.signing();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: id })
      .setSubject(sub)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS} seconds`)
      .sign(key);
  }
}
