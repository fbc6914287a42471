/** Maximum number of changed words for insertion. Beyond it, the list is sorted again. */
const MAX_CHANGED = 200;

/** A sorted list of the indexed words, for prefix and fuzzy lookup. */
export class Dictionary {
  private sorted: string[] = [];
  private letters: number[] = [];
  /** Words that were added or removed since the last lookup. */
  private readonly stale = new Set<string>();

  constructor(private readonly words: ReadonlyMap<string, unknown>) {}

  /** Records that a term was added or removed. */
  changed(term: string): void {
    if (!/^[~#]/.test(term)) this.stale.add(term);
  }

  /** Returns the words with a prefix, sorted; at most `limit`. Excludes the prefix itself. */
  startingWith(text: string, limit: number): string[] {
    this.refresh();
    const found: string[] = [];
    for (let at = this.firstNotBefore(text); at < this.sorted.length && found.length < limit; at += 1) {
      const word = this.sorted[at]!;
      if (!word.startsWith(text)) break;
      if (word !== text) found.push(word);
    }
    return found;
  }

  /** Returns the words within an edit distance, closest first. */
  near(word: string, typos: number, limit: number): { word: string; typos: number }[] {
    this.refresh();
    const mask = maskLetters(word);
    const found: { word: string; typos: number }[] = [];
    for (let at = 0; at < this.sorted.length; at += 1) {
      if (bitsIn(this.letters[at]! ^ mask) > 2 * typos) continue;
      const candidate = this.sorted[at]!;
      if (Math.abs(candidate.length - word.length) > typos) continue;
      const away = typosBetween(word, candidate, typos);
      if (away > 0 && away <= typos) found.push({ word: candidate, typos: away });
    }
    return found
      .sort((a, b) => a.typos - b.typos || sharedStart(b.word, word) - sharedStart(a.word, word))
      .slice(0, limit);
  }

  private refresh(): void {
    if (this.stale.size > MAX_CHANGED) {
      this.sorted = [...this.words.keys()].filter((word) => !/^[~#]/.test(word)).sort();
      this.letters = this.sorted.map(maskLetters);
    } else {
      for (const word of this.stale) this.correct(word);
    }
    this.stale.clear();
  }

  /** Inserts or removes a word. */
  private correct(word: string): void {
    const at = this.firstNotBefore(word);
    const isListed = this.sorted[at] === word;
    if (isListed === this.words.has(word)) return;
    this.sorted.splice(at, isListed ? 1 : 0, ...(isListed ? [] : [word]));
    this.letters.splice(at, isListed ? 1 : 0, ...(isListed ? [] : [maskLetters(word)]));
  }

  private firstNotBefore(text: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Returns a bit mask of the letters of a word, to rule out most words before the comparison. */
function maskLetters(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) % 31);
  return mask;
}

/** Counts the bits of a mask. */
function bitsIn(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Returns the optimal string alignment distance; `most + 1` as soon as it exceeds `most`. */
function typosBetween(one: string, other: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let typos = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        typos = Math.min(typos, beforeLast[j - 2]! + 1);
      }
      row.push(typos);
      least = Math.min(least, typos);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length]!;
}
