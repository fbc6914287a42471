import { folderKey } from '../model/entry-key.js';
import { isStopWord, stem, tokens } from './analyse.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { EntryText } from './entry-texts.js';
import { textsOf } from './entry-texts.js';
import type { Lexicon } from './lexicon.js';
import { edgesOf } from './link-graph.js';

/** What is kept of an entry so that its words need not be computed again: every term with its weight. */
export interface AnalysedEntry {
  /** `folder/slug`. */
  key: string;
  kind: string;
  revision: number;
  /** When that revision was written, in milliseconds. */
  writtenAt: number;
  /** Of what the lexicon says of it, by which its concepts were found. */
  lexicon: string;
  /** The concepts that the entry links to, by key. */
  concepts: string[];
  /** Words, stems (`~…`) and concepts (`#…`), each once. */
  terms: string[];
  weights: number[];
  /** The links it holds: field and key of the target. */
  links: { field: string; to: string }[];
}

/** How much a text of a field counts that is as long as this many words; longer ones count less for each word. */
const USUAL_LENGTH = 30;
/** How far length counts, from 0 (not at all) to 1. */
const LENGTH_COUNTS = 0.4;
/** What a link to a concept weighs, beside its mention in texts. */
const LINK_WEIGHT = 2;

/** The term under which a concept is looked up. */
export function conceptTerm(key: string): string {
  return `#${key}`;
}

/**
 * The terms of an entry's texts with their weights. A term's weight in a field is its best among the languages of that
 * field, and the fields add up, so that an entry does not gain by being translated.
 */
export function weighTerms(
  texts: readonly EntryText[],
  concepts: readonly string[],
  lexicon: Lexicon,
): Map<string, number> {
  const byField = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const field = byField.get(text.field) ?? new Map<string, number>();
    byField.set(text.field, field);
    for (const [term, weight] of termsOf(text, lexicon)) field.set(term, Math.max(field.get(term) ?? 0, weight));
  }
  const total = new Map(concepts.map((key) => [conceptTerm(key), LINK_WEIGHT]));
  for (const field of byField.values()) {
    for (const [term, weight] of field) total.set(term, (total.get(term) ?? 0) + weight);
  }
  return total;
}

function termsOf({ text, weight, locale }: EntryText, lexicon: Lexicon): Map<string, number> {
  const words = tokens(text)
    .map(({ word }) => word)
    .filter((word) => !isStopWord(word));
  const stems = words.map((word) => stem(word, locale));
  const each = weight / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length) / USUAL_LENGTH);
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
  const links = edgesOf(model, entry).map(({ field, to }) => ({ field, to }));
  const concepts = [...new Set(links.map(({ to }) => to).filter((key) => lexicon.has(key)))];
  const weights = weighTerms(textsOf(model, entry), concepts, lexicon);
  const terms = [...weights.keys()];
  return {
    key: folderKey({ folder }, entry.slug),
    kind: entry.kind,
    revision: entry.revision,
    writtenAt: entry.updatedAt.getTime(),
    lexicon: lexicon.digestFor(terms, links),
    concepts,
    terms,
    weights: [...weights.values()],
    links,
  };
}
