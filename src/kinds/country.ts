import { countries } from '../series/iso-countries.js';
import { areaModuleParts } from './area.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Alpha-3 codes that ISO 3166 does not define. XK (Kosovo) is user-assigned. */
const USER_ASSIGNED = new Map([['XK', 'XKX']]);

/** Computed fields and rule of country profiles and territories. Their slug is the lower-case country code. */
export const countryModule: KindModuleOf<'Territory'> = {
  ...areaModuleParts,
  derive: (slug) => ({ code: slug.toUpperCase() }),
  rules: [
    {
      name: 'the slug and the three-letter code of a country match',
      check({ value }, { submission, report }) {
        const code = submission.slug.toUpperCase();
        const alpha3 = USER_ASSIGNED.get(code) ?? countries.alpha2ToAlpha3(code);
        if (alpha3 === undefined) {
          report.add('KEY_MISMATCH', [], `"${submission.slug}" is not a country code`, 'two letters of ISO 3166');
        } else if (value['alpha3'] !== undefined && value['alpha3'] !== alpha3) {
          report.add('KEY_MISMATCH', ['alpha3'], `"${String(value['alpha3'])}" is not ${code}`, `write ${alpha3}`);
        }
      },
    },
  ],
};
