import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, parseConfig } from './environment.config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const whole = {
  REDRESS_DATABASE_URL: 'postgres://redress@127.0.0.1:5432/redress',
  REDRESS_TEMPORAL_ADDRESS: '127.0.0.1:7233',
  REDRESS_KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  REDRESS_MASTER_KEY: key,
  REDRESS_PAYLOAD_KEY: key,
  REDRESS_HMAC_KEY: key,
  REDRESS_PORT: '8080',
  REDRESS_JWKS_URL: 'http://127.0.0.1:8081/.well-known/jwks.json',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : ['another error'];
  }
}

describe('the configuration', () => {
  it('is read with its defaults', () => {
    const config = parseConfig({ ...whole, REDRESS_ROLES: 'api, relay', SEEDS: '3' }, { SEEDS: z.coerce.number() });
    expect(config).toMatchObject({
      clock: 'system',
      profile: 'production',
      roles: ['api', 'relay'],
      port: 8080,
      extra: { SEEDS: 3 },
    });
    expect(config.kafka).toEqual({ brokers: ['127.0.0.1:9092', '127.0.0.1:9093'], topicPrefix: '' });
  });

  it('says in one sentence what each missing variable wants', () => {
    expect(problemsOf({})).toContain('REDRESS_MASTER_KEY is missing: give 32 bytes in base64.');
    expect(problemsOf({})).toHaveLength(8);
  });

  it('never repeats what was given, for it may be a secret', () => {
    const problems = problemsOf({ ...whole, REDRESS_MASTER_KEY: 'hunter2', REDRESS_PORT: 'eighty' });
    expect(problems).toEqual([
      'REDRESS_MASTER_KEY is not usable: give 32 bytes in base64.',
      'REDRESS_PORT is not usable: give a port number.',
    ]);
  });

  it.each(['stepped', 'rate'])('refuses the clock %s in production', (clock) => {
    expect(problemsOf({ ...whole, REDRESS_CLOCK: clock })).toHaveLength(1);
    expect(problemsOf({ ...whole, REDRESS_CLOCK: clock, REDRESS_PROFILE: 'demo' })).toEqual([]);
  });
});
