import { createHash } from 'node:crypto';
import { isStopWord, stem, STEMMED_LOCALES, tokens } from './analyse.js';

/** A concept and the labels, of any language, by which people call it. */
export interface Concept {
  /** `folder/slug` of the entry that stands for it. */
  key: string;
  labels: readonly string[];
}

/** A run of words that is a label of a concept. */
export interface Mention {
  concept: string;
  /** Index of the first word among those given, and how many words the label has. */
  from: number;
  length: number;
}

/** Finds the labels of concepts in sequences of words, in whatever language and inflection. */
export class Lexicon {
  /** By the first stem of the label: the whole labels that start with it, the longest first. */
  private readonly byStart = new Map<string, { stems: string[]; concept: string }[]>();
  /** The same for the same labels: tells whether what was analysed with another lexicon still holds. */
  readonly digest: string;
  private readonly keys: ReadonlySet<string>;

  constructor(concepts: readonly Concept[]) {
    this.keys = new Set(concepts.map(({ key }) => key));
    for (const { key, labels } of concepts) for (const label of labels) this.learn(key, label);
    for (const labels of this.byStart.values()) labels.sort((a, b) => b.stems.length - a.stems.length);
    const canonical = concepts.map(({ key, labels }) => `${key}:${[...labels].sort().join('|')}`).sort();
    this.digest = createHash('sha256').update(canonical.join('\n')).digest('hex').slice(0, 16);
  }

  /** Whether an entry stands for a concept. */
  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** The labels among words (stop words left out), the longest at each place, given the stem of each word. */
  mentions(stems: readonly string[]): Mention[] {
    const found: Mention[] = [];
    for (let from = 0; from < stems.length;) {
      const label = this.byStart
        .get(stems[from]!)
        ?.find((each) => each.stems.every((one, at) => stems[from + at] === one));
      if (label) found.push({ concept: label.concept, from, length: label.stems.length });
      from += label?.stems.length ?? 1;
    }
    return found;
  }

  private learn(concept: string, label: string): void {
    const words = tokens(label).map(({ word }) => word);
    const telling = words.filter((word) => !isStopWord(word));
    const known = new Set<string>();
    for (const locale of STEMMED_LOCALES) {
      const stems = telling.map((word) => stem(word, locale));
      const [first] = stems;
      if (first === undefined || known.has(stems.join(' '))) continue;
      known.add(stems.join(' '));
      const labels = this.byStart.get(first) ?? [];
      if (!this.byStart.has(first)) this.byStart.set(first, labels);
      labels.push({ stems, concept });
    }
  }
}
