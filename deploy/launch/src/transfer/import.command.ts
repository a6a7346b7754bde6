import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { InstallationApi } from '../api/installation.api.ts';
import type { ProgressLine } from './progress.line.ts';

/** What else is told of it is printed with `--json`. */
const importView = z.looseObject({
  ...{ id: z.uuid(), state: z.string(), mapping: z.string(), encoding: z.string().nullable(), share: z.number() },
  ...{ line: z.number(), loaded: z.number(), known: z.number(), leftOut: z.number(), refused: z.number() },
  stopped: z.object({ code: z.string(), facts: z.unknown() }).nullable(),
  columnsIgnored: z.array(z.string()).optional(),
});
const rows = z.object({
  items: z.array(
    z.object({ line: z.number(), faults: z.array(z.object({ column: z.string(), message: z.string() })) }),
  ),
});
type ImportView = z.output<typeof importView>;

export interface ImportOptions {
  readonly query: Readonly<Record<string, string>>;
  readonly watch: string | undefined;
  readonly refused: string | undefined;
  readonly wait: boolean;
  readonly json: boolean;
}

const LOOKS_EVERY_MS = 500;
/** A service may start anew meanwhile: the import goes on by itself. */
const PATIENT_FOR_MS = 120_000;
const SHOWN_REFUSED = 10;
const ROWS_WERE_REFUSED = 2;
const TYPES = [
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['', 'text/csv'],
] as const;

/** Sends a file, or looks at an import that was begun before; waits for its end and says what became of its rows. */
export async function importCommand(
  file: string | undefined,
  options: ImportOptions,
  api: InstallationApi,
  say: (line: string) => void,
  progress: ProgressLine,
): Promise<number> {
  const taken = options.watch === undefined ? await sent(file ?? '', options, api) : await look(api, options.watch);
  const view = options.wait ? { ...taken, ...(await ended(taken, api, progress)) } : taken;
  if (options.refused !== undefined) await writeRefused(view.id, options.refused, api);
  if (options.json) say(JSON.stringify(view, null, 2));
  else for (const line of await linesOf(view, options, api)) say(line);
  if (view.state === 'stopped') return 1;
  return view.refused > 0 ? ROWS_WERE_REFUSED : 0;
}

async function sent(file: string, { query }: ImportOptions, api: InstallationApi): Promise<ImportView> {
  const type = TYPES.find(([ending]) => file.toLowerCase().endsWith(ending))?.[1] ?? '';
  const answer = await api.demand(`/imports?${new URLSearchParams(query)}`, {
    ...{ method: 'POST', headers: { 'content-type': type }, duplex: 'half' },
    body: Readable.toWeb(createReadStream(file)) as RequestInit['body'],
  } as RequestInit);
  return importView.parse(await answer.json());
}

async function look(api: InstallationApi, id: string): Promise<ImportView> {
  return importView.parse(await (await api.demand(`/imports/${encodeURIComponent(id)}`)).json());
}

async function ended(taken: ImportView, api: InstallationApi, progress: ProgressLine): Promise<ImportView> {
  let [view, answeredAt] = [taken, Date.now()];
  while (view.state !== 'done' && view.state !== 'stopped') {
    progress.show(view.share, countsOf(view));
    await pause(LOOKS_EVERY_MS);
    try {
      view = await look(api, view.id);
      answeredAt = Date.now();
    } catch (fault) {
      if (Date.now() - answeredAt > PATIENT_FOR_MS) throw fault;
    }
  }
  progress.show(view.share, countsOf(view));
  progress.end();
  return view;
}

async function writeRefused(id: string, file: string, api: InstallationApi): Promise<void> {
  const { body } = await api.demand(`/imports/${id}/refused.csv`);
  if (body !== null) await writeFile(file, Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]));
}

function countsOf({ loaded, known, leftOut, refused }: ImportView): string {
  return `${loaded} loaded, ${known} known before, ${leftOut} left out, ${refused} refused`;
}

async function linesOf(view: ImportView, { refused }: ImportOptions, api: InstallationApi): Promise<string[]> {
  const { id, state, mapping, encoding, columnsIgnored: ignored = [] } = view;
  const lines = [`Import ${id} (${mapping}${encoding === null ? '' : `, ${encoding}`}): ${state}. ${countsOf(view)}.`];
  if (ignored.length > 0) lines.push(`Columns that nobody reads: ${ignored.join(', ')}.`);
  if (view.stopped !== null)
    lines.push(
      `What follows line ${view.line} cannot be read: ${view.stopped.code} ${JSON.stringify(view.stopped.facts)}`,
    );
  if (view.refused === 0 || refused !== undefined) return lines;
  const path = `/imports/${id}/rows?outcome=refused&limit=${SHOWN_REFUSED}`;
  for (const { line, faults } of rows.parse(await (await api.demand(path)).json()).items)
    lines.push(...faults.map(({ column, message }) => `  line ${line}: ${column === '' ? 'it' : column} ${message}`));
  if (view.refused > SHOWN_REFUSED) lines.push(`  … ${view.refused - SHOWN_REFUSED} more: --refused FILE has all`);
  return lines;
}
