import { CITATION_FIELDS, ALL_FIELDS } from '../selection/entry-selection.js';
import { publicPath } from '../../model/entry-key.js';
import { formatDay } from '../../model/iso-date.js';
import { type CitationStyle, type CitedWork, formatCitation, SITE_NAME } from '../../series/citation.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { ComputedFieldContext } from '../request/computed-field-context.js';
import type { Context } from '../request/context.js';
import type { Entry } from '../request/entry.js';

/** Registers the citation fields of entries. */
export function registerCitationFields(registry: ResolverRegistry): void {
  for (const { name } of registry.model.kinds) {
    registry.addResolver<Entry, { style: CitationStyle | null }>(name, 'citation', async (entry, { style }, context) =>
      formatCitation(await describeWork(entry, registry, context), style),
    );
  }
}

/** Returns the work to cite: the one that the kind defines, or else the page of the entry in its current revision. */
async function describeWork(
  { kind, slug, stored: storedEntry }: Entry,
  { modules, schema }: ResolverRegistry,
  context: Context,
): Promise<CitedWork> {
  const describeCited = modules.get(kind.name)?.cited;
  const stored =
    (await context.loaders.entry(kind.name, slug, describeCited ? ALL_FIELDS : CITATION_FIELDS)) ?? storedEntry;
  const fieldContext = new ComputedFieldContext(context, schema);
  if (describeCited) return describeCited(stored, fieldContext);
  const updatedDay = formatDay(stored.updatedAt);
  return {
    key: `${kind.folder}-${slug}`,
    kind: 'PAGE',
    title: fieldContext.text(stored.record['title'], stored) ?? slug,
    author: SITE_NAME,
    publisher: SITE_NAME,
    issued: updatedDay,
    accessed: null,
    version: `revision ${stored.revision} of ${updatedDay}`,
    container: null,
    url: `${context.origin}${publicPath(kind, slug)}`,
    note: null,
  };
}
