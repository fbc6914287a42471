import type { SeriesFacts } from './series-facts.js';

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
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== null) search.append(name, String(value));
  for (const [dimension, code] of Object.entries(breakdown)) search.append('breakdown', `${dimension}:${code}`);
  return `${origin}/q/series?${search}`;
}
