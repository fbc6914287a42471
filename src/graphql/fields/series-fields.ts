import { comparisonOf } from '../../kinds/comparison.js';
import type { SeriesInput } from '../../kinds/comparison.js';
import type { ServedDevelopment } from '../../kinds/developments.js';
import type { ServedSeries } from '../../kinds/served-series.js';
import type { CitationStyle, Work } from '../../series/citation.js';
import { citationOf } from '../../series/citation.js';
import { withExactAreas } from './area-arguments.js';
import type { Assembly } from '../assembly.js';
import { computedContext } from '../request/computed.js';
import type { Entry } from '../request/entry.js';
import type { Context } from '../request/context.js';

interface CiteArguments {
  style: CitationStyle;
}

const ALL_FIELDS = { fields: null, digest: '*' };
const KNOWLEDGE_BASE = 'Signpost';

/** Gives comparing series, and citing series and entries, and what is told of developments, their resolvers. */
export function attachSeries(assembly: Assembly): void {
  if (!assembly.schema.getQueryType()?.getFields()['compare']) return;
  const { args: definitions } = assembly.field('Query', 'compare');
  assembly.resolve<unknown, { series: readonly SeriesInput[]; force: boolean }>(
    'Query',
    'compare',
    (_root, args, context) => {
      const { series, force } = withExactAreas(args, definitions, context.areas.current);
      return comparisonOf(series, force, computedContext(context, context.viewer));
    },
  );
  assembly.resolve<ServedSeries, CiteArguments>('Series', 'citation', (series, { style }) => series.cite(style));
  assembly.resolve<ServedDevelopment, CiteArguments>('Development', 'citation', (development, { style }) =>
    development.cite(style),
  );
  for (const name of ['rank', 'peers'] as const) {
    assembly.resolve<ServedDevelopment, object>(
      'Development',
      name,
      async (development) => (await development.ranked())[name],
    );
  }
  for (const kind of assembly.model.kinds) {
    assembly.resolve<Entry, CiteArguments>(kind.name, 'citation', async (entry, { style }, context) =>
      citationOf(await workOf(entry, assembly, context), style),
    );
  }
}

/** What is cited of an entry: what its kind says, or else its page in its present revision. */
async function workOf(
  { kind, slug, locales, stored: known }: Entry,
  { modules }: Assembly,
  context: Context,
): Promise<Work> {
  const stored = (await context.loaders.entry(kind.name, slug, ALL_FIELDS)) ?? known;
  const computed = computedContext(context, { locales });
  const cited = modules.get(kind.name)?.cited as ((entry: typeof stored, context: typeof computed) => Work) | undefined;
  if (cited) return cited(stored, computed);
  const changed = stored.updatedAt.toISOString().slice(0, 10);
  return {
    key: `${kind.folder}-${slug}`,
    kind: 'PAGE',
    title: computed.text(stored.record['title'], stored) ?? slug,
    author: KNOWLEDGE_BASE,
    publisher: KNOWLEDGE_BASE,
    issued: changed,
    accessed: null,
    version: `revision ${stored.revision} of ${changed}`,
    container: null,
    url: null,
    note: `At /${kind.singular}/${slug}`,
  };
}
