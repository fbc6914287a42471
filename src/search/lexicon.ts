import { createHash } from 'node:crypto';
import { isStopWord, stem, STEMMED_LOCALES, tokens } from './analyse.js';

/** A concept and the labels, of any language, by which people call it. */
export interface Concept {
  /** `folder/slug` of the entry that stands for it. */
  key: string;
  labels: readonly string[];
  /** Its name, by language. */
  titles: Readonly<Record<string, string>>;
}

/** A run of words that is a label of a concept. */
export interface Mention {
  concept: string;
  /** Index of the first word among those given, and how many words the label has. */
  from: number;
  length: number;
}

/** A label as it is looked for: its words without stop words, reduced to stems in one of the languages. */
interface Label {
  stems: readonly string[];
  concept: string;
}

/** What is known of a concept. */
interface Learnt {
  /** All labels as one text, to tell whether they changed. */
  labels: string;
  learnt: readonly Label[];
  titles: Concept['titles'];
}

/** Finds the labels of concepts in sequences of words, in whatever language and inflection. */
export class Lexicon {
  /** By the first stem of the label: the labels that start with it, the longest first, equal ones by concept. */
  private readonly byStart = new Map<string, Label[]>();
  private readonly concepts = new Map<string, Learnt>();

  constructor(concepts: readonly Concept[]) {
    concepts.forEach((concept) => this.put(concept));
  }

  /** Whether an entry stands for a concept. */
  has(key: string): boolean {
    return this.concepts.has(key);
  }

  /** The name of a concept in the first of some languages that it has; in any other where it has none of them. */
  findTitle(key: string, locales: readonly string[]): { locale: string; text: string } | null {
    const titles = this.concepts.get(key)?.titles ?? {};
    const locale = [...locales, ...Object.keys(titles)].find((each) => titles[each] !== undefined);
    return locale === undefined ? null : { locale, text: titles[locale]! };
  }

  /** The keys of all concepts. */
  keys(): string[] {
    return [...this.concepts.keys()];
  }

  /**
   * Learns the labels of a concept, in place of those that it had.
   *
   * @returns the labels that it has now or had before, as stems; none where nothing changed
   */
  put({ key, labels, titles }: Concept): (readonly string[])[] {
    const known = this.concepts.get(key);
    const all = [...labels].sort().join('\n');
    if (known?.labels === all) {
      known.titles = titles;
      return [];
    }
    const before = this.remove(key);
    const learnt = labels.flatMap((label) => stemLabel(label)).map((stems): Label => ({ stems, concept: key }));
    this.concepts.set(key, { labels: all, learnt, titles });
    for (const label of learnt) {
      const [start] = label.stems;
      const others = this.byStart.get(start!) ?? [];
      this.byStart.set(start!, [...others, label].sort(inOrder));
    }
    return [...before, ...learnt.map(({ stems }) => stems)];
  }

  /** Forgets a concept; returns the labels that it had, as stems. */
  remove(key: string): (readonly string[])[] {
    const learnt = this.concepts.get(key)?.learnt ?? [];
    this.concepts.delete(key);
    for (const { stems } of learnt) {
      const rest = (this.byStart.get(stems[0]!) ?? []).filter(({ concept }) => concept !== key);
      if (rest.length > 0) this.byStart.set(stems[0]!, rest);
      else this.byStart.delete(stems[0]!);
    }
    return learnt.map(({ stems }) => stems);
  }

  /**
   * Tells by what an entry was analysed: a digest of the concepts that it links to and of the labels whose stems it all
   * holds. While it stays the same, so do the concepts that are found in the entry.
   */
  digestFor(terms: readonly string[], links: readonly { to: string }[]): string {
    const held = new Set(terms);
    const labels = terms.flatMap((term) =>
      (this.byStart.get(term) ?? []).filter(({ stems }) => stems.every((stem) => held.has(stem))),
    );
    const found = labels.map(({ stems, concept }) => `${concept}:${stems.join(' ')}`);
    const linked = links.filter(({ to }) => this.has(to)).map(({ to }) => to);
    const all = [...new Set([...found, ...linked])].sort().join('\n');
    return createHash('sha256').update(all).digest('hex').slice(0, 16);
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
}

/** The stems of the words of a label, once for each language that gives others. */
function stemLabel(label: string): string[][] {
  const words = tokens(label).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word));
  const byText = new Map<string, string[]>();
  for (const locale of STEMMED_LOCALES) {
    const stems = telling.map((word) => stem(word, locale));
    if (stems.length > 0) byText.set(stems.join(' '), stems);
  }
  return [...byText.values()];
}

function inOrder(one: Label, other: Label): number {
  return other.stems.length - one.stems.length || (one.concept < other.concept ? -1 : 1);
}
