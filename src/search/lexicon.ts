import { createHash } from 'node:crypto';
import { contentWords, stem, STEMMED_LOCALES } from './text-analysis.js';

/** A concept, and its labels in all languages. */
export interface LexiconConcept {
  /** Key of the concept, as `folder/slug`. */
  key: string;
  labels: readonly string[];
  titles: Readonly<Record<string, string>>;
}

/** An occurrence of a concept's label in a list of stems. */
export interface Mention {
  concept: string;
  /** Index of the first stem. */
  from: number;
  length: number;
}

/** A label as stems of one language, without stop words. */
interface Label {
  stems: readonly string[];
  concept: string;
}

interface KnownConcept {
  /** All labels as one string, to detect changes. */
  joinedLabels: string;
  stemmedLabels: readonly Label[];
  titles: LexiconConcept['titles'];
}

/** Finds labels of concepts in lists of stems, in any language. */
export class Lexicon {
  /** Labels by first stem, longest first. */
  private readonly byStart = new Map<string, Label[]>();
  private readonly concepts = new Map<string, KnownConcept>();

  constructor(concepts: readonly LexiconConcept[]) {
    concepts.forEach((concept) => this.put(concept));
  }

  has(key: string): boolean {
    return this.concepts.has(key);
  }

  /** Returns the name of a concept in the first available locale, else in any locale; null if there is none. */
  findTitle(key: string, locales: readonly string[]): { locale: string; text: string } | null {
    const titles = this.concepts.get(key)?.titles ?? {};
    const locale = [...locales, ...Object.keys(titles)].find((candidate) => titles[candidate] !== undefined);
    return locale === undefined ? null : { locale, text: titles[locale]! };
  }

  keys(): string[] {
    return [...this.concepts.keys()];
  }

  /** Sets the labels of a concept. Returns its old and new labels as stems; empty if no label changed. */
  put({ key, labels, titles }: LexiconConcept): (readonly string[])[] {
    const existingConcept = this.concepts.get(key);
    const joinedLabels = [...labels].sort().join('\n');
    if (existingConcept?.joinedLabels === joinedLabels) {
      existingConcept.titles = titles;
      return [];
    }
    const oldLabels = this.remove(key);
    const stemmedLabels = labels.flatMap((label) => stemLabel(label)).map((stems): Label => ({ stems, concept: key }));
    this.concepts.set(key, { joinedLabels, stemmedLabels, titles });
    for (const label of stemmedLabels) {
      const [firstStem] = label.stems;
      const labelsAtStart = this.byStart.get(firstStem!) ?? [];
      const compare = (a: Label, b: Label) => b.stems.length - a.stems.length || (a.concept < b.concept ? -1 : 1);
      this.byStart.set(firstStem!, [...labelsAtStart, label].sort(compare));
    }
    return [...oldLabels, ...stemmedLabels.map(({ stems }) => stems)];
  }

  /** Removes a concept. Returns its labels as stems. */
  remove(key: string): (readonly string[])[] {
    const stemmedLabels = this.concepts.get(key)?.stemmedLabels ?? [];
    this.concepts.delete(key);
    for (const { stems } of stemmedLabels) {
      const otherLabels = (this.byStart.get(stems[0]!) ?? []).filter(({ concept }) => concept !== key);
      if (otherLabels.length > 0) this.byStart.set(stems[0]!, otherLabels);
      else this.byStart.delete(stems[0]!);
    }
    return stemmedLabels.map(({ stems }) => stems);
  }

  /** Returns a digest of the linked concepts and the labels in the terms, to detect whether an analysis is outdated. */
  digestFor(terms: readonly string[], links: readonly { to: string }[]): string {
    const termSet = new Set(terms);
    const labels = terms.flatMap((term) =>
      (this.byStart.get(term) ?? []).filter(({ stems }) => stems.every((stem) => termSet.has(stem))),
    );
    const labelIds = labels.map(({ stems, concept }) => `${concept}:${stems.join(' ')}`);
    const linkedConcepts = links.filter(({ to }) => this.has(to)).map(({ to }) => to);
    const joinedIds = [...new Set([...labelIds, ...linkedConcepts])].sort().join('\n');
    return createHash('sha256').update(joinedIds).digest('hex').slice(0, 16);
  }

  /** Finds labels in stems without stop words. Returns the longest label at each position. */
  mentions(stems: readonly string[]): Mention[] {
    const found: Mention[] = [];
    for (let from = 0; from < stems.length;) {
      const label = this.byStart
        .get(stems[from]!)
        ?.find((label) => label.stems.every((stem, offset) => stems[from + offset] === stem));
      if (label) found.push({ concept: label.concept, from, length: label.stems.length });
      from += label?.stems.length ?? 1;
    }
    return found;
  }
}

/** Returns the distinct stems of a label in all languages. */
function stemLabel(label: string): string[][] {
  const words = contentWords(label);
  const stemsByText = new Map<string, string[]>();
  for (const locale of STEMMED_LOCALES) {
    const stems = words.map((word) => stem(word, locale));
    if (stems.length > 0) stemsByText.set(stems.join(' '), stems);
  }
  return [...stemsByText.values()];
}
