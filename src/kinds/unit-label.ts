import type { Locale } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { messagesFor } from '../i18n/messages-for.js';
import { unitLabel } from '../i18n/unit-label.js';

/** Resolves a unit label in the requested locale; default: that of the request. */
export function resolveUnitLabel(
  { unit }: { unit: string },
  { locale }: { locale?: Locale | null },
  { locales }: Pick<ComputedContext, 'locales'>,
): string {
  return unitLabel(messagesFor(locale ? [locale] : locales), unit).text;
}
