import { Inject, Injectable } from '@nestjs/common';
import { Database, keyedHash } from '@redress/db';
import { RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';

const MOST_FAILURES = 10;
const WITHIN_SECONDS = 300;

/**
 * At most ten failures of a name in five minutes, over all processes. Each attempt is noted before the password is
 * compared, so that attempts side by side are counted too. Names are kept as keyed hashes: people type passwords there.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly database: Database,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Throws 429 when the name has failed too often. */
  async admit(username: string): Promise<void> {
    const name = this.hashOf(username);
    await this.database.query(
      `DELETE FROM staffing.sign_in_attempts WHERE tried_at < clock_timestamp() - make_interval(secs => $1)`,
      [WITHIN_SECONDS],
    );
    await this.database.query('INSERT INTO staffing.sign_in_attempts (name_hash) VALUES ($1)', [name]);
    const [row] = await this.database.query<{ tries: number; wait: number }>(
      `SELECT count(*)::int AS tries, ceil(extract(epoch FROM min(tried_at) + make_interval(secs => $2) - clock_timestamp()))::int AS wait
       FROM staffing.sign_in_attempts WHERE name_hash = $1 AND tried_at >= clock_timestamp() - make_interval(secs => $2)`,
      [name, WITHIN_SECONDS],
    );
    if (row !== undefined && row.tries > MOST_FAILURES) {
      throw new RefusalError(429, { code: 'too-many-failures' }, { 'retry-after': String(Math.max(1, row.wait)) });
    }
  }

  async succeeded(username: string): Promise<void> {
    await this.database.query('DELETE FROM staffing.sign_in_attempts WHERE name_hash = $1', [this.hashOf(username)]);
  }

  private hashOf(username: string): Buffer {
    return keyedHash(this.config.hmacKey, 'sign-in', username);
  }
}
