import { sum } from 'd3-array';
import { getNamedType, isObjectType } from 'graphql';
import { entryKindName, type Field, type Inverse, type Kind } from '../model/model.js';
import { type CollectionStats, TYPICAL_LIST_LENGTH } from './collection-stats.js';
import type { FieldSelection, ListSize, EntriesAtPath } from './field-size.js';
import { UNBOUNDED } from './figure-stats.js';
import type { FieldCostModel } from './field-cost-model.js';

/** Upper bound for the number of objects at one path of a response. */
export interface Cardinality {
  count: number;
  /** Entries that are these objects or contain them; null for computed objects. */
  entries: EntriesAtPath | null;
  /** Nested lists of known size, by field name. */
  nested: ReadonlyMap<string, ListBounds | FieldCardinality>;
}

/** Maximum numbers of items of a list: for one parent, and in the whole response. */
type ListBounds = Record<'each' | 'total', number>;

/** Upper bound for the number of objects that a field returns. */
export interface FieldCardinality {
  /** Maximum number of objects for one parent. */
  each: number;
  /** Cost of computing the field for one parent, as a multiple of the cost of one object. Default: 0. */
  work?: number;
  /** Cardinality of the objects for all parents together. */
  objects: Cardinality;
}

const NO_LISTS: Cardinality['nested'] = new Map();
/** Cardinality of the query root: one object, which is not an entry. */
export const ROOT_CARDINALITY: Cardinality = { count: 1, entries: null, nested: NO_LISTS };

/** Computes the maximum number of objects that each field of a query returns, from the model and the statistics. */
export class CardinalityEstimator {
  constructor(
    private readonly costModel: FieldCostModel,
    private readonly stats: CollectionStats,
  ) {}

  /** Returns the cardinality of those objects to which a fragment on a type applies. */
  narrow(objects: Cardinality, type: string): Cardinality {
    const typeKinds = this.costModel.kindsOf(type);
    const { entries } = objects;
    if (!entries || typeKinds.length === 0) return objects;
    return this.entries({ ...entries, kinds: entries.kinds.filter((kind) => typeKinds.includes(kind)) });
  }

  estimate(field: FieldSelection, parents: Cardinality): FieldCardinality {
    const nested = parents.nested.get(field.name);
    if (nested) return 'objects' in nested ? nested : this.nestedList(field, nested, parents);
    const { entries } = parents;
    const stored = entries && this.costModel.field(field.type.name, field.name);
    if (stored && !stored.computed) return this.stored(stored, parents, entries);
    const inverses = entries?.kinds.flatMap((kind) => kind.inverses.filter(({ name }) => name === field.name)) ?? [];
    if (entries && inverses.length > 0) return this.inversePage(field, inverses, parents, entries);
    const nodes = !entries && isObjectType(field.result) && field.result.getFields()['nodes'];
    if (nodes) return this.rootPage(field, getNamedType(nodes.type).name, parents);
    return this.computed(field, parents);
  }

  private stored(field: Field, parents: Cardinality, entries: EntriesAtPath): FieldCardinality {
    const path = entries.path + field.name;
    const { maxPerRecord, total, incoming, maxRepeats, linksTo } = this.stats.path(entries.kinds, path);
    const each = field.list ? maxPerRecord : 1;
    const count = Math.min(parents.count * each, entries.count * maxPerRecord, entries.repeats * total);
    if (!field.link) return { each, objects: { count, entries: { ...entries, path: `${path}.` }, nested: NO_LISTS } };
    const kinds = this.costModel.kindsOf(field.type);
    const repeats = Math.min(count, entries.repeats * incoming, entries.count * maxRepeats);
    const occurrences = (slug: string) => entries.repeats * linksTo(slug);
    return { each, objects: this.entries({ kinds, count, repeats, occurrences }) };
  }

  private inversePage(
    field: FieldSelection,
    inverses: readonly Inverse[],
    parents: Cardinality,
    entries: EntriesAtPath,
  ): FieldCardinality {
    const origins = inverses.flatMap((inverse) => inverse.origins);
    const kinds = [...new Set(origins.flatMap(({ kind }) => this.costModel.kindsOf(kind)))].filter(
      requestedBy(field.args),
    );
    const links = kinds.flatMap((kind) => {
      const kindOrigins = origins.filter((origin) => origin.kind === kind.name);
      // Inverse fields of several kinds can be derived from the same links, which count once.
      const paths = new Set(kindOrigins.map(({ path }) => path.join('.')));
      return Array.from(paths, (path) => this.stats.path([kind], path));
    });
    const each = Math.min(field.limit, sum(links.map(({ incoming }) => incoming)));
    const totalLinks = entries.repeats * sum(links, ({ total }) => total);
    const count = Math.min(parents.count * each, totalLinks);
    // An inverse page lists an entry once, even if it has several links to the parent.
    const maxLinks = sum(links, ({ maxPerRecord }) => maxPerRecord);
    const repeats = Math.min(count, entries.repeats * maxLinks, parents.count);
    const page = this.entries({ kinds, count, repeats });
    const [inverse] = inverses;
    if (!inverse?.via || !page.entries) return connection(each, page, parents);
    // Edges contain the embedded objects through which an entry on the page links to its parent.
    const path = inverse.origins[0]!.path[0]!;
    const { maxPerRecord } = this.stats.path(kinds, path);
    const via = Math.min(page.count * maxPerRecord, totalLinks);
    const objects = { count: via, entries: { ...page.entries, path: `${path}.` }, nested: NO_LISTS };
    return connection(each, page, parents, new Map([['via', { each: maxPerRecord, objects }]]));
  }

