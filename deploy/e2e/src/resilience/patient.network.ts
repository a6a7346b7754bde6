import { randomUUID } from 'node:crypto';

/** An act of a person on the wire: one key, however often it had to be sent, and how it was answered in the end. */
export interface SentAct {
  readonly path: string;
  readonly tries: number;
  readonly status: number;
  readonly location: string | null;
  /** What the act became at the door; null for a receipt. */
  readonly commandId: string | null;
}

export interface NetworkOptions {
  readonly intakeUrl: string;
  /** Told of each act the moment it has left, with its number from 1. */
  readonly onSent?: (act: number) => void;
}

const GIVE_UP_AFTER_MS = 120_000;
const TRY_AGAIN_MS = 100;
/** How a service answers while an engine that it needs is away. */
const AWAY = 503;

/**
 * Stands in for `fetch` as people behave whose connection breaks: every act bears an Idempotency-Key and is sent again
 * under the same key until it is answered. Keeps a record of the acts.
 */
export class PatientNetwork {
  readonly acts: SentAct[] = [];
  private readonly direct = globalThis.fetch;
  private sent = 0;

  constructor(private readonly options: NetworkOptions) {}

  open(): void {
    // Who sets a limit, as a look at somebody's health does, is no person who waits.
    globalThis.fetch = (input, init) =>
      init?.signal ? this.direct(input, init) : this.carry(new Request(input, init));
  }

  close(): void {
    globalThis.fetch = this.direct;
  }

  private async carry(request: Request): Promise<Response> {
    const isAct = request.method === 'POST' && request.url.startsWith(this.options.intakeUrl);
    if (!isAct) return (await this.answered(request)).response;
    if (!request.headers.has('idempotency-key')) request.headers.set('idempotency-key', randomUUID());
    const answer = this.answered(request);
    this.sent += 1;
    this.options.onSent?.(this.sent);
    const { response, tries } = await answer;
    this.acts.push(await actOf(request, response.clone(), tries));
    return response;
  }

  /** The whole answer, its body included: a connection may break in the middle of it. */
  private async answered(request: Request): Promise<{ response: Response; tries: number }> {
    const until = Date.now() + GIVE_UP_AFTER_MS;
    for (let tries = 1; ; tries++) {
      try {
        const { status, headers, ...answer } = await this.once(request.clone());
        if (status === AWAY) throw new Error(`${request.url} is away`);
        return { response: new Response(answer.text === '' ? null : answer.text, { status, headers }), tries };
      } catch (fault) {
        if (Date.now() > until) throw fault;
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }

  private async once(request: Request): Promise<{ status: number; headers: Headers; text: string }> {
    const response = await this.direct(request);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

async function actOf(request: Request, response: Response, tries: number): Promise<SentAct> {
  const body = (await response.json()) as { commandId?: string };
  return {
    ...{ path: new URL(request.url).pathname, tries, status: response.status },
    location: response.headers.get('location'),
    commandId: body.commandId ?? null,
  };
}
