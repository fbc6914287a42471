import { isDeepStrictEqual } from 'node:util';
import { type Field, type Model, type Shape, storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import { formatPath, type ProblemPath } from './problem.js';

/** A field that two writers changed differently. */
export interface Collision {
  /** Path of the field in the record, such as `sessions[1].title` or `title.fr`. */
  path: string;
  at: ProblemPath;
  /** Value in the merge base; null if there was none. */
  base: unknown;
  yours: unknown;
  theirs: unknown;
}

/** A merged record. Fields that collide have the value of `theirs`. */
export interface MergeResult {
  record: EntryRecord;
  collisions: readonly Collision[];
}

/** Merges versions by field and locale. Lists of values merge by item; reordered lists and lists of objects collide. */
export function mergeRecords(
  model: Model,
  shape: Shape,
  { base, yours, theirs }: { base: EntryRecord; yours: EntryRecord; theirs: EntryRecord },
): MergeResult {
  const collisions: Collision[] = [];
  return { record: mergeShape(model, shape, { base, yours, theirs }, [], collisions), collisions };
}

interface MergeVersions<T = unknown> {
  base: T;
  yours: T;
  theirs: T;
}

function mergeShape(
  model: Model,
  shape: Shape,
  versions: MergeVersions<EntryRecord>,
  path: ProblemPath,
  collisions: Collision[],
): EntryRecord {
  const mergedRecord: EntryRecord = {};
  for (const field of storedFields(shape)) {
    const value = mergeField(model, field, partOf(versions, field.name), [...path, field.name], collisions);
    if (value !== null) mergedRecord[field.name] = value;
  }
  return mergedRecord;
}

function mergeField(
  model: Model,
  field: Field,
  versions: MergeVersions,
  path: ProblemPath,
  collisions: Collision[],
): unknown {
  const { base, yours, theirs } = versions;
  if (isDeepStrictEqual(yours, theirs) || isDeepStrictEqual(yours, base)) return theirs;
  if (isDeepStrictEqual(theirs, base)) return yours;
  if (field.localised && !field.list)
    return mergeTexts(model, versions as MergeVersions<EntryRecord | null>, path, collisions);
  const areObjects = !field.list && [base, yours, theirs].every((value) => typeof value === 'object' && value !== null);
  if (areObjects && field.category === 'object') {
    return mergeShape(model, model.shape(field.type), versions as MergeVersions<EntryRecord>, path, collisions);
  }
  const isValueList = field.list && field.category !== 'object' && !field.localised;
  const list = isValueList ? mergeLists(versions as MergeVersions<unknown[]>) : null;
  if (list) return list;
  collisions.push({ path: formatPath(path)!, at: path, ...versions });
  return theirs;
}

function mergeTexts(
  model: Model,
  { base, yours, theirs }: MergeVersions<EntryRecord | null>,
  path: ProblemPath,
  collisions: Collision[],
): EntryRecord | null {
  const texts: EntryRecord = {};
  for (const locale of model.locales) {
    const part = partOf({ base: base ?? {}, yours: yours ?? {}, theirs: theirs ?? {} }, locale);
    const at = [...path, locale];
    if (part.yours !== part.theirs && part.yours !== part.base && part.theirs !== part.base) {
      collisions.push({ path: formatPath(at)!, at, ...part });
    }
    const text = part.theirs === part.base ? part.yours : part.theirs;
    if (text !== null) texts[locale] = text;
  }
  return Object.keys(texts).length > 0 ? texts : null;
}

/** Merges the additions to a list and the removals from it. Null if either version changed the order of the items. */
function mergeLists({ base, yours, theirs }: MergeVersions<unknown[] | null>): unknown[] | null {
  const [baseItems, yourItems, theirItems] = [base ?? [], yours ?? [], theirs ?? []];
  const filterRetained = (list: readonly unknown[]) => list.filter((item) => baseItems.includes(item));
  const isInBaseOrder = (list: readonly unknown[]) => {
    const retained = filterRetained(list);
    return isDeepStrictEqual(
      retained,
      baseItems.filter((item) => retained.includes(item)),
    );
  };
  if (!isInBaseOrder(yourItems) || !isInBaseOrder(theirItems)) return null;
  const removedItems = baseItems.filter((item) => !yourItems.includes(item));
  const addedItems = yourItems.filter((item) => !baseItems.includes(item) && !theirItems.includes(item));
  return [...theirItems.filter((item) => !removedItems.includes(item)), ...addedItems];
}

function partOf({ base, yours, theirs }: MergeVersions<EntryRecord>, name: string): MergeVersions {
  return { base: base[name] ?? null, yours: yours[name] ?? null, theirs: theirs[name] ?? null };
}
