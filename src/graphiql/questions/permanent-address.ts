import { vintageMoment } from '../../bench/vintage-moment.js';
import { AS_OF } from '../../bench/frozen.js';
import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values } from '../../bench/values.js';
import { writeValues } from '../../bench/values.js';
import type { Table } from '../../tables/table.js';
import { formatDay } from '../../model/day.js';

/**
 * The page of an answer for good: with all values, whatever becomes of those of the question, and with its figures as
 * they are on this day.
 */
export function permanentAddress({ slug, inputs }: OpenQuestion, values: Values, table: Table): string {
  const search = new URLSearchParams();
  writeValues(search, { ...values, [AS_OF]: null }, {}, inputs);
  const hasVintages = table.columns.some(({ role }) => role === 'vintage_at');
  if (hasVintages) search.set(AS_OF, vintageMoment([table], formatDay(new Date())));
  return `${location.origin}/q/${slug}${search.size > 0 ? `?${search}` : ''}`;
}
