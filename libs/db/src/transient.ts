/** SQLSTATE classes that another try may heal: connection, transaction lost to another, resources, operator, system. */
const STATES = /^(08|40|53|57|58)|^55P03$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const CONNECTION_LOST =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client (has encountered a connection error|was closed)/;
/** What TypeORM says of a connection that it has given up because it was lost. */
const GIVEN_UP = new Set([
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
  'TransactionNotStartedError',
]);

/** True for faults that pass by themselves: the network, or a PostgreSQL that is away, restarting or busy. */
export function isTransientFault(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (NETWORK.has(code) || (/^[0-9A-Z]{5}$/.test(code) && STATES.test(code))) return true;
  return CONNECTION_LOST.test(fault.message) || GIVEN_UP.has(fault.name) || isTransientFault(fault.cause);
}
