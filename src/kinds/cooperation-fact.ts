import type { Locale } from '../generated/records.js';
import { enumLabel, toMidSentence } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { textLocale } from '../reading/locale-fallback.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Computed fields of `CooperationFact`: a sentence with its type, partner and state, and its locale. */
export const cooperationFactModule: KindModuleOf<'CooperationFact'> = {
  computedPart: {
    async sentence({ type, state, partner }, _args, context) {
      const name = await partnerName(partner!, context);
      const messages = messagesFor([name.locale]);
      const stage = toMidSentence(enumLabel(messages, state!, 'CooperationState'), messages);
      const parties = [enumLabel(messages, type!, 'CooperationType'), ...(name.text === null ? [] : [name.text])];
      return `${parties.join(', ')} (${stage})`;
    },
    sentenceLocale: async ({ partner }, _args, context) => (await partnerName(partner!, context)).locale,
  },
};

/** Returns the acronym of the partner, else its title, and its locale. The text is null for an invisible partner. */
async function partnerName(slug: string, context: ComputedContext): Promise<{ text: string | null; locale: Locale }> {
  const partner = await context.entry('Organisation', slug, ['title', 'acronym']);
  const firstLocale = context.locales[0] as Locale;
  if (!partner || partner.record.acronym) return { text: partner?.record.acronym ?? null, locale: firstLocale };
  return {
    text: context.text(partner.record.title, partner),
    locale: textLocale(partner.record.title, partner, context.locales),
  };
}
