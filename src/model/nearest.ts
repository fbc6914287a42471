import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to a word, for "did you mean"; null when none is near enough to be a slip of the pen. Of a short
 * word, a letter more or less makes another word: of two letters none may be wrong, of up to four only one.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = slipsIn(word) + 1;
  for (const candidate of candidates) {
    const away = slips(word.toLowerCase(), candidate.toLowerCase());
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** Tells which candidate was meant by a word that is none of them, or else what is said otherwise. */
export function meantTip(word: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(word, candidates);
  return near ? `did you mean ${near}?` : otherwise;
}

/** Ends a sentence on a word that is no candidate with the one that was meant, if one is near enough. */
export function withMeant(sentence: string, word: string, candidates: Iterable<string>): string {
  const tip = meantTip(word, candidates, '');
  return tip === '' ? `${sentence}.` : `${sentence}; ${tip}`;
}

/** How many slips a word may have. */
function slipsIn({ length }: string): number {
  if (length <= 2) return 0;
  return length <= 4 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** How many letters are wrong; two neighbours that changed places are one slip. */
function slips(word: string, other: string): number {
  const at = [...word].findIndex((letter, place) => letter !== other[place]);
  const isSwapped = at >= 0 && word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2) === other;
  return isSwapped ? 1 : distance(word, other);
}
