const DAY = 86_400_000;
const MINUTE = 60_000;
/** Offsets are known per block of 14 days: few looks at Intl, and no zone changes twice inside one. */
const BLOCK = 14 * DAY;

interface Block {
  readonly before: number;
  readonly after: number;
  /** From this instant on `after` holds; Infinity where the block has one offset. */
  readonly changesAt: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly blocks: Map<number, Block>;
  /** Offset at the beginning of a block. */
  readonly starts: Map<number, number>;
}

/** In a workflow's sandbox a look at a global is slow, and this one is taken for every day. */
const { floor } = Math;

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = { format: formatOf(timeZone), blocks: new Map(), starts: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** Month, day, year, hour, minute, second, always in this order. */
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

/** `format` is three times as fast as `formatToParts`, and this is what the first use of a zone costs. */
function lookUp(format: Intl.DateTimeFormat, at: number): number {
  const shown = format.format(at).match(/\d+/g) ?? [];
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = shown.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/** Halves the block until the minute of the change is known; since 1972 zones change on whole minutes. */
function changeBetween(format: Intl.DateTimeFormat, from: number, to: number, before: number): number {
  let low = from / MINUTE;
  let high = to / MINUTE;
  while (high - low > 1) {
    const middle = floor((low + high) / 2);
    if (lookUp(format, middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}

function startOf(zone: Zone, index: number): number {
  let offset = zone.starts.get(index);
  if (offset === undefined) {
    offset = lookUp(zone.format, index * BLOCK);
    zone.starts.set(index, offset);
  }
  return offset;
}

function blockAt(zone: Zone, index: number): Block {
  let block = zone.blocks.get(index);
  if (!block) {
    const before = startOf(zone, index);
    const after = startOf(zone, index + 1);
    const from = index * BLOCK;
    const changesAt = before === after ? Infinity : changeBetween(zone.format, from, from + BLOCK, before);
    block = { before, after, changesAt };
    zone.blocks.set(index, block);
  }
  return block;
}

/** Milliseconds that local time is ahead of UTC at an instant. Throws RangeError for a time zone that is none. */
export function offsetAt(timeZone: string, at: number): number {
  const block = blockAt(zoneOf(timeZone), floor(at / BLOCK));
  return at < block.changesAt ? block.before : block.after;
}

/** The offset that holds all through a local day (counted from 1970) and a day around it; null where it may change. */
export function steadyOffsetOn(timeZone: string, day: number): number | null {
  const index = floor(((day - 1) * DAY) / BLOCK);
  const { before, changesAt } = blockAt(zoneOf(timeZone), index);
  return changesAt === Infinity && (day + 2) * DAY <= (index + 1) * BLOCK ? before : null;
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
  const index = floor(at / BLOCK);
  const { changesAt } = blockAt(zoneOf(timeZone), index);
  const near = Number.isFinite(changesAt) && changesAt > at;
  return near ? changesAt : blockAt(zoneOf(timeZone), index + 1).changesAt;
}
