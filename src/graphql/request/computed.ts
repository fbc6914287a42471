import { readKey } from '../../model/entry-key.js';
import type { ComputedContext } from '../../reading/computed-context.js';
import { textIn } from '../../reading/locales.js';
import { Reference } from '../../reading/reference.js';
import type { Context } from './context.js';

/** What a computed field may use in this request. */
export function computedContext({ areas, loaders, model, viewer }: Context): ComputedContext {
  const { current } = areas;
  return {
    areas: current,
    reference: (kind, slug) => new Reference(kind, slug),
    entry: (kind: string, slug: string, fields: readonly string[] | null) => {
      const sorted = fields && [...fields].sort();
      return loaders.entry(kind, slug, { fields: sorted, digest: sorted?.join(' ') ?? '*' });
    },
    series: (indicator, query) => loaders.series(indicator, query),
    seriesOfArea: (indicator, area, query) => loaders.seriesOfArea(indicator, area, query),
    changedSeries: (query, visit) => loaders.changedSeries(query, visit),
    coverage: (indicator) => loaders.coverage(indicator),
    vintages: (indicator) => loaders.vintages(indicator),
    indicatorsWithFigures: () => loaders.indicatorsWithFigures(),
    codeAt: (link) => {
      const key = readKey(model, link);
      return current.areas.find((area) => area.kind === key?.kind.name && area.slug === key.slug)?.code ?? null;
    },
    text: (texts, { originalLocale }) => textIn(texts, viewer.locales, originalLocale),
  };
}
