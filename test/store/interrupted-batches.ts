import type { Batch } from '../../src/store/change-log.js';
import type { StoredPoint } from '../../src/store/figures.js';
import { batch, entry, nextChange, topic } from './test-stores.js';

const first = {
  parent: topic('parent'),
  child: topic('child', { broader: 'parent' }),
  old: topic('old'),
  taken: topic('taken'),
  resource: entry('Resource', 'guide', { resourceType: 'GUIDE', topics: ['old', 'child'] }),
};

/** The content before a writer is killed. */
export function batchBeforeKill(): Batch {
  return { ...batch(...Object.values(first)), vintages: [casesVintage(1, 2, 3)] };
}

/** The batch during which the writer is killed; it contains every type of change. */
export function batchToInterrupt(): Batch {
  return {
    ...batch(
      nextChange(first.resource, 'SAVE', 'PUBLISHED', { topics: ['new', 'child'] }),
      topic('new', { broader: 'parent' }),
      nextChange(first.child, 'SAVE', 'DRAFT', { title: { en: 'Draft' } }),
      nextChange(first.old, 'RETIRE', 'RETIRED'),
      nextChange(first.taken, 'UNPUBLISH', 'DRAFT'),
    ),
    vintages: [casesVintage(1, 2, 4), { ...casesVintage(9), earlier: '2020' }],
  };
}

/** Returns a vintage of the indicator `cases` with one series per value. */
export function casesVintage(...values: number[]) {
  const series = values.map((value, index) => ({ area: `A${index}`, breakdown: {}, points: [point(value)] }));
  return { indicator: 'cases', digest: values.join(), series };
}

function point(value: number): StoredPoint {
  return { period: '2023', value, state: 'REPORTED', flags: [], source: null, note: null };
}
