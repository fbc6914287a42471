import { findField } from '../../model/model.js';
import { endsBefore } from '../partial-date.js';
import type { Rule } from '../rule.js';

/** Fields that are a beginning and an end in any type with both. */
const PAIRS = [
  ['from', 'to'],
  ['startsOn', 'endsOn'],
] as const;

export const spans: Rule = {
  name: 'nothing ends before it begins',
  check({ shape, value, path }, { report }) {
    for (const [first, last] of PAIRS) {
      if (findField(shape, first)?.type !== 'PartialDate' || findField(shape, last)?.type !== 'PartialDate') continue;
      const from = value[first] as string | undefined;
      const to = value[last] as string | undefined;
      if (from === undefined || to === undefined || !endsBefore(to, from)) continue;
      report.add('SPAN_REVERSED', [...path, last], `${to} is before ${from}`, `exchange ${first} and ${last}?`);
    }
  },
};
