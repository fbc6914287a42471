import { isSlug } from '../../model/entry-key.js';
import {
  directiveLeaves,
  type Field,
  formerCamelCasePath,
  camelCasePath,
  type Kind,
  type LinkOrigin,
  linkPaths,
  type Model,
} from '../../model/model.js';
import type { ListOrder } from './list-orders.js';

/** A filter that a list page offers, such as by topic. */
export interface ListFilter {
  /** Name of the URL parameter, such as `topics` or `cooperationType`. */
  name: string;
  /** Path of fields from the entry to the field with the filtered value. */
  path: readonly Field[];
  leaf: Field;
  isFacet: boolean;
}

/** A filter with its selected values. */
export interface FilterWithValues extends ListFilter {
  values: readonly string[];
}

/** Value of a filter that matches the entries without a value. */
export const UNRECORDED = 'unrecorded';
const MAX_VALUES = 20;
/** Maximum length of a value, in characters. */
const MAX_VALUE_LENGTH = 200;

/** Returns the filters of a list: its facets, the other enums of objects with a facet, and all links. */
export function listFilters(model: Model, kind: Kind): readonly ListFilter[] {
  const facets = directiveLeaves(model, kind, 'facet').map(({ fields, path, leaf }) => ({
    name: camelCasePath(path),
    path: fields,
    leaf,
    isFacet: true,
  }));
  const links = linkPaths(model, kind)
    .filter(({ path }) => path.every((field) => field.filter && field.audience === null))
    .map(({ path, field }) => ({
      name: camelCasePath(path.map(({ name }) => name)),
      path,
      leaf: field,
      isFacet: false,
    }));
  const allFilters = [...facets, ...facets.flatMap((facet) => siblingEnums(model, facet)), ...links];
  return [...new Map(allFilters.toReversed().map((filter) => [filter.name, filter])).values()].toReversed();
}

/** Returns the other filterable enums of the object that contains a facet, such as the state of a cooperation. */
function siblingEnums(model: Model, { path }: ListFilter): ListFilter[] {
  const [parentPath, parent] = [path.slice(0, -1), path.at(-2)];
  if (!parent) return [];
  const enums = model.shape(parent.type).fields.filter(({ category, filter }) => category === 'enum' && filter);
  return enums.map((leaf) => {
    const enumPath = [...parentPath, leaf];
    return { name: camelCasePath(enumPath.map(({ name }) => name)), path: enumPath, leaf, isFacet: false };
  });
}

/** Parses the filters in a URL, including former parameter names. Skips invalid values; see `ignoredParameters`. */
export function parseListFilters(
  model: Model,
  filters: readonly ListFilter[],
  search: URLSearchParams,
): FilterWithValues[] {
  return filters.flatMap((filter) => {
    const givenValues = parameterNames(filter, filters).flatMap((name) => search.getAll(name));
    if (offersUnrecorded(filter) && givenValues.includes(UNRECORDED)) return [{ ...filter, values: [UNRECORDED] }];
    const values = [...new Set(givenValues)].filter((value) => isValidValue(model, filter.leaf, value));
    return values.length > 0 ? [{ ...filter, values: values.slice(0, MAX_VALUES) }] : [];
  });
}

/** Whether a filter can select entries without a value. Only filters by a list of values that are not links can. */
function offersUnrecorded({ path, leaf }: ListFilter): boolean {
  return path.length === 1 && leaf.list && leaf.category !== 'link';
}

/**
 * Returns variants of the selected filters, to count entries without a value: in each, another filter by a list
 * matches the entries whose list is empty. `alias` names the count and the variable in the query.
 */
export function unrecordedVariants(picked: readonly FilterWithValues[]) {
  return picked
    .filter((filter) => offersUnrecorded(filter) && !filter.values.includes(UNRECORDED))
    .map((filter) => ({
      filter,
      alias: `${UNRECORDED}_${filter.name}`,
      picked: picked.map((each) => (each === filter ? { ...filter, values: [UNRECORDED] } : each)),
    }));
}

/** Returns the URL parameters of a filter: its name, and its former name unless another filter has it now. */
export function parameterNames({ name, path }: ListFilter, filters: readonly ListFilter[]): string[] {
  const formerName = formerCamelCasePath(path);
  return formerName === null || filters.some((filter) => filter.name === formerName) ? [name] : [name, formerName];
}

/** Returns the URL parameters that have no effect on a list: unknown names and invalid values. */
export function ignoredParameters(
  search: URLSearchParams,
  {
    filters,
    picked,
    orders,
  }: { filters: readonly ListFilter[]; picked: readonly FilterWithValues[]; orders: readonly ListOrder[] },
): string[] {
  const valuesByName = new Map(
    picked.flatMap((filter) => parameterNames(filter, filters).map((name) => [name, filter.values])),
  );
  return [...search]
    .filter(([name, value]) => {
      if (name === 'sort') return !orders.some((order) => order.name === value);
      return name !== 'after' && value !== '' && !valuesByName.get(name)?.includes(value);
    })
    .map(([name, value]) => `${name}=${value}`);
}

function isValidValue(model: Model, { category, type }: Field, value: string): boolean {
  if (category === 'link') return isSlug(value);
  if (type === 'PartialDate') return /^\d{4}$/.test(value);
  if (category === 'enum') return model.enum(type).values.some(({ name }) => name === value);
  return value !== '' && value.length <= MAX_VALUE_LENGTH;
}

/** Returns the filter argument; null if no values are selected. */
export function filterArgument(picked: readonly FilterWithValues[]): object | null {
  if (picked.length === 0) return null;
  // Conditions on parts of an object apply to the same object.
  const byParent = new Map<string, { parentPath: readonly Field[]; inner: object }>();
  for (const { path, leaf, values } of picked) {
    const parentPath = path.slice(0, -1);
    const key = camelCasePath(parentPath.map(({ name }) => name));
    byParent.set(key, {
      parentPath,
      inner: { ...byParent.get(key)?.inner, ...leafCondition(leaf, values) },
    });
  }
  return { and: [...byParent.values()].map(({ parentPath, inner }) => nestCondition(parentPath, inner)) };
}

function leafCondition({ name, category, list }: Field, values: readonly string[]): object {
  if (list && values.includes(UNRECORDED)) return { [name]: { exists: false } };
  if (category === 'link') {
    const slugCondition = { slug: { in: values } };
    return { [name]: list ? { some: slugCondition } : slugCondition };
  }
  return { [name]: list ? { hasAny: values } : { in: values } };
}

function nestCondition(parentPath: readonly Field[], inner: object): object {
  return parentPath.reduceRight<object>(
    (condition, { name, list }) => ({ [name]: list ? { some: condition } : condition }),
    inner,
  );
}

/** Returns the URL parameters of the list of entries that link to `slug` by a field; null if no filter uses it. */
export function linkFilterParams(model: Model, { kind, path }: LinkOrigin, slug: string): URLSearchParams | null {
  const name = camelCasePath(path);
  const hasFilter = listFilters(model, model.kind(kind)).some((filter) => filter.name === name);
  return hasFilter ? new URLSearchParams({ [name]: slug }) : null;
}
