import { reviewPack, type Finding } from '@redress/packs';
import { packNamed, placeIn, shippedCalendars } from './pack.files.ts';

/** Says of each file what is wrong, where, and what would be right; 1 where there is an error, or with `strict` a warning. */
export function checkCommand(files: readonly string[], strict: boolean, say: (line: string) => void): number {
  const calendars = shippedCalendars();
  const counts = files.map((file) => {
    const { text, library } = packNamed(file);
    const { compiled, findings } = reviewPack(text, calendars, library);
    for (const finding of findings) say(lineOf(file, finding));
    const [errors, warnings] = (['error', 'warning'] as const).map((one) => countOf(findings, one));
    const what =
      compiled === null
        ? 'no pack yet'
        : `${compiled.pack.code} ${compiled.pack.version} (${compiled.hash.slice(0, 12)})`;
    say(`${file}: ${what}, ${errors} errors, ${warnings} warnings`);
    return (errors ?? 0) + (strict ? (warnings ?? 0) : 0);
  });
  return counts.some((count) => count > 0) ? 1 : 0;
}

function lineOf(file: string, finding: Finding): string {
  const { message } = finding;
  return placeIn(file, { ...finding, message: `${finding.severity}: ${message}` });
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((one) => one.severity === severity).length;
}
