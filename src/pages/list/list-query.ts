import { NAME_FRAGMENT } from '../../html/page-writer.js';
import { entryKindName, type Field, type Kind, type Model } from '../../model/model.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { listsSources } from '../entry/displayed-fields.js';
import { rowFragment } from '../entry/entry-query.js';
import { type FilterWithValues, type ListFilter, unrecordedVariants } from './list-filters.js';

const MAX_FACET_SIZE = 100;

/**
 * Returns the query of a list page: its entries, facet counts, the names of selected entries, and the numbers of entries
 * without a value. Its variables are `filter`, `orderBy`, `after`, the slugs of each selected link, under the name of
 * its filter, and the filters of `unrecordedVariants`.
 * @param parentLink  link to the parent, for a tree
 */
export function listPageQuery(
  model: Model,
  kind: Kind,
  {
    filters,
    picked,
    parentLink,
  }: { filters: readonly ListFilter[]; picked: readonly FilterWithValues[]; parentLink: Field | null },
): string {
  const rowFields = rowFragment(model, kind);
  const facets = filters
    .filter(({ isFacet }) => isFacet)
    .map(({ name, leaf }) => `${name} { value${leaf.category === 'link' ? ' { slug ...Name }' : ''} count }`);
  const selectedEntries = selectedLinkFilters(model, picked).map(
    ({ name, members }) =>
      `${name}: entries(kinds: [${members.join(' ')}], filter: { slug: { in: $${name} } }) { nodes { slug ...Name } }`,
  );
  const variants = unrecordedVariants(picked);
  const variables = [
    `$filter: ${kind.name}Filter`,
    `$orderBy: [${kind.name}Order!]`,
    '$after: String',
    ...selectedLinkFilters(model, picked).map(({ name }) => `$${name}: [Slug!]`),
    ...variants.map(({ alias }) => `$${alias}: ${kind.name}Filter`),
  ];
  const counts = variants.map(({ alias }) => `${alias}: ${kind.plural}(filter: $${alias}, first: 0) { totalCount }`);
  // A tree is not paged.
  const list = `list: ${kind.plural}(filter: $filter, orderBy: $orderBy, first: ${parentLink ? PAGE_LIMITS.max : PAGE_LIMITS.defaultSize}, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { ...Row${kind.name} ${listsSources(kind) ? 'citations { source { ...Name } }' : ''} ${parentLink ? `slug ${parentLink.name} { slug }` : ''} }
    ${facets.length > 0 ? `facets(first: ${MAX_FACET_SIZE}) { ${facets.join(' ')} }` : ''} }`;
  const query = `query List(${variables.join(', ')}) { ${list} ${[...selectedEntries, ...counts].join(' ')} }`;
  return [query, NAME_FRAGMENT, rowFields].join(' ').replace(/\s+/g, ' ');
}

/** Returns the selected filters by link, each with the kinds of its targets and the selected values. */
export function selectedLinkFilters(
  model: Model,
  picked: readonly FilterWithValues[],
): { name: string; members: readonly string[]; values: readonly string[] }[] {
  return picked.flatMap(({ name, leaf: { link }, values }) =>
    link ? [{ name, members: link.members.map((member) => entryKindName(model.kind(member))), values }] : [],
  );
}

/** First columns of the CSV file of a list. */
const FIRST_COLUMNS = ['title', 'summary'];

/** Returns the query that reads all entries of a list for a file. Its variables are `filter` and `orderBy`. */
export function listFileQuery(kind: Kind): string {
  const { fields } = kind;
  const scalars = fields.filter(
    ({ name, category, list, type, audience, computed }) =>
      audience === null &&
      !FIRST_COLUMNS.includes(name) &&
      !computed &&
      !list &&
      (category === 'scalar' || category === 'enum') &&
      type !== 'Markdown',
  );
  const links = fields.filter(
    ({ category, list, audience, link }) => category === 'link' && !list && audience === null && !link!.toInterface,
  );
  const selections = [
    'slug',
    ...FIRST_COLUMNS,
    ...scalars.map(({ name }) => name),
    ...links.map(({ name }) => `${name} { title }`),
    ...(listsSources(kind) ? ['citations { source { title url } }'] : []),
  ];
  return `query List($filter: ${kind.name}Filter, $orderBy: [${kind.name}Order!]) { ${kind.plural}(filter: $filter, orderBy: $orderBy) { nodes { ${selections.join(' ')} } } }`;
}
