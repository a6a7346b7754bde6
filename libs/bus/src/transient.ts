const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300',
  '40001',
  '40P01',
  '55P03',
]);

/** Faults that pass by themselves: the network, PostgreSQL away or restarting, a transaction lost against another, Kafka away. */
export function isTransient(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault.constructor.name.startsWith('KafkaJS')) return true;
  const code = 'code' in fault ? String(fault.code) : '';
  if (CODES.has(code) || /^(08|57P)/.test(code)) return true;
  return (
    /^Connection terminated|^timeout exceeded when trying to connect/.test(fault.message) ||
    (fault.cause !== undefined && isTransient(fault.cause))
  );
}
