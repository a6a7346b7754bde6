/** Where the engines of the tests are told; the runner of the tests starts them and sets these. */
export const TEST_ENGINES = {
  postgres: 'REDRESS_TEST_POSTGRES_URL',
  temporal: 'REDRESS_TEST_TEMPORAL_ADDRESS',
  kafka: 'REDRESS_TEST_KAFKA_BROKERS',
} as const;

/** Address of an engine. Throws when it is not told: a missing engine fails, it never skips. */
export function engineAddress(engine: keyof typeof TEST_ENGINES): string {
  const address = process.env[TEST_ENGINES[engine]];
  if (address === undefined || address === '') {
    throw new Error(`${TEST_ENGINES[engine]} is not set: run the tests by "npm test", which starts the engines`);
  }
  return address;
}
