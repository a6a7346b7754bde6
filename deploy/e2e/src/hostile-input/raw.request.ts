import { request } from 'node:http';

/** A request byte for byte: nothing of it is made well before it leaves. */
export interface RawRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** What came back; `problem` is the parsed body where it is problem+json. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Sends a raw request. A server that answers before it has read everything is heard all the same. */
export function sendRaw({ method, url, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    // The path is written as it stands, broken escapes and all.
    const { hostname, port } = new URL(url);
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const sent = request({ hostname, port, path, method, headers: { ...length, ...headers }, agent: false });
    let answered = false;
    sent.on('response', (response) => {
      answered = true;
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
    sent.on('error', (fault) => (answered ? undefined : reject(fault)));
    sent.end(body);
  });
}

/** In one word what is wrong with an answer to hostile input; null when it is a clear no. */
export function faultOf({ status, type, body }: RawAnswer): string | null {
  if (status < 400 || status >= 500) return `was answered ${status} ${body.slice(0, 200)}`;
  if (!type.startsWith('application/problem+json')) return `was answered ${status} as ${type}`;
  const problem = JSON.parse(body) as Record<string, unknown>;
  const clear = problem['status'] === status && typeof problem['code'] === 'string' && typeof problem['title'] === 'string';
  return clear ? null : `was answered by an unclear problem: ${body.slice(0, 200)}`;
}
