/** What is asked of a value that somebody is shown: that it is this, that it has this among others, that it says this. */
export interface Asked {
  /** Fields, one inside the other; an entry of a list by its place from 1, or by its kind, code, name or field. */
  readonly path: string;
  readonly how: 'is' | 'has' | 'says';
  readonly value: string;
}

const ENTRY_NAMES = ['kind', 'code', 'name', 'field', 'category', 'channel'] as const;

/** Understands `clocks.respond.dueAt is +4h`, `marks has media`, `guidance says "stay calm"`; null where it is none. */
export function readAsked(text: string): Asked | null {
  const [, path = '', how = '', value = ''] = /^([\w.-]+) (is|has|says) (.+)$/.exec(text) ?? [];
  if (path === '') return null;
  if (how !== 'says') return { path, how: how as 'is' | 'has', value };
  const quoted = quotedIn(value);
  return quoted === null ? null : { path, how, value: quoted };
}

/** The words between quotation marks; null where there are none. */
export function quotedIn(text: string): string | null {
  return /^["“](.+)["”]$/.exec(text)?.[1] ?? null;
}

/** What stands at the path; undefined where nothing does. */
export function valueOn(path: string, shown: unknown): unknown {
  return path.split('.').reduce<unknown>(partCalled, shown);
}

function partCalled(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    if (/^\d+$/.test(name)) return entries[Number(name) - 1];
    return entries.find((entry) => ENTRY_NAMES.some((field) => fieldOf(entry, field) === name));
  }
  return fieldOf(value, name);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** How a value is said in a story: `yes`, `no`, `none`; ids by the names that `nameOf` knows, lists with commas. */
export function saidOf(value: unknown, nameOf: (text: string) => string): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => saidOf(one, nameOf)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : nameOf(String(value));
}

/** What is shown instead; null where it is as asked. */
export function shownInstead(
  { path, how, value }: Asked,
  shown: unknown,
  nameOf: (text: string) => string,
): string | null {
  const found = valueOn(path, shown);
  const said = saidOf(found, nameOf);
  const right =
    how === 'is'
      ? said === value
      : how === 'says'
        ? JSON.stringify(found ?? '').includes(JSON.stringify(value).slice(1, -1))
        : Array.isArray(found) && found.some((one) => holds(one, value, nameOf));
  return right ? null : `${path} is ${said}`;
}

/** An entry of a list is what is asked for, or has it in one of its fields. */
function holds(entry: unknown, value: string, nameOf: (text: string) => string): boolean {
  const parts: unknown[] = typeof entry === 'object' && entry !== null ? Object.values(entry) : [entry];
  return parts.some((part) => saidOf(part, nameOf) === value);
}
