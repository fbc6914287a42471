import type { TableRow } from '../tables/table.js';
import { formatsFor, columnLabel } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import type { FileFacts, ReuseTerms } from './file-facts.js';
import type { Origins } from './origins.js';

/** Names and texts that describe a file, in the language of its reader. */
export function factLines(facts: FileFacts, origins: Origins): [string, string][] {
  const { words, title, address, query, variables, retrievedAt } = facts;
  const { takeAway } = words.page;
  const [sentences, footnotes] = [facts.scope(), facts.footnotes()];
  return [
    [fieldName(words, 'title'), title],
    [takeAway.retrieved, retrievedAt.toISOString()],
    [fieldName(words, 'url'), address() ?? ''],
    ...(sentences.length > 0 ? [[words.scope.scope, sentences.join(' ')] satisfies [string, string]] : []),
    ...footnotes.map((footnote): [string, string] => [fieldName(words, 'footnote'), footnote]),
    [takeAway.editions, origins.vintages().join(', ')],
    [words.cite.cite, origins.citation(facts, 'APA')],
    [fieldName(words, 'licence'), takeAway.eachUnderItsTerms],
    [takeAway.query, query],
    [takeAway.variables, variables],
  ];
}

/** Columns of the sources, language-independent. */
export const TERMS_HEADER = ['source', 'publisher', 'address', 'licence', 'attribution'];

export function termsHeader(words: LocaleMessages): string[] {
  return TERMS_HEADER.map((name) => fieldName(words, name === 'address' ? 'url' : name));
}

export function termsRows(terms: readonly ReuseTerms[]): TableRow[] {
  return terms.map(({ title, publisher, url, licence, attribution }) => [title, publisher, url, licence, attribution]);
}

export function licenceText(terms: readonly ReuseTerms[], words: LocaleMessages): string {
  const { takeAway } = words.page;
  const known = terms.map(({ title, publisher, licence, attribution }) => {
    const name = publisher === null ? title : `${title} (${publisher})`;
    const told = [
      namedLine(words, fieldName(words, 'licence'), licence ?? takeAway.termsNotSeen),
      ...(attribution === null ? [] : [namedLine(words, fieldName(words, 'attribution'), attribution)]),
    ];
    return `${name}\n${told.map((line) => `  ${line}\n`).join('')}`;
  });
  const lead = `${takeAway.nameThem}\n${takeAway.ownTexts}\n\n`;
  return lead + (known.length > 0 ? known.join('\n') : `${takeAway.noSource}\n`);
}

export function namedLine(words: LocaleMessages, name: string, text: string): string {
  return `${name}${formatsFor(words).colon} ${text}`;
}

function fieldName(words: LocaleMessages, name: string): string {
  return columnLabel(words, { name, role: null });
}
