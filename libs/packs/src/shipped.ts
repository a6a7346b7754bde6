import type { CompiledCalendar } from './compile-calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import type { CompiledPack } from './compile-pack.ts';
import { compilePack } from './compile-pack.ts';
import { shippedPackTexts, textsIn } from './shipped.documents.ts';

/** The packs that come with the product, checked against its calendars, by file name. Throws DocumentRefused. */
export function loadShippedPacks(): CompiledPack[] {
  const calendars = loadShippedCalendars().map(({ calendar }) => calendar.code);
  return textsIn('packs/').map((text) => compilePack(text, { calendars }));
}

/** The calendars that come with the product, by file name. Throws DocumentRefused. */
export function loadShippedCalendars(): CompiledCalendar[] {
  return textsIn('calendars/').map(compileCalendar);
}

/** The document of a pack that comes with the product, as people read it; null when none has that code. */
export function shippedPackDocument(code: string): string | null {
  return shippedPackTexts().find((pack) => pack.code === code)?.text ?? null;
}
