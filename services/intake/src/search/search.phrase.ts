import { unitsOf, type Unit } from './tokeniser.ts';

/** Units that must stand in a text one after the other. */
export type Phrase = readonly Unit[];

const PART = /"([^"]*)"|([^\s"]+)/g;

/** What a question asks for: each word between blanks, and each passage in quotation marks; all must be found (INT-13). */
export function phrasesOf(question: string): Phrase[] {
  const parts = [...question.replaceAll(/[“”]/g, '"').matchAll(PART)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return parts.map(unitsOf).filter((phrase) => phrase.length > 0);
}

/**
 * The words of the index that any text holding the phrases has. A Chinese character alone is in the index only where its
 * run begins or ends, so it is asked for only beside a word or a number.
 */
export function wordsAskedFor(phrases: readonly Phrase[]): Set<string> {
  return new Set(
    phrases.flatMap((phrase) => phrase.flatMap((unit, at) => askedFor(phrase[at - 1], unit, phrase[at + 1]))),
  );
}

function askedFor(before: Unit | undefined, unit: Unit, after: Unit | undefined): string[] {
  if (!unit.han) return [unit.text];
  const besideWord = before?.han === false || after?.han === false;
  const pair = before?.han === true && !unit.apart ? [before.text + unit.text] : [];
  return besideWord ? [unit.text, ...pair] : pair;
}

/** True when each phrase stands in one of the texts. */
export function isFound(phrases: readonly Phrase[], texts: readonly (readonly Unit[])[]): boolean {
  return phrases.every((phrase) => texts.some((text) => text.some((_, at) => standsAt(phrase, text, at))));
}

/** Chinese characters that touch in the phrase must touch in the text; between words anything but words may stand. */
function standsAt(phrase: Phrase, text: readonly Unit[], at: number): boolean {
  return phrase.every((unit, index) => {
    const found = text[at + index];
    if (found === undefined || found.text !== unit.text) return false;
    const touching = index > 0 && unit.han && phrase[index - 1]?.han === true && !unit.apart;
    return !touching || !found.apart;
  });
}
