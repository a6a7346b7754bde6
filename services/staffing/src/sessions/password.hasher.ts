import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Passwords by argon2id, 19 MiB and two passes. */
@Injectable()
export class PasswordHasher {
  /** Compared with when nobody has the user name, so that the answer takes as long. */
  private readonly nobodys = hash(randomBytes(32));

  hash(password: string): Promise<string> {
    return hash(password);
  }

  async matches(password: string, storedHash: string | null): Promise<boolean> {
    const matched = await verify(storedHash ?? (await this.nobodys), password);
    return storedHash !== null && matched;
  }
}
