import { bisectLeft } from 'd3-array';

/** Maximum number of changed words to insert or remove one by one. If more changed, the list is rebuilt. */
const MAX_CHANGED_WORDS = 200;

/** A sorted list of the indexed words, for prefix and fuzzy lookup. */
export class TermDictionary {
  private sorted: string[] = [];
  private letterMasks: number[] = [];
  /** Words that were added or removed since the last lookup. */
  private readonly changedWords = new Set<string>();

  constructor(private readonly words: ReadonlyMap<string, unknown>) {}

  /** Records that a term was added or removed. */
  markChanged(term: string): void {
    if (!/^[~#=]/.test(term)) this.changedWords.add(term);
  }

  /** Returns the words with a prefix, sorted; at most `limit`. Excludes the prefix itself. */
  startingWith(text: string, limit: number): string[] {
    this.refresh();
    const matches: string[] = [];
    for (let index = bisectLeft(this.sorted, text); index < this.sorted.length && matches.length < limit; index += 1) {
      const word = this.sorted[index]!;
      if (!word.startsWith(text)) break;
      if (word !== text) matches.push(word);
    }
    return matches;
  }

  /** Returns other words within an edit distance of `maxTypos`, closest first; at most `limit`. */
  findSimilar(word: string, maxTypos: number, limit: number): { word: string; typos: number }[] {
    this.refresh();
    const mask = maskLetters(word);
    const similarWords: { word: string; typos: number }[] = [];
    for (let index = 0; index < this.sorted.length; index += 1) {
      if (countBits(this.letterMasks[index]! ^ mask) > 2 * maxTypos) continue;
      const candidate = this.sorted[index]!;
      if (Math.abs(candidate.length - word.length) > maxTypos) continue;
      const distance = countTypos(word, candidate, maxTypos);
      if (distance > 0 && distance <= maxTypos) similarWords.push({ word: candidate, typos: distance });
    }
    return similarWords
      .sort((a, b) => a.typos - b.typos || sharedPrefixLength(b.word, word) - sharedPrefixLength(a.word, word))
      .slice(0, limit);
  }

  private refresh(): void {
    if (this.changedWords.size > MAX_CHANGED_WORDS) {
      this.sorted = [...this.words.keys()].filter((word) => !/^[~#=]/.test(word)).sort();
      this.letterMasks = this.sorted.map(maskLetters);
    } else {
      for (const word of this.changedWords) this.insertOrRemove(word);
    }
    this.changedWords.clear();
  }

  private insertOrRemove(word: string): void {
    const index = bisectLeft(this.sorted, word);
    const isListed = this.sorted[index] === word;
    if (isListed === this.words.has(word)) return;
    this.sorted.splice(index, isListed ? 1 : 0, ...(isListed ? [] : [word]));
    this.letterMasks.splice(index, isListed ? 1 : 0, ...(isListed ? [] : [maskLetters(word)]));
  }
}

/** Returns a bit mask of the letters of a word, with which most words are ruled out before the comparison. */
function maskLetters(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) % 31);
  return mask;
}

/** Counts the bits of a mask. */
function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function sharedPrefixLength(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

/** Returns the optimal string alignment distance; `limit + 1` as soon as it exceeds `limit`. */
function countTypos(a: string, b: string, limit: number): number {
  let rowBeforeLast: number[] = [];
  let lastRow = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let minimum = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let typos = Math.min(lastRow[j]! + 1, row[j - 1]! + 1, lastRow[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        typos = Math.min(typos, rowBeforeLast[j - 2]! + 1);
      }
      row.push(typos);
      minimum = Math.min(minimum, typos);
    }
    if (minimum > limit) return limit + 1;
    rowBeforeLast = lastRow;
    lastRow = row;
  }
  return lastRow[b.length]!;
}
