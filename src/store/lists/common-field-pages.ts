import type { Document } from 'mongodb';
import { encodeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import type { View } from '../../model/visibility.js';
import type { Database } from '../connection/database.js';
import { localeChain } from '../documents/locale-chain.js';
import type { EntryDocument } from '../documents/entry-document.js';
import { allConditions, type MatchCondition } from '../documents/match-conditions.js';
import { appendStages, listedEntries, type PipelineSource, unionSources } from '../documents/visibility-pipelines.js';
import { FilterCompiler } from '../filters/filter-compiler.js';
import { LinkResolver } from '../filters/link-resolver.js';
import type { Page, PageQuery } from '../entries.js';
import type { ListContext } from './list-context.js';
import { cursorConditions, cursorSeekRanges, toPage, pageProjection, splitListQuery } from './list-query.js';
import { commonSortTerms, reverseTerms, type SortTerm, sortValues, toSortDocument } from './sort-terms.js';

/** Sort key for entries with the same slug: the stored name of the kind. */
const BY_KIND: SortTerm = { path: 'kind', direction: 1, expression: null };

/**
 * Reads a page of entries of several kinds, and their count, in one command. Filters and sorts by common fields. Reads
 * at most one page of each kind, through an index.
 * @throws AppError BAD_CURSOR, BAD_FILTER, BAD_USER_INPUT, UNAUTHENTICATED, FORBIDDEN, TOO_BROAD
 */
export async function readPageAcrossKinds(
  context: ListContext,
  kinds: readonly string[],
  query: PageQuery,
  view: View,
): Promise<Page> {
  const { database, model, plans } = context;
  const { nodes, totalCount } = query.selection;
  const chain = localeChain(query.locales, model.locales);
  const kindPlans = kinds.map((name) => plans.get(name)!);
  // All kinds store and sort the common fields identically.
  const terms = kindPlans.length > 0 ? [...commonSortTerms(kindPlans[0]!, query.orderBy, chain), BY_KIND] : [BY_KIND];
  const digest = shortDigest(['entries', kinds, query.filter, query.orderBy, query.locales]);
  const fromEnd = query.last !== null;
  const list = {
    fromEnd,
    size: query.last ?? query.first ?? 0,
    terms: fromEnd ? reverseTerms(terms) : terms,
    cursor: (document: Document) => encodeCursor(digest, sortValues(terms, document)),
  };
  const filters = new FilterCompiler(model, new LinkResolver(database, view), chain, view.role);
  const matches = await Promise.all(
    kindPlans.map(async ({ kind }) => ({
      folder: kind.folder,
      match: await filters.compileEntryFilter(kind, query.filter, true),
    })),
  );
  const possibleMatches = matches.filter(({ match }) => match !== false);
  const seekRanges = cursorSeekRanges(terms, query, digest);
  const bounds = seekRanges ?? [allConditions(cursorConditions(terms, query, digest))];

  const kindSources = possibleMatches.flatMap(({ folder, match }) =>
    bounds.map((within) => kindPageSource(folder, { match, within, terms: list.terms }, query, view)),
  );
  const countSources = possibleMatches.map(({ folder, match }) =>
    appendStages(listedEntries(folder, match, view), { $count: 'total' }),
  );
  const pageSource =
    nodes && kindSources.length > 0
      ? appendStages(unionSources(kindSources), { $sort: toSortDocument(list.terms) }, { $limit: list.size + 1 })
      : null;
  const sources = [...(pageSource ? [pageSource] : []), ...(totalCount ? countSources : [])];
  const rows = sources.length > 0 ? await readSources(database, sources) : [];
  const documents = rows.filter((row): row is EntryDocument => !('total' in row));
  const totals = rows.flatMap((row) => ('total' in row ? [row.total] : []));
  return toPage({ model }, list, { documents, total: totals.reduce((sum, count) => sum + count, 0) }, query);
}

function kindPageSource(
  folder: string,
  list: { match: MatchCondition; within: MatchCondition; terms: SortTerm[] },
  { first, last, selection }: PageQuery,
  view: View,
): PipelineSource {
  const { match, stages } = splitListQuery(list);
  return appendStages(
    listedEntries(folder, match, view),
    ...stages,
    { $sort: toSortDocument(list.terms.filter(({ path }) => path !== BY_KIND.path)) },
    { $limit: (last ?? first ?? 0) + 1 },
    { $project: pageProjection(list.terms, selection.fields) },
  );
}

function readSources(
  database: Database,
  sources: readonly PipelineSource[],
): Promise<(EntryDocument | { total: number })[]> {
  const { collection, stages } = unionSources(sources);
  return database.aggregate(collection, stages);
}
