import type { Document } from 'mongodb';
import { AppError } from '../../errors.js';
import { folderKey } from '../../model/entry-key.js';
import { camelCasePath } from '../../model/model.js';
import type { View } from '../../model/visibility.js';
import { type KindPlan, linkName, type PlannedFacet } from '../documents/kind-plan.js';
import type { ListContext } from './list-context.js';
import type { ListQuery } from './list-query.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { allConditions, type MatchCondition } from '../documents/match-conditions.js';
import { type ParentLink, parentLinkCondition, parentLinkStages } from './parent-link.js';
import {
  appendStages,
  listedEntries,
  type PipelineSource,
  unionSources,
  unlistedEntries,
} from '../documents/visibility-pipelines.js';
import type { FacetCount, FacetRequest, FilterInput } from '../entries.js';
import { isQuantifier } from '../filters/quantified-filters.js';
import { dropNullConditions } from '../filters/drop-null-conditions.js';

export type Facets = ReadonlyMap<string, readonly FacetCount[]>;

type Row = { facet: string; value: unknown; count: number; parent?: string } | { hidden: string; folder: string };

/**
 * Counts the values of facets in one command. Returns the counts keyed by parent and facet, most frequent first;
 * without parents, the only key is the empty string. A facet ignores the conditions on its own field, but not those
 * inside `or` and `not`. Link targets that the view does not list are omitted.
 */
export async function countFacets(
  context: ListContext,
  list: Pick<ListQuery, 'plan' | 'filters' | 'chain' | 'inverse'>,
  filter: FilterInput | null,
  requests: readonly FacetRequest[],
  view: View,
  parents: ParentLink | null = null,
): Promise<Map<string, Facets>> {
  const facets = requests.map((request) => ({ ...request, facet: findFacet(list.plan, request.path) }));
  const conditions = filter && dropNullConditions(filter);
  const countSources = await Promise.all(
    facets.map(async ({ facet }) => {
      const { plan, inverse, chain } = list;
      const remainingFilter = conditions && withoutField(conditions, facet.path);
      const { entry, link } = await list.filters.compileFilterWithVia(plan.kind, inverse, remainingFilter);
      const match = parents ? allConditions([parentLinkCondition(parents), entry]) : entry;
      return appendStages(
        listedEntries(plan.kind.folder, match, view),
        ...countStages(facet, { parents, link, chain, fallback: context.model.locales[0]! }),
      );
    }),
  );
  const { collection, stages } = unionSources([
    ...countSources,
    ...hiddenTargetSources(
      context,
      facets.map(({ facet }) => facet),
      view,
    ),
  ]);
  const rows = await context.database.aggregate<Row>(collection, stages);

  const hiddenKeys = new Set(rows.flatMap((row) => ('hidden' in row ? [folderKey(row, String(row.hidden))] : [])));
  const facetsByParent = new Map<string, Map<string, FacetCount[]>>();
  for (const parent of parents?.values ?? ['']) {
    facetsByParent.set(parent, new Map(facets.map(({ facet }) => [facet.name, []])));
  }
  for (const row of rows) {
    if ('hidden' in row || row.value === null) continue;
    const { leaf } = facets.find(({ facet }) => facet.name === row.facet)!.facet;
    const folderPrefix = leaf.link && !leaf.link.toInterface ? `${context.model.kind(leaf.type).folder}/` : '';
    if (leaf.link && hiddenKeys.has(`${folderPrefix}${String(row.value)}`)) continue;
    facetsByParent
      .get(row.parent ?? '')
      ?.get(row.facet)
      ?.push({ value: row.value, count: row.count });
  }
  for (const counts of facetsByParent.values()) {
    for (const { facet, first } of facets) counts.set(facet.name, takeMostFrequent(counts.get(facet.name)!, first));
  }
  return facetsByParent;
}

