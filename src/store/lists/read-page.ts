import type { Document } from 'mongodb';
import type { View } from '../../model/visibility.js';
import type { EntryDocument } from '../documents/entry-document.js';
import { countFacets } from './facets.js';
import type { ListContext } from './list-context.js';
import { compileListQuery, type ListQuery, pageProjection, splitListQuery, toPage } from './list-query.js';
import { allConditions, toMatchDocument } from '../documents/match-conditions.js';
import { toSortDocument } from './sort-terms.js';
import { appendStages, listedEntries, matchPublished, unionSources } from '../documents/visibility-pipelines.js';
import type { Page, PageQuery } from '../entries.js';

/** Reads a page of the entries of a kind. Sends one command for entries and count, and one for facets. */
export async function readPage(context: ListContext, kind: string, query: PageQuery, view: View): Promise<Page> {
  const list = await compileListQuery(context, [kind], kind, query, view);
  const { selection } = query;
  const [result, facets] = await Promise.all([
    readList(context, list, query, view),
    selection.facets.length > 0 ? countFacets(context, list, query.filter, selection.facets, view) : null,
  ]);
  return toPage(context, list, { documents: result.documents, total: result.total, facets: facets?.get('') }, query);
}

interface ReadResult {
  documents: EntryDocument[];
  total: number;
}

async function readList(context: ListContext, list: ListQuery, query: PageQuery, view: View): Promise<ReadResult> {
  const { nodes, totalCount } = query.selection;
  const { folder } = list.plan.kind;
  if (list.match === false || (!nodes && !totalCount)) return { documents: [], total: 0 };
  const countSource = appendStages(listedEntries(folder, list.match, view), { $count: 'total' });
  const { match, stages: keyStages } = splitListQuery(list);
  const projection = pageProjection(list.projectedSortTerms, query.selection.fields);
  const sort = toSortDocument(list.terms);
  const limit = list.size + 1;

  if (!totalCount && !view.preview && keyStages.length === 0) {
    if (list.seekRanges) return { documents: await readSeekRanges(context, list, limit, projection), total: 0 };
    const condition = toMatchDocument(matchPublished(match));
    const readAlone = () => context.database.find(folder, condition, { sort, limit, projection });
    const stages = [{ $match: condition }, { $sort: sort }, { $limit: limit }, { $project: projection }];
    return { documents: await context.database.readBatched({ collection: folder, stages }, readAlone), total: 0 };
  }
  const pageSource = nodes
    ? appendStages(
        listedEntries(folder, match, view),
        ...keyStages,
        { $sort: sort },
        { $limit: limit },
        { $project: projection },
      )
    : null;
  const pageStages = [
    ...(pageSource ? pageSource.stages : countSource.stages),
    ...(pageSource && totalCount ? [{ $unionWith: { coll: folder, pipeline: countSource.stages } }] : []),
  ];
  const rows = await context.database.readBatched<EntryDocument | { total: number }>({
    collection: folder,
    stages: pageStages,
  });
  return {
    documents: rows.filter((row): row is EntryDocument => !isTotal(row)),
    total: rows.find(isTotal)?.total ?? 0,
  };
}

/** Reads the first entries of each index range and merges them to a page. Many equal sort keys do not slow it down. */
async function readSeekRanges(
  context: ListContext,
  list: ListQuery,
  limit: number,
  projection: Document,
): Promise<EntryDocument[]> {
  const { folder } = list.plan.kind;
  const sort = toSortDocument(list.terms);
  const sources = list.seekRanges!.map((seekRange) => ({
    collection: folder,
    stages: [
      { $match: toMatchDocument(matchPublished(allConditions([list.match, seekRange]))) },
      { $sort: sort },
      { $limit: limit },
      { $project: projection },
    ],
  }));
  const { collection, stages } = appendStages(unionSources(sources), { $sort: sort }, { $limit: limit });
  return context.database.aggregate<EntryDocument>(collection, stages);
}

function isTotal(row: Document): row is { total: number } {
  return 'total' in row;
}
