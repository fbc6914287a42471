import { isListType, getNullableType, isObjectType } from 'graphql';
import { type Field, type Kind, kindsOfType, linkPaths, type Model } from '../model/model.js';
import { PATH_LIMITS, PAGE_LIMITS, RELATED_LIMITS } from '../model/result-limits.js';
import type { CollectionStats } from './collection-stats.js';
import type { FieldSelection, FieldSize, ListSize, EntriesAtPath, SizeEstimator, TypeCosts } from './field-size.js';

/** Cost of traversing the links around an entry, or of a search, as a multiple of the cost of one object. */
const SEARCH_COST = 32;
/** Maximum number of changed fields in a diff of revisions, and of words in all of them together. */
const DIFF_LIMITS = { fields: 64, words: 1024 };
/** Maximum numbers of objects in one search hit, as enforced by the search. */
const HIT_LIMITS = { highlights: 8, pieces: 32, reasons: 32 };
/** Computed fields that exist on all entries and are computed separately for each. */
const COMPUTED_ENTRY_FIELDS = ['citation', 'record'];
const ONE_ENTRY: EntriesAtPath = { kinds: [], path: '', slug: null, count: 1, repeats: 1, occurrences: () => 1 };

/** Determines which fields are computed and how large their results are, from the model and the kind modules. */
export class FieldCostModel {
  private readonly fields = new Map<string, Field>();
  private readonly sizes: Readonly<Record<string, SizeEstimator>>;

  constructor(
    private readonly model: Model,
    private readonly modules: ReadonlyMap<string, TypeCosts>,
  ) {
    for (const shape of [...model.interfaces, ...model.kinds, ...model.embedded]) {
      for (const field of shape.fields) this.fields.set(`${shape.name}.${field.name}`, field);
    }
    this.sizes = commonSizes(model);
  }

  /** Returns the kinds of an entry type; empty for other types. */
  kindsOf(type: string): readonly Kind[] {
    return kindsOfType(this.model, type);
  }

  /** Returns the field of a record or embedded object; undefined for other fields. */
  field(type: string, name: string): Field | undefined {
    return this.fields.get(`${type}.${name}`);
  }

  /** Whether a field without subfields is computed for each parent, and not only read. */
  isComputed(type: string, name: string): boolean {
    const field = this.field(type, name);
    // A field that an interface stores may be computed for one of its kinds. Like a stored field, it adds no cost.
    if (field && !field.computed) return false;
    if (field && COMPUTED_ENTRY_FIELDS.includes(name)) return true;
    const types = [type, ...this.kindsOf(type).map((kind) => kind.name)];
    return types.some((typeName) => {
      const { computed, computedPart, fields, light } = this.modules.get(typeName) ?? {};
      return !light?.includes(name) && Boolean(computed?.[name] ?? computedPart?.[name] ?? fields?.[name]);
    });
  }

  sizeOf(field: FieldSelection, parents: EntriesAtPath | null, stats: CollectionStats): FieldSize {
    const { type, name, args, result, limit } = field;
    if (name === 'facets' && isObjectType(result) && Number.isFinite(limit)) {
      const lists = Object.values(result.getFields()).filter((list) => isListType(getNullableType(list.type)));
      return { nested: Object.fromEntries(lists.map((list) => [list.name, { each: limit }])) };
    }
    const entries = parents?.path === '' ? parents : null;
    const types = entries ? entries.kinds.map((kind) => kind.name) : [type.name];
    // Kinds that share a field through an interface share its size.
    const [moduleSize] = types.flatMap((typeName) => this.modules.get(typeName)?.sizes?.[name] ?? []);
    const estimator = this.sizes[entries ? name : `${type.name}.${name}`] ?? moduleSize;
    return estimator?.(args as never, { stats, limit, entries: entries ?? ONE_ENTRY }) ?? {};
  }
}

/** Returns size estimators. The key is the field name for fields of all entries, `Type.field` for other fields. */
function commonSizes(model: Model): Readonly<Record<string, SizeEstimator>> {
  // A link field links two entries at most once, and each of them can be the source.
  const links = 2 * Math.max(...model.kinds.map((kind) => linkPaths(model, kind).length));
  const items = (value: unknown): ListSize => ({ each: Array.isArray(value) ? value.length : 0 });
  return {
    translations: () => ({ each: model.locales.length }),
    related: (_args, { limit, stats }) => ({
      each: Math.min(limit, stats.entries(model.kinds)),
      work: SEARCH_COST,
      nested: { reasons: { each: RELATED_LIMITS.reasons } },
    }),
    'LinkStatement.citations': (_args, { stats }) => ({ each: stats.path(model.kinds, 'citations').maxPerRecord }),
    'Query.search': (_args, { limit }) => ({
      work: SEARCH_COST,
      nested: {
        highlights: { each: HIT_LIMITS.highlights },
        pieces: { each: HIT_LIMITS.pieces, per: HIT_LIMITS.pieces * limit },
        why: { each: HIT_LIMITS.reasons },
      },
    }),
    'Query.shortestPath': ({ maxHops }: FieldSelection['args']) => ({
      work: SEARCH_COST,
      nested: {
        steps: { each: Math.max(0, Number(maxHops ?? PATH_LIMITS.defaultLength)) },
        links: { each: links },
      },
    }),
    'Query.diff': () => ({
      each: DIFF_LIMITS.fields,
      work: 1,
      nested: { words: { each: DIFF_LIMITS.words, per: DIFF_LIMITS.words } },
    }),
    'Query.nodes': ({ ids }: FieldSelection['args']) => items(ids),
    'Mutation.saveAll': ({ entries }: FieldSelection['args']) => ({ nested: { results: items(entries) } }),
    'SearchFacets.kinds': () => ({ each: model.kinds.length }),
    'EntryNews.entries': () => ({ each: PAGE_LIMITS.max }),
  };
}
