import { z } from 'zod';
import { ApiError } from './api.error.ts';

/** Where an installation listens, and who asks it: a token, or a name and a password to sign in with. */
export interface ApiAccess {
  readonly intake: string;
  readonly staffing: string;
  readonly user: string;
  readonly password: string;
  readonly token?: string | undefined;
}

const session = z.object({ token: z.string() });
const problem = z.object({ title: z.string(), detail: z.string().optional(), facts: z.unknown().optional() });

/** Where the demo listens, unless told otherwise; passwords and tokens come by the environment alone. */
export function accessOf(portBase: string, user: string, intake?: string, staffing?: string): ApiAccess {
  const port = (offset: number) => `http://127.0.0.1:${Number(portBase) + offset}`;
  return {
    ...{ intake: intake ?? port(1), staffing: staffing ?? port(2), user },
    password: process.env['REDRESS_PASSWORD'] ?? 'redress-demo',
    token: process.env['REDRESS_TOKEN'],
  };
}

/** The public API of intake, asked by somebody of the staff, who signs in again when the token has run out. */
export class InstallationApi {
  private constructor(
    private readonly access: ApiAccess,
    private token: string,
  ) {}

  /** Throws ApiError when nobody answers, or the sign-in is refused. */
  static async open(access: ApiAccess): Promise<InstallationApi> {
    return new InstallationApi(access, access.token ?? (await signIn(access)));
  }

  /** Whatever is answered. Throws ApiError when nobody answers. */
  async ask(path: string, request: RequestInit = {}): Promise<Response> {
    const answer = await this.send(path, request);
    const mayAgain = answer.status === 401 && this.access.token === undefined && request.body === undefined;
    if (!mayAgain) return answer;
    this.token = await signIn(this.access);
    return this.send(path, request);
  }

  /** As `ask`; throws ApiError with what is said when it is a no. */
  async demand(path: string, request: RequestInit = {}): Promise<Response> {
    const answer = await this.ask(path, request);
    if (answer.ok) return answer;
    throw new ApiError(await refusalOf(answer));
  }

  private send(path: string, { headers, ...request }: RequestInit): Promise<Response> {
    const url = `${this.access.intake}${path}`;
    return orNobody(url, fetch(url, { ...request, headers: { authorization: `Bearer ${this.token}`, ...headers } }));
  }
}

async function signIn({ staffing, user: username, password }: ApiAccess): Promise<string> {
  const url = `${staffing}/sessions`;
  const request = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const answer = await orNobody(url, fetch(url, { ...request, body: JSON.stringify({ username, password }) }));
  if (!answer.ok) throw new ApiError(`${username} cannot sign in: ${await refusalOf(answer)}`);
  return session.parse(await answer.json()).token;
}

async function orNobody(url: string, answer: Promise<Response>): Promise<Response> {
  return answer.catch(() => {
    throw new ApiError(`Nobody answers at ${url}: is the installation up (npm start)?`);
  });
}

async function refusalOf(answer: Response): Promise<string> {
  const told = problem.safeParse(await answer.json().catch(() => null));
  if (!told.success) return `answered ${answer.status}`;
  const { title, detail, facts } = told.data;
  return [`${title}.`, detail, facts === undefined ? undefined : JSON.stringify(facts)].filter(Boolean).join(' ');
}
