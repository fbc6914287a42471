import {
  DOCUMENT_WORDS,
  KIND_WORDS,
  LANGUAGE_CODES,
  LANGUAGE_PREPOSITIONS,
  PREPOSITIONS,
} from '../generated/scope-words.js';
import { isStopWord, type SearchToken, stem, STEMMED_LOCALES } from './text-analysis.js';
import { QUESTION_WORDS } from './word-groups.js';

/** The kind and language of entries that a query names around its other words, as in "guides on hawala in French". */
export interface QueryScope {
  /** Kind whose entries rank higher. */
  kind: string | null;
  /** Language in which the entries have to be available. */
  language: string | null;
  /** The query without the language, and with the word for the kind in quotation marks. */
  unscoped: string;
}

const MAX_LABEL_LENGTH = 3;

/**
 * Parses the scope of a query. Also returns the tokens that name the kind (`label`), and those that are not searched
 * (`ignored`). The kind comes first, in the singular before a preposition; the language last, after a preposition.
 * @param isFree whether a token can be part of the scope
 */
export function readScope(query: string, tokens: readonly SearchToken[], isFree: (token: SearchToken) => boolean) {
  const [preposition, name] = tokens.slice(-2);
  const kindMatch = findKind(tokens, isFree);
  const isLast =
    name && isFree(name) && LANGUAGE_PREPOSITIONS.has(preposition!.word) && kindMatch?.hasLanguage !== false;
  const language = (isLast && LANGUAGE_CODES.get(name.word)) || null;
  const remainingTokens = language === null ? tokens : tokens.slice(0, -2);
  const isSubject = ({ word }: SearchToken) => !isStopWord(word) && !PREPOSITIONS.has(word);
  const hasSubject = remainingTokens.some((token) => isSubject(token) && !kindMatch?.label.includes(token));
  const label = hasSubject || language !== null ? (kindMatch?.label ?? []) : [];
  const [start, end] = [label[0]?.start ?? 0, label.at(-1)?.end ?? 0];
  const text = language === null ? query : query.slice(0, preposition!.start).trimEnd();
  const unscoped = label.length === 0 ? text : `${text.slice(0, start)}"${text.slice(start, end)}"${text.slice(end)}`;
  const kind = label.length === 0 ? null : kindMatch!.kind;
  const isIgnored = (token: SearchToken) =>
    !remainingTokens.includes(token) ||
    (kind !== null && token === kindMatch!.next) ||
    (language !== null && DOCUMENT_WORDS.has(token.word));
  const scope: QueryScope | null = kind === null && language === null ? null : { kind, language, unscoped };
  return { scope, label, ignored: tokens.filter(isIgnored) };
}

/** Finds a word for a kind at the start, and the preposition that follows it; null if there is none. */
function findKind(tokens: readonly SearchToken[], isFree: (token: SearchToken) => boolean) {
  const firstIndex = tokens.findIndex(({ word }) => !isStopWord(word) && !QUESTION_WORDS.has(word));
  const contentTokens = tokens.slice(Math.max(0, firstIndex)).filter(({ word }) => !isStopWord(word));
  for (let length = Math.min(MAX_LABEL_LENGTH, contentTokens.length); length > 0; length -= 1) {
    const label = contentTokens.slice(0, length);
    const stems = (locale: string) => label.map(({ word }) => stem(word, locale)).join(' ');
    const keys = [label.map(({ word }) => word).join(' '), ...STEMMED_LOCALES.map((it) => `${it}: ${stems(it)}`)];
    const key = keys.find((candidate) => KIND_WORDS.has(candidate));
    if (key === undefined || !label.every(isFree)) continue;
    const followingToken = tokens[tokens.indexOf(label.at(-1)!) + 1];
    const preposition = followingToken && PREPOSITIONS.has(followingToken.word) ? followingToken : null;
    return KIND_WORDS.get(key)!.isPlural || preposition ? { ...KIND_WORDS.get(key)!, label, next: preposition } : null;
  }
  return null;
}
