import { checkCalendar, isCalendarDocument, reviewPack, sentenceIn, type Finding } from '@redress/packs';
import { packNamed } from './pack.files.ts';

/** Says of each file what is wrong, where, and what would be right; 1 where there is an error, or with `strict` a warning. */
export function checkCommand(files: readonly string[], strict: boolean, say: (line: string) => void): number {
  const counts = files.map((file) => {
    const { text, library, calendars, calendarMistakes } = packNamed(file);
    if (isCalendarDocument(text)) return checkCalendarFile(file, text, say);
    const { compiled, findings } = reviewPack(text, calendars, library);
    for (const line of [...calendarMistakes, ...findings.map((finding) => lineOf(file, finding))]) say(line);
    const errors = countOf(findings, 'error') + calendarMistakes.length;
    const warnings = countOf(findings, 'warning');
    const what =
      compiled === null
        ? 'no pack yet'
        : `${compiled.pack.code} ${compiled.pack.version} (${compiled.hash.slice(0, 12)})`;
    say(`${file}: ${what}, ${errors} errors, ${warnings} warnings`);
    return errors + (strict ? warnings : 0);
  });
  return counts.some((count) => count > 0) ? 1 : 0;
}

function checkCalendarFile(file: string, text: string, say: (line: string) => void): number {
  const checked = checkCalendar(text);
  const problems = checked.ok ? [] : checked.problems;
  for (const problem of problems) say(sentenceIn(file, problem));
  const what = checked.ok
    ? `calendar ${checked.compiled.calendar.code} (${checked.compiled.calendar.version.slice(0, 12)})`
    : 'no calendar yet';
  say(`${file}: ${what}, ${problems.length} errors`);
  return problems.length;
}

function lineOf(file: string, finding: Finding): string {
  const { message } = finding;
  return sentenceIn(file, { ...finding, message: `${finding.severity}: ${message}` });
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((one) => one.severity === severity).length;
}
