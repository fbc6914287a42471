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
