import { createRequire } from 'node:module';
// Avoids the package's main entry, which loads country names in all languages.
import countries from 'i18n-iso-countries/index.js';
import type { LocaleData } from 'i18n-iso-countries';

countries.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json') as LocaleData);

/** ISO 3166 codes and English country names. */
export { countries };
