import type { Locale } from '../generated/records.js';
import { formatsFor } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { messagesFor } from '../i18n/messages-for.js';
import { textIn, textLocale } from '../reading/locale-fallback.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Limits of a prison term, in years; null if unknown. */
export interface PrisonTerm {
  minYears?: number | null;
  maxYears?: number | null;
  life?: boolean | null;
}

/** Computed fields of `PenaltyTier`: a sentence with offence and prison term in one language, and its locale. */
export const penaltyTierModule: KindModuleOf<'PenaltyTier'> = {
  computedPart: {
    sentence(tier, _args, { locales }) {
      const locale = offenceLocale(tier.offence, locales);
      const messages = messagesFor([locale]);
      const offence = textIn(tier.offence, [locale], locale) ?? '';
      const term = formatPrisonTerm(tier, messages);
      return term === '' ? offence : `${offence}${formatsFor(messages).colon} ${term}`;
    },
    sentenceLocale: ({ offence }, _args, { locales }) => offenceLocale(offence, locales),
  },
};

function offenceLocale(offence: object | null | undefined, locales: readonly string[]): Locale {
  const originalLocale = Object.keys(offence ?? {})[0] ?? 'en';
  return textLocale(offence, { originalLocale }, locales);
}

/** Formats a prison term, as in "1–4 years", "up to 6 years" or "15 years – life"; empty if unknown. */
export function formatPrisonTerm(tier: PrisonTerm, messages: LocaleMessages): string {
  const { minYears = null, maxYears = null, life = null } = tier;
  const last = life ? minYears : (maxYears ?? minYears);
  if (last === null) return formatPrisonRange(tier, messages);
  const range = formatPrisonRange({ minYears, maxYears: life ? minYears : maxYears }, messages);
  const term = messages.page.prisonYears({ range, last });
  return life ? `${term} – ${messages.page.forLife}` : term;
}

/** Formats a prison term without its unit, as in "1–4" or "15–life"; empty if unknown. */
export function formatPrisonRange(
  { minYears = null, maxYears = null, life = null }: PrisonTerm,
  messages: LocaleMessages,
): string {
  const { forLife, upTo } = messages.page;
  const number = (value: number) => formatsFor(messages).number(value);
  const maxTerm = life ? forLife : maxYears === null ? null : number(maxYears);
  if (minYears === null) return maxTerm === null ? '' : life ? forLife : `${upTo} ${maxTerm}`;
  if (maxTerm === null) return `${number(minYears)}–?`;
  return minYears === maxYears ? number(minYears) : `${number(minYears)}–${maxTerm}`;
}
