import { remembered } from '../remembered.js';
import type { SeriesFacts } from './series-facts.js';

/** A value as it stands in an address; the same few come again and again. */
const encoded = remembered((value) => new URLSearchParams([['', value]]).toString().slice(1));

/**
 * The address of the page of a series in its vintage. Where a population was brought after the figures, it is as of that.
 *
 * @param origin what addresses of the server begin with; empty for one from its root
 */
export function makePermalink(
  { indicator, area, breakdown, recipe, vintage, population, total }: SeriesFacts,
  origin: string,
): string {
  const since = population?.since ?? vintage.at;
  const given = {
    indicator: indicator.slug,
    area,
    ...recipe,
    total: total ? 'true' : null,
    fixedAt: total?.fixedAt ?? null,
    asOf: (since > vintage.at ? since : vintage.at).toISOString(),
  };
  const search = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encoded(String(value))}`],
  );
  for (const [dimension, code] of Object.entries(breakdown))
    search.push(`breakdown=${encoded(`${dimension}:${code}`)}`);
  return `${origin}/q/series?${search.join('&')}`;
}
