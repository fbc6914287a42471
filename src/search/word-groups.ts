import { findStems, foldWords } from './text-analysis.js';
import lists from './word-groups.json' with { type: 'json' };

/** Groups of synonyms in all languages of the site, folded. */
export const WORD_GROUPS: readonly (readonly string[])[] = lists.groups.map(foldWords);
/** Words of questions that do not describe the subject, such as "how" and "many"; folded. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(lists.questions.flatMap(foldWords));

/** Stems of the words of each group that a word belongs to, by folded word. */
const stemsByWord = new Map<string, Set<string>>();
for (const group of WORD_GROUPS) {
  // Stems of less than four letters match unrelated words, such as "cas" of "casarse".
  const stems = group.flatMap((word) =>
    [...findStems(word)].filter((wordStem) => wordStem.length > 4 || wordStem === `~${word}`),
  );
  for (const word of group) stemsByWord.set(word, new Set([...(stemsByWord.get(word) ?? []), ...stems]));
}

/** Returns the stems of words with the same meaning as a folded word, in all languages; empty if none is known. */
export function relatedStems(word: string): ReadonlySet<string> {
  return stemsByWord.get(word) ?? new Set();
}
