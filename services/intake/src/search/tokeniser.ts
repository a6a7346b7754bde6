/** Version of what follows: an index made by an earlier one is made anew. */
export const TOKENISER = 1;

/** A word, a number or one Chinese character, as it is compared. */
export interface Unit {
  readonly text: string;
  readonly han: boolean;
  /** Something that is no unit (a blank, a comma) stands before it. */
  readonly apart: boolean;
}

/** A Chinese character, a word of any other script, or a number: letters and digits part, so `ORD10045` is `ord 10045`. */
const UNIT =
  /(\p{Script=Han})|((?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*)|(\p{N}+)/gu;
const LONGEST_UNIT = 40;

/**
 * The units of a text in their order (INT-13): compatibility forms and capitals folded (`ＡＢ` is `ab`), English plurals
 * cut to their singular. Traditional and simplified characters stay different.
 */
export function unitsOf(text: string): Unit[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const units: Unit[] = [];
  let end = -1;
  for (const match of folded.matchAll(UNIT)) {
    const [whole, han, word] = match;
    const plain = word === undefined ? whole : singular(word);
    units.push({ text: plain.slice(0, LONGEST_UNIT), han: han !== undefined, apart: match.index !== end });
    end = match.index + whole.length;
  }
  return units;
}

/**
 * What a text is found by: words and numbers; of Chinese every two characters that touch, and the first and the last one
 * of each run, so that `4S店` is found although one character makes no pair.
 */
export function wordsOf(units: readonly Unit[]): Set<string> {
  const words = new Set<string>();
  units.forEach((unit, at) => {
    const [before, after] = [units[at - 1], units[at + 1]];
    if (!unit.han || !touches(before, unit) || !touches(unit, after)) words.add(unit.text);
    if (before !== undefined && touches(before, unit)) words.add(before.text + unit.text);
  });
  return words;
}

/** Two Chinese characters without anything between them. */
function touches(before: Unit | undefined, after: Unit | undefined): boolean {
  return before?.han === true && after?.han === true && !after.apart;
}

/** Plural and third person lose their ending; short words stay as they are. */
function singular(word: string): string {
  const plain = word.replace(/['’]s$/, '').replaceAll(/['’]/g, '');
  if (!/^[a-z]{4,}$/.test(plain)) return plain;
  if (/(?:ss|x|ch|sh|zz)es$/.test(plain)) return plain.slice(0, -2);
  if (/[^ae]ies$/.test(plain) && plain.length > 4) return `${plain.slice(0, -3)}y`;
  return /[^us]s$/.test(plain) ? plain.slice(0, -1) : plain;
}
