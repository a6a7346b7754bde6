import { describe, expect, it } from '@jest/globals';
import { givenAddresses } from './engine.addresses.ts';
import { renderKafkaProperties } from './kafka.config.ts';
import { serverArguments } from './postgres.engine.ts';
import { renderDynamicConfig, renderTemporalConfig } from './temporal.config.ts';
import { temporalStore } from './temporal.engine.ts';

describe('engine configuration', () => {
  it('gives Temporal neighbouring ports on loopback and the two databases', () => {
    const store = temporalStore('postgres://redress:p%40ss@127.0.0.1:5532/postgres', '/data', true);
    const config = JSON.parse(renderTemporalConfig(7333, store, '/data/dynamic.yaml')) as {
      services: Record<string, { rpc: unknown }>;
      persistence: { datastores: { default: { sql: Record<string, unknown> } } };
    };
    expect(config.services['history']?.rpc).toEqual({ grpcPort: 7334, membershipPort: 7338, bindOnIP: '127.0.0.1' });
    expect(config.persistence.datastores.default.sql).toMatchObject({
      connectAddr: '127.0.0.1:5532',
      databaseName: 'temporal',
      password: 'p@ss',
    });
  });

  it("names Temporal's databases by the data folder when PostgreSQL is shared with others", () => {
    const url = 'postgres://someone@database:5432/postgres';
    expect(temporalStore(url, '/one', false).database).toMatch(/^temporal_[0-9a-f]{8}$/);
    expect(temporalStore(url, '/one', false)).not.toEqual(temporalStore(url, '/two', false));
  });

  it('lets a test override dynamic configuration', () => {
    const values = JSON.parse(renderDynamicConfig({ 'limit.historyCount.suggestContinueAsNew': 50 })) as unknown;
    expect(values).toMatchObject({
      'history.timerProcessorMaxTimeShift': [{ value: '20ms' }],
      'limit.historyCount.suggestContinueAsNew': [{ value: 50 }],
    });
  });

  it('gives a namespace a value of its own', () => {
    const own = [{ value: 30 }, { value: 4_096, constraints: { namespace: 'redress-plain' } }];
    const values = JSON.parse(renderDynamicConfig({ 'limit.historyCount.suggestContinueAsNew': own })) as unknown;
    expect(values).toMatchObject({ 'limit.historyCount.suggestContinueAsNew': own });
  });

  it('keeps every Kafka record and creates no topic by accident', () => {
    const lines = renderKafkaProperties(9192, '/data/kafka').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'listeners=PLAINTEXT://127.0.0.1:9192,CONTROLLER://127.0.0.1:9193',
        'log.retention.ms=-1',
        'auto.create.topics.enable=false',
        'group.initial.rebalance.delay.ms=0',
      ]),
    );
  });

  it('gives up safety against power loss in the test profile only', () => {
    expect(serverArguments('/data', 5532, 'normal')).toContain('fsync=on');
    expect(serverArguments('/data', 5532, 'test')).toContain('fsync=off');
    expect(serverArguments('/data', 5532, 'test')).toContain('listen_addresses=127.0.0.1');
  });

  it('takes the addresses of the environment', () => {
    expect(givenAddresses({ REDRESS_KAFKA_BROKERS: 'one:9092, two:9092', REDRESS_POSTGRES_URL: '' })).toEqual({
      kafkaBrokers: ['one:9092', 'two:9092'],
    });
  });
});
