import { describe, expect, it } from '@jest/globals';
import { Readiness } from './readiness.ts';

function readinessOf(servesApi: boolean): Readiness {
  const readiness = new Readiness(servesApi);
  readiness.require('database', () => null);
  readiness.register('kafka', () => 'no-recent-fetch');
  return readiness;
}

describe('readiness', () => {
  it('keeps an API ready while Kafka is away, and says that not all is well', async () => {
    const checks = { database: 'ok', kafka: 'no-recent-fetch' };
    expect(await readinessOf(true).report()).toEqual({ ready: true, complete: false, checks });
  });

  it('takes a process that only consumes out of work while Kafka is away', async () => {
    expect(await readinessOf(false).report()).toMatchObject({ ready: false });
  });

  it('counts a check that throws or rejects as failed', async () => {
    const readiness = readinessOf(true);
    readiness.require('broken', () => Promise.reject(new Error('words')));
    readiness.require('worse', () => {
      throw new Error('words');
    });
    expect(await readiness.report()).toMatchObject({ ready: false, checks: { broken: 'failed', worse: 'failed' } });
  });
});
