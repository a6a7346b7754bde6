import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EngineError } from '@redress/engines';
import { closedDaysText, importICalendar, ImportRefused } from '@redress/packs';

const USAGE = 'Write "calendar import FILE.ics", with --until YEAR where the file has days that recur.';

/** `calendar import FILE.ics`: prints the closed days of an iCalendar file as a calendar document has them. */
export function calendarCommand(args: readonly string[], print: (text: string) => void): number {
  const { file, until } = understand(args);
  try {
    const imported = importICalendar(readFileSync(file, 'utf8'), until);
    const left = imported.leftOut === 0 ? '' : `# left out: ${imported.leftOut} entries with an hour, or called off\n`;
    print(`${left}${closedDaysText(imported)}`);
    return 0;
  } catch (fault) {
    if (fault instanceof ImportRefused) throw new EngineError(fault.message);
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new EngineError(`There is no file ${file}.`);
    throw fault;
  }
}

function understand(args: readonly string[]): { file: string; until: number | null } {
  const options = { until: { type: 'string' } } as const;
  const parsed = tried(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const [what, file, ...more] = parsed.positionals;
  const { until } = parsed.values;
  if (what !== 'import' || file === undefined || more.length > 0) throw new EngineError(USAGE);
  if (until !== undefined && !/^\d{4}$/.test(until)) throw new EngineError(`--until wants a year, not "${until}".`);
  return { file, until: until === undefined ? null : Number(until) };
}

function tried<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new EngineError(`${(error as Error).message} ${USAGE}`);
  }
}
