import { LOG_COLLECTION } from '../collection-names.js';
import { type Collection, type IndexDescription, MongoServerError } from 'mongodb';
import { AppError } from '../../errors.js';
import type { Field, Model, Shape } from '../../model/model.js';
import type { Database } from '../connection/database.js';
import { chooseComparison, ENTRY_METADATA_PATHS, type KindPlan, type KindPlans } from '../documents/kind-plan.js';
import { sortPath } from '../lists/sort-terms.js';

/** Server error codes IndexOptionsConflict and IndexKeySpecsConflict. */
const INDEX_CONFLICT_CODES = new Set([85, 86]);

export interface CollectionIndexes {
  collection: string;
  indexes: IndexDescription[];
}

/** Server error code CannotCreateIndex. */
const CANNOT_CREATE_INDEX = 67;
/** Maximum number of indexes of a collection, besides the one of `_id`. MongoDB allows 64 in total. */
const MAX_INDEXES = 63;

/**
 * Returns the indexes of each kind, for filter fields, links, facets and sort keys in each locale. If these are too
 * many, the least selective filters have none. Drafts are few and have no indexes.
 */
export function planIndexes(model: Model, plans: KindPlans): CollectionIndexes[] {
  return [
    { collection: LOG_COLLECTION, indexes: [{ key: { 'entries.key': 1 }, unique: true, name: 'entries.key' }] },
    { collection: 'editions', indexes: [makeIndex({ indicator: 1, number: 1 })] },
    { collection: 'series', indexes: [makeIndex({ edition: 1, breakdownKey: 1, area: 1 })] },
    ...[...plans.values()].map((plan) => ({ collection: plan.kind.folder, indexes: planKindIndexes(model, plan) })),
  ];
}

/**
 * Creates missing indexes. Drops indexes of other models if `drops` is set, or if a collection would exceed the limit.
 * @throws AppError DATABASE_DAMAGED a foreign index has the same name
 */
export async function createCollectionIndexes(
  database: Database,
  wantedIndexes: readonly CollectionIndexes[],
  { drops }: { drops: boolean },
): Promise<void> {
  await database.withoutTimeout(async (db) => {
    const existingNames = drops ? new Set(await database.collectionNames()) : null;
    // In sequence, because each parallel command would open a connection.
    for (const { collection, indexes } of wantedIndexes)
      await createIndexes(db.collection(collection), indexes, existingNames?.has(collection) ?? false);
  });
}

async function createIndexes(collection: Collection, indexes: IndexDescription[], drops: boolean): Promise<void> {
  try {
    await collection.createIndexes(indexes);
  } catch (error) {
    if (!isOverLimit(error)) throw indexConflictError(error, collection.collectionName);
    // Running servers of an earlier version then read without the dropped indexes until they stop.
    await dropOtherIndexes(collection, indexes);
    await collection.createIndexes(indexes);
  }
  if (drops) await dropOtherIndexes(collection, indexes);
}

async function dropOtherIndexes(collection: Collection, indexes: readonly IndexDescription[]): Promise<void> {
  const names = new Set(indexes.map(({ name }) => name!));
  for (const { name } of await collection.indexes()) {
    if (name && name !== '_id_' && !names.has(name)) await collection.dropIndex(name);
  }
}

/** Whether a collection cannot have more indexes. */
function isOverLimit(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === CANNOT_CREATE_INDEX;
}

/** Returns the error for an index with the same name or fields that Signpost did not create. */
function indexConflictError(error: unknown, collection: string): unknown {
  if (!(error instanceof MongoServerError) || !INDEX_CONFLICT_CODES.has(Number(error.code))) return error;
  const message = `The collection "${collection}" has an index that conflicts with a required one: ${error.message}`;
  const tip = `Drop it with db.getCollection("${collection}").dropIndex(…) and start again.`;
  return new AppError('DATABASE_DAMAGED', `${message.replace(/\.?$/, '.')} ${tip}`, {}, { cause: error });
}

function planKindIndexes(model: Model, plan: KindPlan): IndexDescription[] {
  const isFilter = (field: Field) => !(field.name in ENTRY_METADATA_PATHS) && !field.link;
  const filters = filterPaths(model, plan.kind, 'find.', isFilter).toSorted((a, b) => a.selectivity - b.selectivity);
  const paths = [
    ...plan.links.map(({ name }) => `links.${name}`),
    ...plan.facets.filter(({ leaf }) => !leaf.link).map(({ name }) => `facets.${name}`),
    ...filters.map(({ path }) => path),
  ];
  const orders = plan.sorts.flatMap((sort) => {
    const locales = sort.comparison === 'localised' ? model.locales : [null];
    return locales.flatMap((locale) =>
      ([1, -1] as const).map((direction) => ({ path: sortPath(sort, direction, locale), direction })),
    );
  });
  // Sorting by slug uses the default index.
  const indexedOrders = orders.filter(({ path }) => path !== '_id');
  const valuePaths = paths.filter((path) => !orders.some((order) => order.path === path));
  // Two indexes are reserved for `status` and `hidden`.
  const maxValuePaths = MAX_INDEXES - indexedOrders.length - 2;
  return [
    // Sparse, because most entries lack most values, and no query uses these indexes for absent ones.
    ...valuePaths.slice(0, maxValuePaths).map((path) => ({ ...makeIndex({ [path]: 1 }), sparse: true })),
    ...indexedOrders.map(({ path, direction }) => makeIndex({ [path]: direction, _id: 1 })),
    // Counts of all listed entries then scan index keys, not documents.
    makeIndex({ status: 1 }),
    { key: { hidden: 1 }, name: 'hidden', sparse: true },
  ];
}

interface FilterPath {
  path: string;
  /** Rank of the expected selectivity: 0 for texts and numbers, 1 for enums, 2 for dates, whose filters are ranges. */
  selectivity: 0 | 1 | 2;
}

/** Returns the paths of the filter fields of a shape. */
function filterPaths(
  model: Model,
  shape: Shape,
  prefix: string,
  isIncluded: (field: Field) => boolean = () => true,
): FilterPath[] {
  return shape.fields
    .filter((field) => field.filter && isIncluded(field))
    .flatMap((field) => {
      const path = `${prefix}${field.name}`;
      if (field.category === 'object') return filterPaths(model, model.shape(field.type), `${path}.`);
      const comparison = chooseComparison(field);
      if (comparison === 'localised') {
        return model.locales.map((locale) => ({ path: `${path}.${locale}`, selectivity: 0 }));
      }
      if (comparison === 'partialDate')
        return ['first', 'last'].map((end) => ({ path: `${path}.${end}`, selectivity: 2 }));
      return [{ path, selectivity: field.category === 'enum' ? 1 : 0 }];
    });
}

function makeIndex(key: Record<string, 1 | -1>): IndexDescription {
  return {
    key,
    name: Object.entries(key)
      .map(([path, direction]) => `${path}${direction === 1 ? '' : '-'}`)
      .join(' '),
  };
}
