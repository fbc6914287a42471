import type { GraphQLSchema } from 'graphql';
import { readKey } from '../../model/entry-key.js';
import type { ComputedContext } from '../../reading/computed-context.js';
import { textIn, withLocale } from '../../reading/locales.js';
import { Reference } from '../../reading/reference.js';
import type { EntrySelection } from '../selection/entry-selection.js';
import type { Context } from './context.js';

/** Entries that a computed field is given of a kind. */
const MOST_ENTRIES = 500;

/** By the fields, which a kind asks for as one list. */
const SELECTIONS = new WeakMap<readonly string[], EntrySelection>();

function selectionOf(fields: readonly string[]): EntrySelection {
  const known = SELECTIONS.get(fields);
  if (known) return known;
  const sorted = [...fields].sort();
  const selection = { fields: sorted, digest: sorted.join(' ') };
  SELECTIONS.set(fields, selection);
  return selection;
}

/** What a computed field may use in this request. */
export function computedContext(
  { areas, loaders, model, origin, viewer }: Context,
  contract: GraphQLSchema,
): ComputedContext {
  const { locales } = viewer;
  const { figures } = loaders;
  return {
    get areas() {
      return areas.current;
    },
    contract,
    origin,
    locales,
    reference: (kind, slug) => new Reference(kind, slug),
    entry: (kind: string, slug: string, fields: readonly string[] | null) =>
      loaders.entry(kind, slug, fields ? selectionOf(fields) : { fields, digest: '*' }),
    entries: async (kind, fields) => {
      const want = { nodes: true, fields, totalCount: false, facets: [], cursors: false };
      const orderBy = [{ path: ['title'], direction: 'ASC' as const }];
      const all = { filter: null, orderBy, first: MOST_ENTRIES, after: null, last: null, before: null, locales, want };
      return (await loaders.page(kind, all)).edges.map(({ entry }) => entry);
    },
    series: (indicator, query) => figures.series(indicator, query),
    seriesOf: (indicator, area, query) => figures.seriesOf(indicator, area, query),
    seriesOfArea: (indicators, area, query) => figures.seriesOfArea(indicators, area, query),
    changedSeries: (query, visit) => figures.changedSeries(query, visit),
    coverage: (indicator) => figures.coverage(indicator),
    vintages: (indicator) => figures.vintages(indicator),
    indicatorsWithFigures: () => figures.indicatorsWithFigures(),
    codeAt: (link) => {
      const key = readKey(model, link);
      return areas.current.areas.find((area) => area.kind === key?.kind.name && area.slug === key.slug)?.code ?? null;
    },
    text: (texts, { originalLocale }, locale) => textIn(texts, withLocale(locale, locales), originalLocale),
  };
}
