import { textLocale } from './text-locale.js';
import type { ModuleOf } from './typed-module.js';

/** Module of legal provisions. Their summary is the described conduct. */
export const law: ModuleOf<'Law'> = {
  computed: {
    summary: (entry, { locale }, context) => context.text(entry.record.conduct, entry, locale),
    summaryLocale: (entry, _args, { locales }) => textLocale(entry.record.conduct, entry, locales),
  },
  needs: { summary: ['conduct'], summaryLocale: ['conduct'] },
  light: ['summaryLocale'],
};
