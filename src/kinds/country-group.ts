import { areaModuleParts } from './area.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Computed fields and rule of groups of countries. Their code is the slug in upper case, with `_` for `-`. */
export const countryGroupModule: KindModuleOf<'CountryGroup'> = {
  ...areaModuleParts,
  rules: [
    {
      name: 'the code of a group matches its slug',
      check({ value }, { submission, report }) {
        const expected = submission.slug.toUpperCase().replaceAll('-', '_');
        if (value['code'] === undefined || value['code'] === expected) return;
        report.add('KEY_MISMATCH', ['code'], `"${String(value['code'])}" is not the slug`, `write ${expected}`);
      },
    },
  ],
};
