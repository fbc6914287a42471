import { folderKey } from '../model/entry-key.js';
import { isStopWord, stem, tokens } from './analyse.js';
import type { Model } from '../model/model.js';
import { markedLeaves } from '../model/model.js';
import { valueAt } from '../model/record-path.js';
import type { StoredEntry } from '../store/entries.js';
import type { EntryText } from './entry-texts.js';
import { collectTexts } from './entry-texts.js';
import type { Lexicon } from './lexicon.js';
import { collectEdges } from './link-graph.js';
import { writeSequence } from './sequence.js';

/** Analysed entry for the persistent cache: every term with its weight. */
export interface AnalysedEntry {
  key: string;
  /** Version of the analysis; others are computed again. */
  form: typeof ANALYSIS_VERSION;
  kind: string;
  revision: number;
  /** In milliseconds. */
  writtenAt: number;
  /** Digest of the lexicon's labels for this entry. */
  lexicon: string;
  /** Year of the first sortable date; null for none. */
  year: number | null;
  /** Distinct words, stems (`~…`) and concepts (`#…`). */
  terms: string[];
  weights: number[];
  /** Order of the words of each text, in the format of `sequence.ts`. */
  sequence: string;
  /** Weight of one word in each text. */
  textWeights: number[];
  /** Links: field and target key. */
  links: { field: string; to: string }[];
}

/** Increase it when the analysis changes. */
export const ANALYSIS_VERSION = 3;
/** Divided by the weight of a field, the number of words of a text with full weight. */
const USUAL_LENGTH = 60;
/** Effect of length, from 0 to 1. */
const LENGTH_COUNTS = 0.4;
/** Weight of a link to a concept. */
export const LINK_WEIGHT = 2;

export function conceptTerm(key: string): string {
  return `#${key}`;
}

export type WeighedTerms = Pick<AnalysedEntry, 'terms' | 'weights' | 'sequence' | 'textWeights'>;

interface WeighedText {
  field: string;
  each: number;
  words: readonly string[];
  stems: readonly string[];
}

/**
 * Weighs the terms of an entry. A term counts once for each field, by its best language, so that translations do not
 * increase its weight.
 */
export function weighTerms(texts: readonly EntryText[], concepts: readonly string[], lexicon: Lexicon): WeighedTerms {
  const weighed = texts.map(weighText);
  const byField = new Map<string, Map<string, number>>();
  for (const text of weighed) {
    const field = byField.get(text.field) ?? new Map<string, number>();
    byField.set(text.field, field);
    for (const [term, weight] of collectTerms(text, lexicon)) field.set(term, Math.max(field.get(term) ?? 0, weight));
  }
  const total = new Map(concepts.map((key) => [conceptTerm(key), LINK_WEIGHT]));
  for (const field of byField.values()) {
    for (const [term, weight] of field) total.set(term, (total.get(term) ?? 0) + weight);
  }
  const terms = [...total.keys()];
  return {
    terms,
    weights: [...total.values()],
    sequence: writeSequence(
      weighed.map(({ stems }) => stems),
      terms,
    ),
    textWeights: weighed.map(({ each }) => each),
  };
}

function weighText({ field, text, weight, locale }: EntryText): WeighedText {
  const words = tokens(text)
    .map(({ word }) => word)
    .filter((word) => !isStopWord(word));
  const each = weight / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length * weight) / USUAL_LENGTH);
  return { field, each, words, stems: words.map((word) => stem(word, locale)) };
}

function collectTerms({ words, stems, each }: WeighedText, lexicon: Lexicon): Map<string, number> {
  const terms = new Map<string, number>();
  const count = (term: string) => terms.set(term, (terms.get(term) ?? 0) + each);
  words.forEach(count);
  stems.forEach(count);
  for (const { concept } of lexicon.mentions(stems)) count(conceptTerm(concept));
  return terms;
}

export function analyse(model: Model, entry: StoredEntry, lexicon: Lexicon): AnalysedEntry {
  const { folder } = model.kind(entry.kind);
  const links = collectEdges(model, entry).map(({ field, to }) => ({ field, to }));
  const concepts = [...new Set(links.map(({ to }) => to).filter((key) => lexicon.has(key)))];
  const weighed = weighTerms(collectTexts(model, entry), concepts, lexicon);
  return {
    key: folderKey({ folder }, entry.slug),
    form: ANALYSIS_VERSION,
    kind: entry.kind,
    revision: entry.revision,
    writtenAt: entry.updatedAt.getTime(),
    lexicon: lexicon.digestFor(weighed.terms, links),
    year: findYear(model, entry),
    ...weighed,
    links,
  };
}

function findYear(model: Model, { kind, record }: StoredEntry): number | null {
  const dates = markedLeaves(model, model.kind(kind), 'sort').filter(({ leaf }) => leaf.type === 'PartialDate');
  const first = dates.map(({ path }) => valueAt(record, path)).find((date) => typeof date === 'string');
  return first === undefined ? null : Number((first as string).slice(0, 4));
}
