import { area } from './area.js';
import type { ModuleOf } from './typed-module.js';

/** A group of countries; its code follows from its slug. */
export const countryGroup: ModuleOf<'CountryGroup'> = {
  ...area,
  rules: [
    {
      name: 'the code of a group follows from its slug',
      check({ value }, { submission, report }) {
        const expected = submission.slug.toUpperCase().replaceAll('-', '_');
        if (value['code'] === undefined || value['code'] === expected) return;
        report.add('KEY_MISMATCH', ['code'], `"${String(value['code'])}" is not the slug`, `write ${expected}`);
      },
    },
  ],
};
