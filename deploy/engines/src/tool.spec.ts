import { describe, expect, it } from '@jest/globals';
import { goVersion, javaMajor, requireGo, requireJava, requireMaven } from './tool.ts';

describe('tools', () => {
  it('reads the major version of any Java', () => {
    expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaMajor('java version "1.8.0_402"')).toBe(8);
    expect(javaMajor('openjdk version "25" 2025-09-16')).toBe(25);
    expect(javaMajor('no such thing')).toBeUndefined();
  });

  it('reads the version of Go', () => {
    expect(goVersion('go version go1.26.8 linux/amd64')).toEqual([1, 26, 8]);
    expect(goVersion('go version go1.27 darwin/arm64')).toEqual([1, 27, 0]);
  });

  it('says in one sentence what is missing and what to do', () => {
    const bare = { PATH: '/nonexistent' };
    expect(() => requireJava(bare)).toThrow(/Java 17 or newer is needed.*install it.*REDRESS_KAFKA_BROKERS/);
    expect(() => requireMaven(bare)).toThrow(/Maven is needed.*install it.*REDRESS_KAFKA_BROKERS/);
    expect(() => requireGo(bare)).toThrow(/Go is needed.*install it.*REDRESS_TEMPORAL_ADDRESS/);
  });
});
