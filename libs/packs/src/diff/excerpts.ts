/** Long texts are shown from a little before the first difference on. */
const LONGEST = 120;
const BEFORE = 20;

/** Two texts that differ, cut so that the difference is seen. */
export function excerpts(from: string, to: string): [string, string] {
  const at = firstDifference(from, to);
  const start = at < LONGEST - BEFORE ? 0 : at - BEFORE;
  return [cut(from, start), cut(to, start)];
}

function firstDifference(from: string, to: string): number {
  const [letters, others] = [[...from], [...to]];
  const at = letters.findIndex((letter, index) => letter !== others[index]);
  return at < 0 ? letters.length : at;
}

function cut(text: string, start: number): string {
  const letters = [...text];
  const part = letters.slice(start, start + LONGEST).join('');
  return `${start > 0 ? '…' : ''}${part}${letters.length > start + LONGEST ? '…' : ''}`;
}
