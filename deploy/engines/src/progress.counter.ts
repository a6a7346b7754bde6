const SPOKEN_EVERY_MS = 5_000;

/** Turns many lines of a tool into a progress line every few seconds. */
export function progressCounter(
  counted: RegExp,
  say: (count: number) => string,
  onProgress: (line: string) => void,
): (line: string) => void {
  let count = 0;
  let spokenAt = Date.now();
  return (line) => {
    if (!counted.test(line)) return;
    count += 1;
    if (Date.now() - spokenAt < SPOKEN_EVERY_MS) return;
    spokenAt = Date.now();
    onProgress(say(count));
  };
}
