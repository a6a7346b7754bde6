import { z } from 'zod';

/** What an address answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request; throws only when nobody answers. */
export async function send({ method, url, body, headers = {} }: Request): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
}

const session = z.object({
  token: z.string(),
  expiresInSeconds: z.number(),
  person: z.object({ id: z.uuid(), capabilities: z.array(z.string()) }),
});
const RENEW_BEFORE_MS = 60_000;

/** A member of staff at work: signs in, and again before the token runs out. */
export class Person {
  private token = '';
  private validUntil = 0;
  private ownId = '';
  private may: readonly string[] = [];
  /** One sign-in at a time, however many acts wait for it. */
  private signingIn: Promise<void> | null = null;

  constructor(
    private readonly staffingUrl: string,
    readonly username: string,
    private readonly password: string,
  ) {}

  /** The person's id, once signed in. */
  async id(): Promise<string> {
    await this.authorization();
    return this.ownId;
  }

  /** What the person's roles may do, once signed in. */
  async capabilities(): Promise<readonly string[]> {
    await this.authorization();
    return this.may;
  }

  async get(url: string): Promise<Answer> {
    return send({ method: 'GET', url, headers: { authorization: await this.authorization() } });
  }

  async post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return send({ method: 'POST', url, body, headers: { authorization: await this.authorization(), ...headers } });
  }

  async patch(url: string, body: unknown): Promise<Answer> {
    return send({ method: 'PATCH', url, body, headers: { authorization: await this.authorization() } });
  }

  /** The header's value: `Bearer <token>`. Throws when the sign-in is refused. */
  async authorization(): Promise<string> {
    if (Date.now() > this.validUntil - RENEW_BEFORE_MS) {
      this.signingIn ??= this.signIn().finally(() => {
        this.signingIn = null;
      });
      await this.signingIn;
    }
    return `Bearer ${this.token}`;
  }

  private async signIn(): Promise<void> {
    const { username, password } = this;
    const answer = await send({ method: 'POST', url: `${this.staffingUrl}/sessions`, body: { username, password } });
    if (answer.status >= 300)
      throw new Error(`${username} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    const { token, expiresInSeconds, person } = session.parse(answer.body);
    this.token = token;
    this.ownId = person.id;
    this.may = person.capabilities;
    this.validUntil = Date.now() + expiresInSeconds * 1_000;
  }
}
