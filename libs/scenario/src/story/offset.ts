const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1_000;

/** What a story's author should have written. */
export const OFFSET_HINT = 'write a time after the receipt such as `+0`, `+30m`, `+2h10m` or `+3d`';

/** Milliseconds after the start of the story that a text such as `+2h10m` means; null when it means none. */
export function readOffset(text: string): number | null {
  if (text === '+0') return 0;
  const parts = /^\+(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (parts === null || text === '+') return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

/** The text of so many milliseconds after the start, as a story would say it: `+2h10m`. */
export function offsetText(ms: number): string {
  if (ms === 0) return '+0';
  if (ms < 0) return `-${offsetText(-ms).slice(1)}`;
  const rest = [
    [Math.floor(ms / DAY), 'd'],
    [Math.floor((ms % DAY) / HOUR), 'h'],
    [Math.floor((ms % HOUR) / MINUTE), 'm'],
    [(ms % MINUTE) / SECOND, 's'],
  ] as const;
  return `+${rest.map(([amount, unit]) => (amount === 0 ? '' : `${amount}${unit}`)).join('')}`;
}