function findFacet(plan: KindPlan, path: readonly string[]): PlannedFacet {
  const name = camelCasePath(path);
  const facet = plan.facets.find((candidate) => candidate.name === name);
  if (!facet) throw new AppError('BAD_USER_INPUT', `${plan.kind.name} has no facet "${name}".`);
  return facet;
}

function countStages(
  { name, path, leaf }: PlannedFacet,
  {
    parents,
    link,
    chain,
    fallback,
  }: { parents: ParentLink | null; link: MatchCondition; chain: LocaleChain; fallback: string },
): Document[] {
  // Facets of links are counted by the index of `links`, others by that of `facets`.
  const fieldPath = leaf.link ? `links.${linkName(path)}` : `facets.${name}`;
  const value = `$${fieldPath}`;
  const projectStage = {
    $project: { _id: 0, facet: { $literal: name }, count: 1, value: '$_id.value', parent: '$_id.parent' },
  };
  if (!parents) {
    const text = leaf.localised ? textExpression(fieldPath, chain, fallback) : value;
    return [{ $unwind: value }, { $group: { _id: { value: text }, count: { $sum: 1 } } }, projectStage];
  }
  const text = leaf.localised ? textExpression('value', chain, fallback) : '$value';
  const { stages, parent } = parentLinkStages(parents, link);
  return [
    ...stages,
    { $project: { _id: 0, value, parent } },
    { $unwind: '$parent' },
    { $match: { parent: { $in: [...parents.values] } } },
    { $unwind: '$value' },
    { $group: { _id: { parent: '$parent', value: text }, count: { $sum: 1 } } },
    projectStage,
  ];
}

/** Returns the expression for the text of a localised facet value in the first locale in which it exists; else null. */
function textExpression(field: string, chain: LocaleChain, fallback: string): Document {
  const locales = 'ready' in chain ? [...new Set([chain.ready, fallback, 'own'])] : chain.raw;
  return { $ifNull: [...locales.map((locale) => `$${field}.${locale}`), null] };
}

/** Returns pipeline sources that read the possible targets of facet links that the view does not list. */
function hiddenTargetSources(context: ListContext, facets: readonly PlannedFacet[], view: View): PipelineSource[] {
  const members = new Set(facets.flatMap(({ leaf }) => leaf.link?.members ?? []));
  return [...members].flatMap((member) => {
    const { folder } = context.model.kind(member);
    const projectStage = { $project: { _id: 0, hidden: '$_id', folder: { $literal: folder } } };
    return unlistedEntries(folder, view).map((source) => appendStages(source, projectStage));
  });
}

function takeMostFrequent(counts: readonly FacetCount[], limit: number): FacetCount[] {
  const key = ({ value }: FacetCount) => String(value);
  return [...counts]
    .sort((a, b) => b.count - a.count || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    .slice(0, limit);
}

/** Removes the conditions on a field, and the parts that become empty. Returns null if nothing remains. */
function withoutField(filter: FilterInput, path: readonly string[]): FilterInput | null {
  const [name, ...restOfPath] = path;
  const entries = Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (key === 'and') {
      const retainedParts = (condition as FilterInput[]).flatMap((part) => withoutField(part, path) ?? []);
      return retainedParts.length > 0 ? [[key, retainedParts]] : [];
    }
    if (key !== name) return [[key, condition]];
    const nestedFilter = restOfPath.length > 0 ? withoutNestedField(condition as FilterInput, restOfPath) : null;
    return nestedFilter ? [[key, nestedFilter]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** Removes the conditions on a field, like `withoutField`, inside an embedded object or list. */
function withoutNestedField(filter: FilterInput, path: readonly string[]): FilterInput | null {
  const entries = Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (!isQuantifier(key)) return [[key, condition]];
    const nestedFilter = withoutField(condition as FilterInput, path);
    return nestedFilter ? [[key, nestedFilter]] : [];
  });
  return withoutField(Object.fromEntries(entries), path);
}
