import { describe, expect, it } from '@jest/globals';
import { isTransientFault } from './transient.ts';

const fault = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('a fault that passes by itself', () => {
  it.each(['ECONNREFUSED', '08006', '40001', '40P01', '53300', '57P03', '55P03'])('%s', (code) => {
    expect(isTransientFault(fault(code))).toBe(true);
  });

  it('is known by what caused it, and by what the driver says', () => {
    expect(isTransientFault(new Error('x', { cause: fault('ECONNRESET') }))).toBe(true);
    for (const said of [
      'Connection terminated unexpectedly',
      'Client has encountered a connection error and is not queryable',
    ])
      expect(isTransientFault(new Error(said))).toBe(true);
    for (const name of ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'])
      expect(isTransientFault(Object.assign(new Error('released'), { name }))).toBe(true);
  });

  it.each(['23505', '22P02', '42703', 'EACCES'])('is not %s', (code) => {
    expect(isTransientFault(fault(code))).toBe(false);
  });
});
