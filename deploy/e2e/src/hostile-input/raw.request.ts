import { request, type IncomingMessage } from 'node:http';

/** A request byte for byte: nothing of it is made well before it leaves. */
export interface RawRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** What came back. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Of a body larger than this only the beginning is sent, until the server has had its say. */
const SENT_AT_ONCE_BYTES = 2 * 1024 * 1024;
const BEGINNING_BYTES = 1024;
const SAYS_WITHIN_MS = 10_000;

/**
 * Sends a raw request. A server that refuses a large body by its length answers and hangs up: a client that goes on
 * writing would miss the answer.
 */
export function sendRaw({ method, url, headers = {}, body = '' }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const length = bytes.length === 0 ? {} : { 'content-length': String(bytes.length) };
    // The path is written as it stands, broken escapes and all.
    const { hostname, port } = new URL(url);
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const sent = request({ hostname, port, path, method, headers: { ...length, ...headers }, agent: false });
    let answered = false;
    const patience = setTimeout(() => sent.end(bytes.subarray(BEGINNING_BYTES)), SAYS_WITHIN_MS);
    sent.on('response', (response) => {
      answered = true;
      clearTimeout(patience);
      void answerOf(response)
        .then(resolve)
        .finally(() => sent.destroy());
    });
    sent.on('error', (fault) => (answered ? undefined : reject(fault)));
    if (bytes.length > SENT_AT_ONCE_BYTES) sent.write(bytes.subarray(0, BEGINNING_BYTES));
    else {
      clearTimeout(patience);
      sent.end(bytes);
    }
  });
}

/** The answer as far as it came. */
function answerOf(response: IncomingMessage): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const done = () =>
      resolve({
        status: response.statusCode ?? 0,
        type: response.headers['content-type'] ?? '',
        body: Buffer.concat(parts).toString('utf8'),
      });
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', done);
    response.on('error', done);
  });
}

/** In one word what is wrong with an answer to hostile input; null when it is a clear no. */
export function faultOf({ status, type, body }: RawAnswer): string | null {
  if (status < 400 || status >= 500) return `was answered ${status} ${body.slice(0, 200)}`;
  if (!type.startsWith('application/problem+json')) return `was answered ${status} as ${type}`;
  const problem = JSON.parse(body) as Record<string, unknown>;
  const clear =
    problem['status'] === status && typeof problem['code'] === 'string' && typeof problem['title'] === 'string';
  return clear ? null : `was answered by an unclear problem: ${body.slice(0, 200)}`;
}
