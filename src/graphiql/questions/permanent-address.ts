import { permanentPath } from '../../bench/permanent-path.js';
import { vintageMoment } from '../../bench/vintage-moment.js';
import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values } from '../../bench/values.js';
import type { Table } from '../../tables/table.js';
import { formatDay } from '../../model/day.js';

/** The page of an answer for good, with its figures as they are now. */
export function permanentAddress(question: OpenQuestion, values: Values, table: Table): string {
  const isOfFigures = table.columns.some(({ role }) => role === 'value');
  const asOf = isOfFigures ? vintageMoment([table], formatDay(new Date())) : null;
  return `${location.origin}${permanentPath(question, values, asOf)}`;
}
