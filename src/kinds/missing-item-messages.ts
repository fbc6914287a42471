import { closestMatch } from '../model/closest-match.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { textIn } from '../reading/locale-fallback.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { RequestedItem } from '../tables/figure-scope.js';
import { messagesFor } from '../i18n/messages-for.js';

type Item = Pick<RequestedItem, 'input' | 'area' | 'code'>;

/** Describes an area that the indicator does not cover. */
export function notCoveredItem(
  item: Item,
  name: string,
  { covered, context }: { covered: ReadonlySet<string>; context: ComputedContext },
): RequestedItem {
  const sentence = messagesFor(context.locales).scope.notCovered({ name, count: covered.size });
  return { ...item, omission: 'NOT_COVERED', sentence };
}

/** Describes a requested item without figures. `base` is the base period of an index, if it has no figure. */
export function missingItem(
  item: Item & { omission: 'NONE_WITH_BREAKDOWN' | 'NONE_IN_PERIOD' },
  name: string,
  { locales }: ComputedContext,
  base: string | null = null,
): RequestedItem {
  const { scope } = messagesFor(locales);
  if (base !== null) return { ...item, omission: 'BASE_MISSING', sentence: scope.noBase({ name, base }) };
  const sentence =
    item.omission === 'NONE_IN_PERIOD' ? scope.noneInPeriod({ name }) : scope.noneWithBreakdown({ name });
  return { ...item, sentence };
}

/** Describes a requested area that is unknown. Suggests a similar one. */
export function unknownAreaItem(input: string, context: ComputedContext): RequestedItem {
  const { areas, locales } = context;
  const suggestion = areas.nearestCode(input);
  const name = suggestion === undefined ? undefined : areas.nameOf(suggestion, locales);
  return unknownItem(input, messagesFor(locales).help.noArea({ given: input }), name, locales);
}

/** Describes a requested indicator that is unknown. Suggests a similar one if it is visible. */
export async function unknownIndicatorItem(input: string, context: ComputedContext): Promise<RequestedItem> {
  const suggestion = closestMatch(input, await context.figures.indicatorsWithFigures());
  const isVisible = suggestion !== null && (await context.entry('Indicator', suggestion, ['slug'])) !== null;
  const sentence = messagesFor(context.locales).help.noIndicator({ given: input });
  return unknownItem(input, sentence, isVisible ? suggestion : undefined, context.locales);
}

/** Describes a requested code that a dimension lacks. Suggests a similar one. */
export function unknownCodeItem(
  input: string,
  { title, codes }: { title: string; codes: readonly string[] },
  { locales }: ComputedContext,
): RequestedItem {
  const sentence = messagesFor(locales).help.noCode({ dimension: title, given: input });
  return unknownItem(input, sentence, closestMatch(input, codes) ?? undefined, locales);
}

function unknownItem(
  input: string,
  sentence: string,
  suggestedName: string | undefined,
  locales: readonly string[],
): RequestedItem {
  const tip = suggestedName === undefined ? [] : [messagesFor(locales).help.nearestIs({ name: suggestedName })];
  return { input, area: null, code: null, omission: 'UNKNOWN', sentence: [sentence, ...tip].join(' ') };
}

/** Returns the title of an indicator in the requested language, else its slug. */
export function indicatorTitle(entry: EntryOf<'Indicator'>, { locales }: ComputedContext): string {
  return textIn(entry.record.title, locales, 'en') ?? entry.slug;
}

/** Returns the title of an indicator in the language of generated sentences, else its slug. */
export function indicatorTitleInSentence({ record, slug }: EntryOf<'Indicator'>, { locales }: ComputedContext): string {
  return (record.title as Readonly<Record<string, string>> | undefined)?.[messagesFor(locales).locale] ?? slug;
}
