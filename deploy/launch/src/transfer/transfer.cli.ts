import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ApiError, isForPeople } from '../api/api.error.ts';
import { API_OPTIONS, openApi } from '../api/api.options.ts';
import { exportCommand, formatOf } from './export.command.ts';
import { importCommand } from './import.command.ts';
import { ProgressLine } from './progress.line.ts';
import { TRANSFER_HELP } from './transfer.help.ts';

/** Where lines go: what was asked for, and what goes on meanwhile. */
export interface TransferOutput {
  say(line: string): void;
  progress(text: string): void;
  readonly isTerminal: boolean;
}

const imports = {
  ...API_OPTIONS,
  history: { type: 'boolean', default: false },
  mapping: { type: 'string' },
  encoding: { type: 'string' },
  name: { type: 'string' },
  refused: { type: 'string' },
  watch: { type: 'string' },
  'no-wait': { type: 'boolean', default: false },
} as const;
const exports = {
  ...API_OPTIONS,
  where: { type: 'string', multiple: true, default: [] as string[] },
  sort: { type: 'string' },
  words: { type: 'boolean', default: false },
} as const;

/** Runs `import` or `export`; answers the exit code. What is wrong is said without a stack. */
export async function runTransfer(
  command: 'import' | 'export',
  args: readonly string[],
  output: TransferOutput,
): Promise<number> {
  try {
    return await (command === 'import' ? runImport(args, output) : runExport(args, output));
  } catch (error) {
    if (!isForPeople(error)) throw error;
    output.progress(`${error.message}\n`);
    return 1;
  }
}

async function runImport(args: readonly string[], output: TransferOutput): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: imports, allowPositionals: true });
  if (values.help) return help(output);
  const { history, mapping, encoding, name, watch, refused, json } = values;
  const [file, ...more] = positionals;
  if ((file === undefined) === (watch === undefined) || more.length > 0)
    throw new ApiError('Name one file: redress import FILE');
  if (file !== undefined && !existsSync(file)) throw new ApiError(`There is no file ${file}.`);
  const given = Object.entries({ mapping, encoding, name }).filter(([, value]) => value !== undefined);
  const query = { history: String(history), ...(Object.fromEntries(given) as Record<string, string>) };
  const options = { query, watch, refused, json, wait: !values['no-wait'] };
  const progress = new ProgressLine((text) => output.progress(text), output.isTerminal);
  return importCommand(file, options, await openApi(values), (line) => output.say(line), progress);
}

async function runExport(args: readonly string[], output: TransferOutput): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: exports, allowPositionals: true });
  if (values.help) return help(output);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new ApiError('Name one file: redress export FILE.csv');
  const format = formatOf(file);
  const sort = values.sort === undefined ? [] : [['sort', values.sort] as const];
  const query = [...values.where.map(condition), ...sort, ['words', String(values.words)] as const];
  return exportCommand(file, { query, format, json: values.json }, await openApi(values), (line) => output.say(line));
}

function condition(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new ApiError(`--where wants FIELD=VALUE, not "${text}".`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function help(output: TransferOutput): number {
  output.say(TRANSFER_HELP);
  return 0;
}
