import { textLocale } from '../reading/locale-fallback.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Computed fields of `Topic`: the summary, which is the definition of the topic, and its locale. */
export const topicModule: KindModuleOf<'Topic'> = {
  computed: {
    summary: (entry, { locale }, context) => context.text(entry.record.definition, entry, locale),
    summaryLocale: (entry, _args, { locales }) => textLocale(entry.record.definition, entry, locales),
  },
  needs: { summary: ['definition'], summaryLocale: ['definition'] },
  light: ['summaryLocale'],
};
