import type { EntryCode } from '@redress/policy';
import type { CategoryRow, DailyRow } from './daily.queries.ts';
import { figureOf, type Figure } from './figure.view.ts';
import { DAILY_COUNTS, type DailyView } from './figures.view.ts';

type Line = DailyView['items'][number];

/** The lines of the daily figures: one for each day and department in which something happened. */
export function dailyFigures(counts: readonly DailyRow[], categories: readonly CategoryRow[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { day, departmentId, code, count } of counts) {
    const line = lines.get(`${day} ${departmentId}`) ?? emptyLine(day, departmentId);
    lines.set(`${day} ${departmentId}`, line);
    line.counts[code] = happened(line, code, count);
  }
  for (const { day, departmentId, category, count } of categories) {
    const where = { happened: 'registered', happenedIn: day, happenedDepartmentId: departmentId, category } as const;
    lines.get(`${day} ${departmentId}`)?.categories.push({ category, ...figureOf(count, where) });
  }
  return [...lines.values()];
}

function emptyLine(day: string, departmentId: string): Line {
  const line: Line = { day, departmentId, counts: {}, categories: [] };
  for (const code of DAILY_COUNTS) line.counts[code] = happened(line, code, 0);
  return line;
}

function happened({ day, departmentId }: Line, code: string, count: number): Figure {
  return figureOf(count, { happened: code as EntryCode, happenedIn: day, happenedDepartmentId: departmentId });
}
