import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to a word, for "did you mean"; null when none is near enough to be a slip of the pen.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  // Of two letters, one at least must be right: any code of two letters is two slips away from any other.
  let least = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.max(word.length - 1, 1)) + 1;
  for (const candidate of candidates) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}
