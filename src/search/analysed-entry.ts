import { folderKey } from '../model/entry-key.js';
import { contentWords, stem } from './text-analysis.js';
import { directiveLeaves, type LeafPath, type Model } from '../model/model.js';
import { storedValues } from '../model/stored-values.js';
import { valueAt } from '../model/record-path.js';
import { REVIEW_FIELDS } from '../model/review-dates.js';
import type { StoredEntry } from '../store/entries.js';
import { collectTexts, type EntryText, isLanguageField } from './entry-texts.js';
import type { Lexicon } from './lexicon.js';
import { collectEdges } from './link-graph.js';
import { encodeSequence } from './term-sequence.js';
import { yearOf } from '../model/iso-date.js';

/** An analysed entry, as indexed and as stored in the persistent cache: its terms with their weights. */
export interface AnalysedEntry {
  key: string;
  /** Version of the analysis. Entries of other versions are analysed again. */
  form: number;
  kind: string;
  revision: number;
  /** Time of the revision, in milliseconds since the epoch. */
  writtenAt: number;
  /** Digest of the lexicon's labels for this entry. */
  lexicon: string;
  /** Year of the first sortable date; null if there is none. */
  year: number | null;
  /** Languages in which the document that the entry describes is available. */
  languages: string[];
  /** Distinct words, stems (`~…`), concepts (`#…`) and name terms (`=…`). */
  terms: string[];
  weights: number[];
  /** Word order of each text, encoded by `encodeSequence`. Names come first, so that comparisons of names are fast. */
  sequence: string;
  /** Weight of one word in each text, highest first. */
  textWeights: number[];
  /** Links: field and target key. */
  links: { field: string; to: string }[];
}

/** Version of the analysis of entries for the search index. Increment when the analysis changes. */
export const ANALYSIS_VERSION = 11;
/** Number of words at which a text of field weight 1 has full weight. */
const FULL_WEIGHT_LENGTH = 60;
/** Influence of the text length on the weight, from 0 to 1. */
const LENGTH_INFLUENCE = 0.4;
/** Weight of the index term of a concept in an entry that links to the concept. */
export const LINK_WEIGHT = 2;

/** Minimum weight of a word in a name. Titles, acronyms, other names and hidden labels reach it, long texts do not. */
export const MIN_NAME_WEIGHT = 3;

/** Returns the index term of a concept, which begins with `#`. */
export function conceptTerm(key: string): string {
  return `#${key}`;
}

/** Returns the index term shared by all names with this first stem and number of words. It begins with `=`. */
export function nameTerm(firstStem: string, wordCount: number): string {
  return `=${wordCount} ${firstStem}`;
}

export type WeightedTerms = Pick<AnalysedEntry, 'terms' | 'weights' | 'sequence' | 'textWeights'>;

interface WeightedText {
  field: string;
  wordWeight: number;
  words: readonly string[];
  stems: readonly string[];
}

/** Computes the weights of an entry's terms. A term counts once per field, so that translations do not weigh more. */
export function weightTerms(texts: readonly EntryText[], concepts: readonly string[], lexicon: Lexicon): WeightedTerms {
  const weightedTexts = texts.map(weighText).sort((a, b) => b.wordWeight - a.wordWeight);
  const weightsByField = new Map<string, Map<string, number>>();
  for (const text of weightedTexts) {
    const field = weightsByField.get(text.field) ?? new Map<string, number>();
    weightsByField.set(text.field, field);
    for (const [term, weight] of collectTerms(text, lexicon)) field.set(term, Math.max(field.get(term) ?? 0, weight));
  }
  const totalWeights = new Map(concepts.map((key) => [conceptTerm(key), LINK_WEIGHT]));
  for (const field of weightsByField.values()) {
    for (const [term, weight] of field) totalWeights.set(term, (totalWeights.get(term) ?? 0) + weight);
  }
  for (const { stems, wordWeight } of weightedTexts) {
    if (wordWeight >= MIN_NAME_WEIGHT && stems.length > 0)
      totalWeights.set(nameTerm(stems[0]!, stems.length), wordWeight);
  }
  const terms = [...totalWeights.keys()];
  return {
    terms,
    weights: [...totalWeights.values()],
    sequence: encodeSequence(
      weightedTexts.map(({ stems }) => stems),
      terms,
    ),
    textWeights: weightedTexts.map(({ wordWeight }) => wordWeight),
  };
}

function weighText({ field, text, weight, locale }: EntryText): WeightedText {
  const words = contentWords(text);
  const wordWeight = weight / (1 - LENGTH_INFLUENCE + (LENGTH_INFLUENCE * words.length * weight) / FULL_WEIGHT_LENGTH);
  return { field, wordWeight, words, stems: words.map((word) => stem(word, locale)) };
}

function collectTerms({ words, stems, wordWeight }: WeightedText, lexicon: Lexicon): Map<string, number> {
  const terms = new Map<string, number>();
  const addWeight = (term: string) => terms.set(term, (terms.get(term) ?? 0) + wordWeight);
  words.forEach(addWeight);
  stems.forEach(addWeight);
  for (const { concept } of lexicon.mentions(stems)) addWeight(conceptTerm(concept));
  return terms;
}

export function analyseEntry(model: Model, entry: StoredEntry, lexicon: Lexicon): AnalysedEntry {
  const { folder } = model.kind(entry.kind);
  const links = collectEdges(model, entry).map(({ field, to }) => ({ field, to }));
  const concepts = [...new Set(links.map(({ to }) => to).filter((key) => lexicon.has(key)))];
  const weightedTerms = weightTerms(collectTexts(model, entry), concepts, lexicon);
  return {
    key: folderKey({ folder }, entry.slug),
    form: ANALYSIS_VERSION,
    kind: entry.kind,
    revision: entry.revision,
    writtenAt: entry.updatedAt.getTime(),
    lexicon: lexicon.digestFor(weightedTerms.terms, links),
    year: findYear(model, entry),
    languages: findLanguages(model, entry),
    ...weightedTerms,
    links,
  };
}

function findLanguages(model: Model, { kind, record }: StoredEntry): string[] {
  const values = [...storedValues(model, model.kind(kind), record)];
  return values.filter(({ field }) => isLanguageField(field)).map(({ value }) => value as string);
}

function findYear(model: Model, { kind, record }: StoredEntry): number | null {
  const isDate = ({ leaf }: LeafPath) => leaf.type === 'PartialDate' && !REVIEW_FIELDS.includes(leaf.name);
  const dates = directiveLeaves(model, model.kind(kind), 'sort').filter(isDate);
  const firstDate = dates.map(({ path }) => valueAt(record, path)).find((date) => typeof date === 'string');
  return firstDate === undefined ? null : Number(yearOf(firstDate as string));
}
