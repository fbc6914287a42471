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

/** What is kept of an entry so that its words need not be computed again: every term with its weight. */
export interface AnalysedEntry {
  /** `folder/slug`. */
  key: string;
  /** Of what form this is: what an earlier Signpost kept is computed again. */
  form: typeof FORM;
  kind: string;
  revision: number;
  /** When that revision was written, in milliseconds. */
  writtenAt: number;
  /** Of what the lexicon says of it, by which its concepts were found. */
  lexicon: string;
  /** The year of the first date by which it can be ordered; null where it has none. */
  year: number | null;
  /** Words, stems (`~…`) and concepts (`#…`), each once. */
  terms: string[];
  weights: number[];
  /** In which order the words of each text stand, as `sequence.ts` writes it. */
  sequence: string;
  /** What one word weighs in each text. */
  textWeights: number[];
  /** The links it holds: field and key of the target. */
  links: { field: string; to: string }[];
}

/** Changes with what is kept of an entry, or how it is computed. */
export const FORM = 3;
/** A text counts as much as its field weighs that has this many words divided by that weight; a longer one less a word. */
const USUAL_LENGTH = 60;
/** How far length counts, from 0 (not at all) to 1. */
const LENGTH_COUNTS = 0.4;
/** What a link to a concept weighs, beside its mention in texts. */
export const LINK_WEIGHT = 2;

/** The term under which a concept is looked up. */
export function conceptTerm(key: string): string {
  return `#${key}`;
}

/** The terms of an entry's texts, what each weighs, and in which order they stand. */
export type WeighedTerms = Pick<AnalysedEntry, 'terms' | 'weights' | 'sequence' | 'textWeights'>;

/** One text with what each of its words weighs. */
interface WeighedText {
  field: string;
  each: number;
  words: readonly string[];
  stems: readonly string[];
}

/**
 * The terms of an entry's texts with their weights. A term's weight in a field is its best among the languages of that
 * field, and the fields add up, so that an entry does not gain by being translated.
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

/** Computes all that is kept of an entry. */
export function analyse(model: Model, entry: StoredEntry, lexicon: Lexicon): AnalysedEntry {
  const { folder } = model.kind(entry.kind);
  const links = collectEdges(model, entry).map(({ field, to }) => ({ field, to }));
  const concepts = [...new Set(links.map(({ to }) => to).filter((key) => lexicon.has(key)))];
  const weighed = weighTerms(collectTexts(model, entry), concepts, lexicon);
  return {
    key: folderKey({ folder }, entry.slug),
    form: FORM,
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
