import { distance } from 'fastest-levenshtein';

/**
 * Returns the most similar candidate, for "did you mean"; null if none is similar enough. Short words allow fewer
 * typos: none up to two letters, one up to four letters.
 */
export function closestMatch(word: string, candidates: Iterable<string>): string | null {
  let bestMatch: string | null = null;
  let lowestDistance = allowedTypos(word) + 1;
  for (const candidate of candidates) {
    const typoCount = countTypos(word.toLowerCase(), candidate.toLowerCase());
    if (typoCount < lowestDistance) [bestMatch, lowestDistance] = [candidate, typoCount];
  }
  return bestMatch;
}

/** Returns "did you mean …?" with the most similar candidate; `otherwise` if none is similar enough. */
export function suggestionTip(word: string, candidates: Iterable<string>, defaultTip: string): string {
  const suggestion = closestMatch(word, candidates);
  return suggestion ? `did you mean ${suggestion}?` : defaultTip;
}

/** Appends the most similar candidate, if any, to a sentence. */
export function withSuggestion(sentence: string, word: string, candidates: Iterable<string>): string {
  const tip = suggestionTip(word, candidates, '');
  return tip === '' ? `${sentence}.` : `${sentence}; ${tip}`;
}

/** Returns the maximum edit distance for a word. */
function allowedTypos({ length }: string): number {
  if (length <= 2) return 0;
  return length <= 4 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** Returns the edit distance of two words. Swapping two adjacent letters counts as one edit. */
function countTypos(word: string, otherWord: string): number {
  const index = [...word].findIndex((letter, position) => letter !== otherWord[position]);
  const isSwapped =
    index >= 0 &&
    word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2) === otherWord;
  return isSwapped ? 1 : distance(word, otherWord);
}
