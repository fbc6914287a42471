import type { Document } from 'mongodb';
import { AppError } from '../../errors.js';
import { linkValue } from '../../model/links.js';
import type { Inverse } from '../../model/model.js';
import { accessDeniedError } from '../../model/roles.js';
import type { View } from '../../model/visibility.js';
import { mayReadLinkOrigin } from '../filters/filter-access.js';
import type { EntryDocument } from '../documents/entry-document.js';
import { countFacets } from './facets.js';
import type { ListContext } from './list-context.js';
import { compileListQuery, type ListQuery, pageProjection, splitListQuery, toPage } from './list-query.js';
import { allConditions } from '../documents/match-conditions.js';
import { readMixedPages } from './mixed-kind-pages.js';
import {
  type ParentGroup,
  parentGroupStages,
  type ParentLink,
  parentLinkCondition,
  parentLinkStages,
} from './parent-link.js';
import { toSortDocument } from './sort-terms.js';
import { appendStages, listedEntries, unionSources } from '../documents/visibility-pipelines.js';
import type { EntryRecord, Page, PageQuery } from '../entries.js';

/**
 * Reads a page of the entries that link to each parent, with counts, in one command. Facets need a second one. So do
 * counts if there are a cursor and more than 25 parents. An entry that links twice is listed once.
 */
export async function readInversePages(
  context: ListContext,
  kindName: string,
  inverseName: string,
  parents: readonly string[],
  query: PageQuery,
  view: View,
): Promise<Map<string, Page>> {
  const kind = context.model.kind(kindName);
  const inverse = kind.inverses.find(({ name }) => name === inverseName);
  if (!inverse) throw new AppError('BAD_USER_INPUT', `${kindName} has no inverse link "${inverseName}".`);
  if (parents.length === 0) return new Map();
  const visibleOrigins = inverse.origins.filter((origin) => mayReadLinkOrigin(context.model, view.role, origin));
  if (visibleOrigins.length === 0) {
    throw accessDeniedError(view.role, `"${inverseName}" is not available for the role ${view.role}; remove it.`);
  }
  if (inverse.mixed)
    return readMixedPages(context, kind, { ...inverse, origins: visibleOrigins }, parents, query, view);

  const origin = inverse.origins[0]!;
  const list = await compileListQuery(context, [kindName, inverseName], origin.kind, query, view, inverse);
  const values = parents.map((slug) => linkValue(origin.field, kind, slug));
  const [groups, facets] = await Promise.all([
    readGroups(context, list, { path: origin.path, values }, inverse, query, view),
    query.selection.facets.length > 0
      ? countFacets(context, list, query.filter, query.selection.facets, view, { path: origin.path, values })
      : null,
  ]);
  return new Map(
    parents.map((slug, index) => {
      const group = groups.get(values[index]!);
      const via = (record: EntryRecord) => (inverse.via ? linkingObjects(record, origin.path, values[index]!) : []);
      const result = { documents: group?.rows ?? [], total: group?.total ?? 0, facets: facets?.get(values[index]!) };
      return [slug, toPage(context, list, result, query, via)];
    }),
  );
}

/** Maximum number of parents to read separately. The links to more parents are read together. */
const MAX_SEPARATE_READS = 25;

/** Reads the first entries and the count of each parent separately. */
async function readSeparately(
  context: ListContext,
  list: ListQuery,
  { path, values }: ParentLink,
  fields: readonly string[] | null,
  { selection: { nodes, totalCount } }: PageQuery,
  view: View,
): Promise<Map<string, ParentGroup>> {
  const { folder } = list.plan.kind;
  const { match, stages } = splitListQuery(list);
  const sources = values.flatMap((value, index) => {
    // Parents are identified by index, so that the pipeline is the same for all parents.
    const parentField = { parent: { $literal: index } };
    const link = { path, values: [value] };
    const linkStages = parentLinkStages(link, list.link).stages;
    const pageSource = appendStages(
      listedEntries(folder, allConditions([parentLinkCondition(link), match]), view),
      ...linkStages,
      ...stages,
      { $sort: toSortDocument(list.terms) },
      { $limit: list.size + 1 },
      { $project: pageProjection(list.projectedSortTerms, fields, parentField) },
    );
    const source = listedEntries(folder, allConditions([parentLinkCondition(link), list.match]), view);
    const countSource = appendStages(source, ...linkStages, { $count: 'total' }, { $set: parentField });
    return [...(nodes ? [pageSource] : []), ...(totalCount ? [countSource] : [])];
  });
  const groups = values.map((value): ParentGroup => ({ _id: value, rows: [], total: 0 }));
  type Row = { parent: number } & (EntryDocument | { total: number });
  for (const row of sources.length > 0 ? await context.database.readBatched<Row>(unionSources(sources)) : []) {
    if ('total' in row) groups[row.parent]!.total = row.total;
    else groups[row.parent]!.rows.push(row);
  }
  return new Map(groups.map((group) => [group._id, group]));
}

async function readGroups(
  context: ListContext,
  list: ListQuery,
  parents: ParentLink,
  inverse: Inverse,
  query: PageQuery,
  view: View,
): Promise<Map<string, ParentGroup>> {
  const { nodes, totalCount, fields } = query.selection;
  const { folder } = list.plan.kind;
  const { values } = parents;
  if (list.match === false || list.link === false) return new Map();
  const { stages: linkStages, parent: parentPath } = parentLinkStages(parents, list.link);
  const parentField = { parent: parentPath };
  const linkField = inverse.origins[0]!.path[0]!;
  const fieldsToRead = inverse.via && fields && !fields.includes(linkField) ? [...fields, linkField] : fields;
  if (values.length <= MAX_SEPARATE_READS) return readSeparately(context, list, parents, fieldsToRead, query, view);
  const read = (pipeline: { collection: string; stages: Document[] }) =>
    context.database.aggregate<ParentGroup>(pipeline.collection, pipeline.stages);

  const { match, stages } = splitListQuery(list);
  const [page, totals] = await Promise.all([
    nodes
      ? read(
          appendStages(
            listedEntries(folder, allConditions([parentLinkCondition(parents), match]), view),
            ...linkStages,
            ...stages,
            { $project: pageProjection(list.terms, fieldsToRead, parentField) },
            ...parentGroupStages(values, list.size, toSortDocument(list.terms), { nodes, total: !list.hasCursor }),
          ),
        )
      : [],
    totalCount && (list.hasCursor || !nodes)
      ? read(
          appendStages(
            listedEntries(folder, allConditions([parentLinkCondition(parents), list.match]), view),
            ...linkStages,
            { $project: { _id: 0, ...parentField } },
            ...parentGroupStages(values, 0, {}, { nodes: false, total: true }),
          ),
        )
      : [],
  ]);
  const groups = new Map(page.map((group) => [group._id, group]));
  for (const { _id, total } of totals) groups.set(_id, { _id, total, rows: groups.get(_id)?.rows ?? [] });
  return groups;
}

/** Returns the embedded objects of a record that link to a value. */
function linkingObjects(record: EntryRecord, path: readonly string[], value: string): EntryRecord[] {
  let objects: EntryRecord[] = [record];
  for (const name of path.slice(0, -1))
    objects = objects.flatMap((object) => (object[name] as EntryRecord[] | null) ?? []);
  const leafName = path.at(-1)!;
  return objects.filter(({ [leafName]: target }) =>
    Array.isArray(target) ? target.includes(value) : target === value,
  );
}
