import type { Locale } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { wordsIn } from '../words/words-in.js';
import { unitLabel } from '../words/unit-label.js';

/** Resolves a unit label in the requested locale; default: that of the request. */
export function labelUnit(
  { unit }: { unit: string },
  { locale }: { locale?: Locale | null },
  { locales }: Pick<ComputedContext, 'locales'>,
): string {
  return unitLabel(wordsIn(locale ? [locale] : locales), unit).text;
}
