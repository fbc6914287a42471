import { countries } from '../series/iso-countries.js';
import { area } from './area.js';
import type { ModuleOf } from './typed-module.js';

/** Kosovo has no code in ISO 3166; XK is user-assigned. */
const USER_ASSIGNED = new Map([['XK', 'XKX']]);

/** Country profiles and territories: the slug is the lower-case code. */
export const countryByCode: ModuleOf<'Territory'> = {
  ...area,
  derive: (slug) => ({ code: slug.toUpperCase() }),
  rules: [
    {
      name: 'the slug and the three letters of a country belong together',
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
