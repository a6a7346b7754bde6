export { Database, type DatabaseOptions, type Dedicated, type Tx } from './database.ts';
export { appendFacts, appendItems, type OutboxFact, type OutboxItem } from './outbox/append.ts';
export type { CloudEvent } from './outbox/cloud-event.ts';
export { takeOnce } from './outbox/inbox.ts';
export { outboxTables, SHARDS } from './outbox/outbox.tables.ts';
export { Relay, type OutboxRow, type RelayOptions, type Sender, type Sent } from './outbox/relay.ts';
export { keyedHash, openBytes, sealBytes } from './encryption/keys.ts';
export { PersonCipher, personKeyTable } from './encryption/person-cipher.ts';
export { isTransientFault } from './transient.ts';
