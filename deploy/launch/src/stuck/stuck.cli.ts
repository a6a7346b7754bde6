import { parseArgs } from 'node:util';
import { ApiError, isForPeople } from '../api/api.error.ts';
import { API_OPTIONS, openApi } from '../api/api.options.ts';
import type { InstallationApi } from '../api/installation.api.ts';
import { stuckLines, stuckList, waiting } from './stuck.lines.ts';

const HELP = `What goes on only when a person looks at it, of a running installation

  npx redress stuck                            lists it: ids, codes and instants
  npx redress stuck retry COMMAND              sends a command again, in its old place
  npx redress stuck dismiss COMMAND --reason … takes it off the list; the case goes on without it
  npx redress stuck resend ROW                 has Kafka asked again for a row that it refused

  --json                                       prints what is answered as JSON
  --user NAME                                  signs in (wei.liu) with REDRESS_PASSWORD; or a token in REDRESS_TOKEN
  --port-base PORT                             (4100), or --intake URL and --staffing URL

Exit codes: 0 nothing is stuck, or the act was done; 1 it was not done; 2 something is stuck.`;

const options = { ...API_OPTIONS, reason: { type: 'string' } } as const;

type Say = (line: string) => void;

/** Runs `stuck`; answers the exit code. What is wrong is said without a stack. */
export async function runStuck(args: readonly string[], say: Say, complain: Say): Promise<number> {
  try {
    return await run(args, say);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    complain(error.message);
    return 1;
  }
}

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) {
    say(HELP);
    return 0;
  }
  const request = positionals.length === 0 ? null : requestOf(positionals, values.reason);
  const api = await openApi(values);
  if (request === null) return list(api, values.json, say);
  const answer = await api.demand(...request);
  const body = await answer.text();
  say(values.json ? body || 'null' : 'Done.');
  return 0;
}

async function list(api: InstallationApi, json: boolean, say: Say): Promise<number> {
  const body: unknown = await (await api.demand('/stuck')).json();
  const found = stuckList.parse(body);
  if (json) say(JSON.stringify(body));
  else for (const line of stuckLines(found)) say(line);
  return waiting(found) === 0 ? 0 : 2;
}

function requestOf(words: readonly string[], reason: string | undefined): [string, RequestInit] {
  const [act, id, ...more] = words;
  if (id === undefined || more.length > 0) throw new ApiError('Name one id: "npx redress stuck" lists them.');
  const at = encodeURIComponent(id);
  if (act === 'retry') return [`/stuck/commands/${at}/retry`, { method: 'POST' }];
  if (act === 'resend') return [`/stuck/outbox/${at}/retry`, { method: 'POST' }];
  if (act !== 'dismiss')
    throw new ApiError(`There is no "stuck ${act}": "npx redress stuck --help" says what there is.`);
  if (reason === undefined) throw new ApiError('Say why: --reason "…".');
  const headers = { 'content-type': 'application/json' };
  return [`/stuck/commands/${at}/dismiss`, { method: 'POST', headers, body: JSON.stringify({ reason }) }];
}
