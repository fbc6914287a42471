import { formatsFor } from './column-labels.js';
import type { LocaleMessages } from './locale-messages.js';

interface ItemCounts {
  /** Name of the indicator; null if there are several or none. */
  of?: string | null;
  items: 'AREAS' | 'SERIES' | 'RANKED' | 'ITEMS';
  included: number;
  existing: number | null;
  requested: readonly { sentence: string }[];
  cautions?: readonly string[];
}

/** Returns a sentence about the number of items in a list; null if it is complete. */
function countSentence({ items, included, existing }: ItemCounts, messages: LocaleMessages): string | null {
  const { scope } = messages;
  const formatCount = (count: number) => formatsFor(messages).number(count);
  if (existing === null) return (items === 'ITEMS' ? scope.moreItems : scope.more)({ included: formatCount(included) });
  if (included >= existing || included === 0) return null;
  const format = { AREAS: scope.areas, SERIES: scope.series, RANKED: scope.ranked, ITEMS: scope.items }[items];
  return format({ included: formatCount(included), existing: formatCount(existing) });
}

/** Returns distinct sentences about the completeness of lists of figures. Names the indicator if there are several. */
export function completenessMessages(scopes: readonly ItemCounts[], messages: LocaleMessages): string[] {
  const isNamed = new Set(scopes.flatMap(({ of }) => of ?? [])).size > 1;
  const sentences = scopes.flatMap((scope) => {
    const name = isNamed && scope.of ? `${scope.of}${formatsFor(messages).colon} ` : '';
    const countText = countSentence(scope, messages);
    return [
      ...[...(countText === null ? [] : [countText]), ...scope.requested.map(({ sentence }) => sentence)].map(
        (sentence) => `${name}${sentence}`,
      ),
      ...(scope.cautions ?? []),
    ];
  });
  return [...new Set(sentences)];
}
