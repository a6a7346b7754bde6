const DAY = 86_400_000;
/** Offsets are known per block of a week: one look at Intl for 168 hours, and no zone changes twice inside one. */
const BLOCK = 7 * DAY;

interface Block {
  readonly before: number;
  readonly after: number;
  /** From this instant on `after` holds; Infinity where the block has one offset. */
  readonly changesAt: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly blocks: Map<number, Block>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = { format: formatOf(timeZone), blocks: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function lookUp(format: Intl.DateTimeFormat, at: number): number {
  const seconds = Math.floor(at / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(seconds)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

/** Halves the block until the second of the change is known; zones change on whole seconds. */
function changeBetween(format: Intl.DateTimeFormat, from: number, to: number, before: number): number {
  let low = from / 1000;
  let high = to / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lookUp(format, middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

function blockAt(zone: Zone, index: number): Block {
  let block = zone.blocks.get(index);
  if (!block) {
    const from = index * BLOCK;
    const before = lookUp(zone.format, from);
    const after = lookUp(zone.format, from + BLOCK);
    const changesAt = before === after ? Infinity : changeBetween(zone.format, from, from + BLOCK, before);
    block = { before, after, changesAt };
    zone.blocks.set(index, block);
  }
  return block;
}

/** Milliseconds that local time is ahead of UTC at an instant. Throws RangeError for a time zone that is none. */
export function offsetAt(timeZone: string, at: number): number {
  const block = blockAt(zoneOf(timeZone), Math.floor(at / BLOCK));
  return at < block.changesAt ? block.before : block.after;
}

/**
 * The instant at which clocks in the zone show `wall` (local time written as if it were UTC milliseconds). Shown twice
 * (clocks put back): the first. Never shown (clocks put forward): the moment of the change. So later wall time is never
 * an earlier instant, and slots that touch on the wall touch in time.
 */
export function instantOfWall(timeZone: string, wall: number): number {
  const before = offsetAt(timeZone, wall - DAY);
  const after = offsetAt(timeZone, wall + DAY);
  if (before === after) return wall - before;
  if (offsetAt(timeZone, wall - before) === before) return wall - before;
  if (offsetAt(timeZone, wall - after) === after) return wall - after;
  return changeAfter(timeZone, wall - after);
}

/** The next change of the zone, which the caller knows to lie at most a day ahead. */
function changeAfter(timeZone: string, at: number): number {
  const index = Math.floor(at / BLOCK);
  const { changesAt } = blockAt(zoneOf(timeZone), index);
  const near = Number.isFinite(changesAt) && changesAt > at;
  return near ? changesAt : blockAt(zoneOf(timeZone), index + 1).changesAt;
}
