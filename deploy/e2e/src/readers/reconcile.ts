import type { Reading, ReaderReport } from './reading.ts';

/** Compares what independent readers say of every complaint; answers a sentence for each difference. */
export function reconcile(filed: readonly string[], reports: readonly ReaderReport[]): string[] {
  return reports.flatMap((report) => [...countsOf(filed, report), ...gapsOf(report)]).concat(comparisons(reports));
}

/** Each complaint once, none missing, none that was not filed. */
function countsOf(filed: readonly string[], { reader, readings }: ReaderReport): string[] {
  const found = readings.map((reading) => reading.id);
  const missing = filed.filter((id) => !found.includes(id)).map((id) => `${reader}: ${id} is missing`);
  const stray = found.filter((id) => !filed.includes(id)).map((id) => `${reader}: ${id} was never filed`);
  const doubled = found
    .filter((id, index) => found.indexOf(id) !== index)
    .map((id) => `${reader}: ${id} is there twice`);
  return [...missing, ...stray, ...doubled];
}

function gapsOf({ reader, readings }: ReaderReport): string[] {
  return readings
    .filter((reading) => reading.gaps !== null && reading.gaps.length > 0)
    .map((reading) => `${reader}: ${reading.id} has faults in its sequence at ${reading.gaps?.join(', ')}`);
}

function comparisons([first, ...others]: readonly ReaderReport[]): string[] {
  if (first === undefined) return [];
  return others.flatMap((other) =>
    other.readings.flatMap((reading) => {
      const peer = first.readings.find((one) => one.id === reading.id);
      return peer === undefined ? [] : differences(first.reader, peer, other.reader, reading);
    }),
  );
}

function differences(firstName: string, first: Reading, otherName: string, other: Reading): string[] {
  return (['stage', 'sequence', 'rungs', 'messages'] as const)
    .filter((field) => first[field] !== null && other[field] !== null)
    .filter((field) => JSON.stringify(first[field]) !== JSON.stringify(other[field]))
    .map(
      (field) =>
        `${first.id}: ${field} is ${text(first[field])} in ${firstName}, ${text(other[field])} in ${otherName}`,
    );
}

function text(value: Reading[keyof Reading]): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
