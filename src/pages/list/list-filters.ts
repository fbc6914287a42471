import { isSlug } from '../../model/entry-key.js';
import type { Field, Kind, Model, LinkOrigin } from '../../model/model.js';
import { formerJoinedName, joinedName, linkPaths, markedLeaves } from '../../model/model.js';
import type { ListOrder } from './list-orders.js';

/** A filter of a list, and the path to its field. */
export interface ListFilter {
  /** The URL parameter, as in `topics` or `cooperationType`. */
  name: string;
  path: readonly Field[];
  leaf: Field;
  isFacet: boolean;
}

/** A filter with the selected values. */
export interface PickedFilter extends ListFilter {
  values: readonly string[];
}

/** The maximum number of values of a filter, and their length. */
const MAX_VALUES = 20;
const MAX_VALUE_LENGTH = 200;

/** The filters of a list: its facets, the fields beside these, and all links. */
export function listFilters(model: Model, kind: Kind): readonly ListFilter[] {
  const facets = markedLeaves(model, kind, 'facet').map(({ fields, path, leaf }) => ({
    name: joinedName(path),
    path: fields,
    leaf,
    isFacet: true,
  }));
  const links = linkPaths(model, kind)
    .filter(({ path }) => path.every((field) => field.filter && field.audience === null))
    .map(({ path, field }) => ({
      name: joinedName(path.map(({ name }) => name)),
      path,
      leaf: field,
      isFacet: false,
    }));
  const all = [...facets, ...facets.flatMap((facet) => besideFacet(model, facet)), ...links];
  return [...new Map(all.toReversed().map((filter) => [filter.name, filter])).values()].toReversed();
}

/** Other filterable fields of the object that contains a facet, such as the status of a cooperation. */
function besideFacet(model: Model, { path }: ListFilter): ListFilter[] {
  const [above, holder] = [path.slice(0, -1), path.at(-2)];
  if (!holder) return [];
  const enums = model.shape(holder.type).fields.filter(({ nature, filter }) => nature === 'enum' && filter);
  return enums.map((leaf) => {
    const way = [...above, leaf];
    return { name: joinedName(way.map(({ name }) => name)), path: way, leaf, isFacet: false };
  });
}

/** The filters in a URL, also under former names. Invalid values are left out; see `ignoredParameters`. */
export function parseListFilters(
  model: Model,
  filters: readonly ListFilter[],
  search: URLSearchParams,
): PickedFilter[] {
  const names = new Set(filters.map(({ name }) => name));
  return filters.flatMap((filter) => {
    const former = formerJoinedName(filter.path);
    const given = [filter.name, ...(former === null || names.has(former) ? [] : [former])];
    const values = [...new Set(given.flatMap((name) => search.getAll(name)))].filter((value) =>
      isValue(model, filter.leaf, value),
    );
    return values.length > 0 ? [{ ...filter, values: values.slice(0, MAX_VALUES) }] : [];
  });
}

/** The parameters of a URL, such as `topics=Boats!`, that select nothing on a list: unknown names and values. */
export function ignoredParameters(
  search: URLSearchParams,
  { picked, orders }: { picked: readonly PickedFilter[]; orders: readonly ListOrder[] },
): string[] {
  const used = new Map(
    picked.flatMap(({ name, path, values }) => [name, formerJoinedName(path) ?? name].map((each) => [each, values])),
  );
  return [...search]
    .filter(([name, value]) => {
      if (name === 'sort') return !orders.some((order) => order.name === value);
      return name !== 'after' && value !== '' && !used.get(name)?.includes(value);
    })
    .map(([name, value]) => `${name}=${value}`);
}

function isValue(model: Model, { nature, type }: Field, value: string): boolean {
  if (nature === 'link') return isSlug(value);
  if (nature === 'enum') return model.enum(type).values.some(({ name }) => name === value);
  return value !== '' && value.length <= MAX_VALUE_LENGTH;
}

/** The filter argument; null without selected values. */
export function makeFilter(picked: readonly PickedFilter[]): object | null {
  if (picked.length === 0) return null;
  // Conditions on parts of an object apply to the same object.
  const byHolder = new Map<string, { above: readonly Field[]; inner: object }>();
  for (const { path, leaf, values } of picked) {
    const above = path.slice(0, -1);
    const key = joinedName(above.map(({ name }) => name));
    byHolder.set(key, { above, inner: { ...byHolder.get(key)?.inner, ...condition(leaf, values) } });
  }
  return { and: [...byHolder.values()].map(({ above, inner }) => nested(above, inner)) };
}

function condition({ name, nature, list }: Field, values: readonly string[]): object {
  if (nature === 'link') {
    const bySlug = { slug: { in: values } };
    return { [name]: list ? { some: bySlug } : bySlug };
  }
  return { [name]: list ? { hasAny: values } : { in: values } };
}

function nested(above: readonly Field[], inner: object): object {
  return above.reduceRight<object>(
    (condition, { name, list }) => ({ [name]: list ? { some: condition } : condition }),
    inner,
  );
}

/** The query string of the list of entries that link to one by a field; null without such a filter. */
export function filterSearch(model: Model, { kind, path }: LinkOrigin, slug: string): URLSearchParams | null {
  const name = joinedName(path);
  const exists = listFilters(model, model.kind(kind)).some((filter) => filter.name === name);
  return exists ? new URLSearchParams({ [name]: slug }) : null;
}
