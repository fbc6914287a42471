import { createRequire } from 'node:module';
// Not by the package's own entry, which reads the names of countries in all its eighty languages.
import countries from 'i18n-iso-countries/index.js';
import type { LocaleData } from 'i18n-iso-countries';

countries.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json') as LocaleData);

/** Codes of countries in the forms of ISO 3166, and their English names. */
export { countries };