  private rootPage(field: FieldSelection, nodeType: string, parents: Cardinality): FieldCardinality {
    const { nested, work } = this.costModel.sizeOf(field, null, this.stats);
    const typeKinds = this.costModel.kindsOf(nodeType);
    const isDefault = (kind: Kind) => field.args['kinds'] != null || typeKinds.length === 1 || !kind.standIn;
    const kinds = typeKinds.filter(isDefault).filter(requestedBy(field.args));
    const count = Math.min(field.limit, kinds.length > 0 ? this.stats.entries(kinds) : UNBOUNDED);
    const page = kinds.length > 0 ? this.entries({ kinds, count, repeats: 1 }) : { ...ROOT_CARDINALITY, count };
    return { ...connection(count, page, parents, nestedLists(nested, parents)), work };
  }

  private computed(field: FieldSelection, parents: Cardinality): FieldCardinality {
    const { work, nested, ...size } = this.costModel.sizeOf(field, parents.entries, this.stats);
    const length = Number.isFinite(field.limit) ? field.limit : TYPICAL_LIST_LENGTH;
    const bounds = listBounds(field.isList ? { each: length, ...size } : { each: 1 }, parents);
    const lists = new Map([...parents.nested, ...nestedLists(nested, parents)]);
    return { work, ...this.list(field, bounds, { ...parents, nested: lists }) };
  }

  private nestedList(field: FieldSelection, { each, total }: ListBounds, parents: Cardinality): FieldCardinality {
    // A list contains each entry at most once, so the number of entries limits its length.
    const kinds = this.costModel.kindsOf(field.result.name);
    const length = kinds.length > 0 ? Math.min(each, this.stats.entries(kinds)) : each;
    return this.list(field, { each: length, total }, parents);
  }

  private list({ result, args }: FieldSelection, { each, total }: ListBounds, parents: Cardinality): FieldCardinality {
    const kinds = this.costModel.kindsOf(result.name);
    const count = Math.min(parents.count * each, total);
    if (kinds.length === 0) return { each, objects: { count, entries: null, nested: parents.nested } };
    const { slug = null } = { ...args, ...(args['by'] as object | undefined) } as { slug?: string | null };
    return { each, objects: this.entries({ kinds, count, repeats: count, slug }) };
  }

  private entries(set: Pick<EntriesAtPath, 'kinds' | 'count' | 'repeats'> & Partial<EntriesAtPath>): Cardinality {
    const count = Math.min(set.count, set.repeats * this.stats.entries(set.kinds));
    return { count, entries: { path: '', slug: null, occurrences: () => UNBOUNDED, ...set, count }, nested: NO_LISTS };
  }
}

/** Returns the cardinality of a connection. @param edgeLists nested fields of its edges, besides `node` */
function connection(each: number, page: Cardinality, parents: Cardinality, edgeLists = NO_LISTS): FieldCardinality {
  const node = { each: 1, objects: page };
  const edgeFields = new Map<string, FieldCardinality | ListBounds>([...edgeLists, ['node', node]]);
  const edges: Cardinality = { count: page.count, entries: null, nested: edgeFields };
  const nested = new Map([
    ['nodes', { each, objects: page }],
    ['edges', { each, objects: edges }],
  ]);
  return { each: 1, objects: { count: parents.count, entries: null, nested } };
}

function nestedLists(lists: Readonly<Record<string, ListSize>> = {}, parents: Cardinality): Cardinality['nested'] {
  return new Map(Object.entries(lists).map(([name, size]) => [name, listBounds(size, parents)]));
}

/** Returns upper bounds for the length of a list that a computed field returns, or that is nested in its result. */
function listBounds({ each, per = UNBOUNDED, all = UNBOUNDED }: ListSize, { count, entries }: Cardinality): ListBounds {
  return { each, total: Math.min(count * per, (entries?.repeats ?? UNBOUNDED) * all) };
}

function requestedBy({ kinds }: FieldSelection['args']): (kind: Kind) => boolean {
  return (kind) => kinds == null || (kinds as readonly string[]).includes(entryKindName(kind));
}
