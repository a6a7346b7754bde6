/** A message to a customer on its way out, in the customer's language. */
export interface OutgoingMessage {
  /** The same for every try: what a channel that takes idempotency keys is given. */
  readonly id: string;
  readonly number: string;
  readonly purpose: string;
  readonly language: string;
  /** Channel on which the complaint came in. */
  readonly channel: string;
  readonly text: string;
}

/**
 * A way out to customers beside the tracking page, where every message stands anyway (INT-2, PRC-1). A channel whose
 * provider takes an idempotency key may be given a message again after a crash; another one may not, and the message waits
 * on the stuck list for a person.
 */
export interface MessageChannel {
  readonly name: string;
  readonly takesIdempotencyKey: boolean;
  /** Resolves when the provider has it. Throws when it does not take it now: it is tried again. */
  send(message: OutgoingMessage): Promise<void>;
}

/** Injection name of the channel of this installation; null where customers are told on the tracking page alone. */
export const MESSAGE_CHANNEL = Symbol('MessageChannel');
