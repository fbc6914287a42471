import { createVintage, type FigureConstraints, type SubmittedSeries } from '../records/submitted-figures.js';
import type { StoredPoint } from '../store/figures.js';
import { FIGURE_COLUMNS } from './figures-file.js';
import { BOUND_COLUMNS } from './read-number-cell.js';

/** Renders figures as CSV, ordered by area, breakdown and period. */
export function figuresCsv(
  slug: string,
  figures: readonly SubmittedSeries[],
  { dimensions }: FigureConstraints,
): string {
  const { series } = createVintage(slug, figures);
  const isBounded = ({ lower = null, upper = null }: StoredPoint) => lower !== null || upper !== null;
  const boundColumns = series.some(({ points }) => points.some(isBounded)) ? BOUND_COLUMNS : [];
  const lines = [[...FIGURE_COLUMNS, ...dimensions.map(({ name }) => name), ...boundColumns]];
  for (const { area, breakdown, points } of series) {
    const codes = dimensions.map(({ name, total }) => breakdown[name] ?? total ?? '');
    for (const point of points) {
      const { period, value, state, flags, source, note } = point;
      const cells = [area, period, plainNumber(value), state, flags.join(';'), source ?? '', note ?? ''];
      lines.push([...cells, ...codes, ...boundColumns.map((name) => plainNumber(point[name] ?? null))]);
    }
  }
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

/** Formats a number without an exponent, which the reader rejects. */
function plainNumber(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function csvCell(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
