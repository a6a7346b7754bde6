/**
 * Whether a text names a danger in one of the words that the pack lists (INT-23). Words in Latin letters count as whole
 * words, in any case; Chinese ones wherever they stand, since Chinese puts no space between words.
 */
export function namesDanger(text: string, words: readonly string[]): boolean {
  const given = text.normalize('NFKC').toLowerCase();
  return words.some((word) => stands(given, word.normalize('NFKC').toLowerCase()));
}

/** `word` is never empty: a pack's check refuses that. */
function stands(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    const begins = !isLatin(word.charAt(0)) || !isLatin(before);
    const ends = !isLatin(word.charAt(word.length - 1)) || !isLatin(after);
    if (begins && ends) return true;
  }
  return false;
}

function isLatin(letter: string): boolean {
  return /[\p{Script=Latin}\p{Nd}]/u.test(letter);
}
