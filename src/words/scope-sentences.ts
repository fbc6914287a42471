import { chooseWriting } from './catalogue.js';
import type { Words } from './words.js';

/** What of the scope of a list of figures is put into sentences. */
interface Counted {
  items: 'AREAS' | 'SERIES' | 'RANKED' | 'ITEMS';
  included: number;
  existing: number | null;
  requested: readonly { sentence: string }[];
  cautions?: readonly string[];
}

/** How many of the existing items a list includes; null where it includes all. */
function countSentence({ items, included, existing }: Counted, words: Words): string | null {
  const { scope } = words;
  const number = (count: number) => chooseWriting(words).number(count);
  if (existing === null) return (items === 'ITEMS' ? scope.moreItems : scope.more)({ included: number(included) });
  if (included >= existing || included === 0) return null;
  const write = { AREAS: scope.areas, SERIES: scope.series, RANKED: scope.ranked, ITEMS: scope.items }[items];
  return write({ included: number(included), existing: number(existing) });
}

/** What lists of figures include and lack, each sentence once. */
export function scopeSentences(scopes: readonly Counted[], words: Words): string[] {
  const all = scopes.flatMap((scope) => [
    countSentence(scope, words),
    ...scope.requested.map(({ sentence }) => sentence),
    ...(scope.cautions ?? []),
  ]);
  return [...new Set(all.flatMap((sentence) => sentence ?? []))];
}
