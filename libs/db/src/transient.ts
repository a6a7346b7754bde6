/** SQLSTATE classes that another try may heal: connection, transaction lost to another, resources, operator, system. */
const STATES = /^(08|40|53|57|58)|^55P03$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** The last two are told of a connection that was lost while something else was asked on it. */
const CONNECTION_LOST =
  /^Connection terminated|^timeout exceeded when trying to connect|query runner (was )?already released|is not queryable$/i;

/** True for faults that pass by themselves: the network, or a PostgreSQL that is away, restarting or busy. */
export function isTransientFault(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (NETWORK.has(code) || (/^[0-9A-Z]{5}$/.test(code) && STATES.test(code))) return true;
  return CONNECTION_LOST.test(fault.message) || isTransientFault(fault.cause);
}
