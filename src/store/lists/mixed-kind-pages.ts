import type { Document } from 'mongodb';
import { AppError } from '../../errors.js';
import { encodeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import { linkValue } from '../../model/links.js';
import { entryKindName, type Inverse, type Kind } from '../../model/model.js';
import type { View } from '../../model/visibility.js';
import { entryProjection } from '../documents/entry-document.js';
import { linkName } from '../documents/kind-plan.js';
import type { ListContext } from './list-context.js';
import { cursorConditions, toPage } from './list-query.js';
import { localeChain } from '../documents/locale-chain.js';
import { allConditions } from '../documents/match-conditions.js';
import { reverseTerms, type SortTerm, sortTerms, sortValues, toSortDocument } from './sort-terms.js';
import { type ParentGroup, parentGroupStages } from './parent-link.js';
import { appendStages, listedEntries, type PipelineSource, unionSources } from '../documents/visibility-pipelines.js';
import type { FilterInput, Page, PageQuery } from '../entries.js';

/** Sort keys of mixed lists. The title of each kind is projected to `title`. */
const MIXED_LIST_SORT: readonly SortTerm[] = ['title', 'kind', '_id'].map((path) => ({
  path,
  direction: 1,
  expression: null,
}));

/**
 * Reads a page of the entries of any kind that link to each parent, ordered by title, stored kind name and slug. The
 * only filter is `entryKind`, with `in` or `eq`.
 */
export async function readMixedPages(
  context: ListContext,
  kind: Kind,
  inverse: Inverse,
  parents: readonly string[],
  query: PageQuery,
  view: View,
): Promise<Map<string, Page>> {
  if (query.orderBy.length > 0 || query.selection.facets.length > 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      `"${inverse.name}" has entries of several kinds, so it has no order and no facets.`,
    );
  }
  const digest = shortDigest([kind.name, inverse.name, query.filter, query.locales]);
  const bounds = cursorConditions(MIXED_LIST_SORT, query, digest);
  const fromEnd = query.last !== null;
  const list = {
    fromEnd,
    size: query.last ?? query.first ?? 0,
    cursor: (document: object) => encodeCursor(digest, sortValues(MIXED_LIST_SORT, document)),
  };
  const slugByValue = new Map(parents.map((slug) => [linkValue(inverse.origins[0]!.field, kind, slug), slug]));
  const linkValues = [...slugByValue.keys()];
  const sources = makeSources(context, inverse, linkValues, query, view);
  const { nodes, totalCount } = query.selection;
  const cursorStages = bounds.length > 0 ? [{ $match: allConditions(bounds) as object }] : [];
  const sort = toSortDocument(fromEnd ? reverseTerms(MIXED_LIST_SORT) : MIXED_LIST_SORT);
  const read = async (...stages: Document[]) => {
    if (sources.length === 0) return [];
    const { collection, stages: readStages } = unionSources(sources);
    return context.database.aggregate<ParentGroup>(collection, [...readStages, ...stages]);
  };
  const hasSeparateCounts = totalCount && (cursorStages.length > 0 || !nodes);
  const [page, totals] = await Promise.all([
    nodes
      ? read(
          ...cursorStages,
          ...parentGroupStages(linkValues, list.size, sort, { nodes, total: cursorStages.length === 0 }),
        )
      : [],
    hasSeparateCounts ? read(...parentGroupStages(linkValues, 0, {}, { nodes: false, total: true })) : [],
  ]);
  const groups = new Map(page.map((row) => [row._id, row]));
  const counts = new Map((hasSeparateCounts ? totals : page).map(({ _id, total }) => [_id, total]));
  return new Map(
    [...slugByValue].map(([value, slug]) => [
      slug,
      toPage(context, list, { documents: groups.get(value)?.rows ?? [], total: counts.get(value) ?? 0 }, query),
    ]),
  );
}

/** Returns one pipeline source per linking kind. In its documents, `parent` lists the targets of the entry's links. */
function makeSources(
  context: ListContext,
  inverse: Inverse,
  values: string[],
  query: PageQuery,
  view: View,
): PipelineSource[] {
  const chain = localeChain(query.locales, context.model.locales);
  const kinds = new Set(
    inverse.origins.map((origin) => origin.kind).filter((name) => isRequestedKind(context, name, query.filter)),
  );
  return [...kinds].map((name) => {
    const plan = context.plans.get(name)!;
    const [title] = sortTerms(plan, [], chain);
    const paths = inverse.origins.filter((origin) => origin.kind === name).map(({ path }) => `links.${linkName(path)}`);
    const matches = paths.map((path) => ({ [path]: { $in: values } }));
    return appendStages(listedEntries(plan.kind.folder, matches.length > 1 ? { $or: matches } : matches[0]!, view), {
      $project: {
        ...entryProjection(query.selection.fields),
        title: title!.expression ?? `$${title!.path}`,
        parent: { $setUnion: paths.map((path) => ({ $ifNull: [`$${path}`, []] })) },
      },
    });
  });
}

function isRequestedKind(context: ListContext, kind: string, filter: FilterInput | null): boolean {
  if (!filter) return true;
  const { entryKind: kindFilter, ...otherConditions } = filter as {
    entryKind?: { in?: string[] | null; eq?: string | null } | null;
  };
  if (Object.keys(otherConditions).length > 0) throw new AppError('BAD_FILTER', 'Only "entryKind" is a filter here.');
  const name = entryKindName(context.model.kind(kind));
  return (!kindFilter?.in || kindFilter.in.includes(name)) && (!kindFilter?.eq || kindFilter.eq === name);
}
