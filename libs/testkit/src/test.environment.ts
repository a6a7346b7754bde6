import { randomBytes } from 'node:crypto';

const NOWHERE = '127.0.0.1:1';

/** Tests ask more often than people do, on machines that are busy with other tests. */
const UNHURRIED = { REDRESS_RATE_PER_MINUTE: '1000000', REDRESS_SHED_READS_AT: '1' };

/** The environment of a service under test on this database. Engines that are not named in `more` are out of reach. */
export function testEnvironment(
  databaseUrl: string,
  roles: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const key = (): string => randomBytes(32).toString('base64');
  return {
    ...{ REDRESS_DATABASE_URL: databaseUrl, REDRESS_ROLES: roles, REDRESS_PORT: '0' },
    ...{ REDRESS_TEMPORAL_ADDRESS: NOWHERE, REDRESS_KAFKA_BROKERS: NOWHERE },
    ...{ REDRESS_JWKS_URL: `http://${NOWHERE}/jwks.json` },
    ...{ REDRESS_MASTER_KEY: key(), REDRESS_PAYLOAD_KEY: key(), REDRESS_HMAC_KEY: key() },
    ...{ REDRESS_PROFILE: 'test', LOG_LEVEL: 'silent', ...UNHURRIED, ...more },
  };
}
