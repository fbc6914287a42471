import type { ObjectId } from 'mongodb';
import { seriesKey } from '../../model/breakdown-key.js';
import type { Database } from '../connection/database.js';
import { READ_OPTIONS } from '../connection/database.js';
import type { ChangedCell, ChangedSeries, ChangedSeriesQuery } from '../figures.js';
import type { CellCounts, PointColumns, SeriesDocument, VintageDocument } from './series-documents.js';
import { columnAt, pointAt } from './series-documents.js';

/** Columns to compare. A change of the source alone is ignored. */
const COMPARED = ['value', 'state', 'note', 'lower', 'upper', 'flags'] as const;

type Visit = (kind: ChangedCell['kind'], before: number, after: number) => void;

const NOTHING = { same: null };

/** Number of series per command. */
const AT_ONCE = 200;

type Outline = Omit<SeriesDocument, 'indicator' | 'edition' | 'breakdownKey' | 'points'>;

type Written = Pick<SeriesDocument, 'area' | 'breakdown' | 'digest' | 'points' | 'size' | 'change'>;

/** A series that differs: its states in the old and the new vintage. One of them may be null. */
interface Place<After extends Outline | Written> {
  before: Outline | null;
  after: After | null;
}

/** A series that differs, and the id of the document that it replaces. */
export interface SeriesReplacement extends ChangedSeries {
  replaced: ObjectId | null;
}

/**
 * Yields the series that differ between two vintages of an indicator, by area and breakdown. Does not read equal
 * series. Once cells are not needed, series with stored counts are not read either.
 *
 * @param vintages vintages of one indicator, oldest first
 */
export async function* changedSeries(
  database: Database,
  vintages: readonly VintageDocument[],
  { from, to, areas, needsCells }: Omit<ChangedSeriesQuery, 'indicator'>,
): AsyncGenerator<ChangedSeries, void, undefined> {
  const idsUntil = (moment: Date) => vintages.filter(({ vintage }) => vintage <= moment).map(({ _id }) => _id);
  const [before, all] = [idsUntil(from), idsUntil(to)];
  const since = all.slice(before.length);
  if (since.length === 0) return;
  const chosen = areas && { area: { $in: [...areas] } };
  const [gone, come] = await Promise.all([
    outlines(database, { edition: { $in: before }, until: { $in: since }, ...chosen }),
    outlines(database, { edition: { $in: since }, until: { $nin: all }, ...chosen }),
  ]);
  const places = pairPlaces(gone, come);
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const part = places.slice(at, at + AT_ONCE);
    const isRead = needsCells() ? () => true : (place: Place<Outline>) => storedCounts(place) === null;
    const points = await read(database, part.filter(isRead));
    for (const place of part) yield difference(place, isRead(place) ? points : null);
  }
}

/** Yields the series in which an unwritten vintage differs from the newest of these vintages. */
export async function* seriesToChange(
  database: Database,
  vintages: readonly VintageDocument[],
  next: readonly Written[],
): AsyncGenerator<SeriesReplacement, void, undefined> {
  const ids = vintages.map(({ _id }) => _id);
  const present = ids.length === 0 ? [] : await outlines(database, { edition: { $in: ids }, until: { $nin: ids } });
  const digests = new Map(next.map((series) => [seriesKey(series), series.digest]));
  const same = new Set(
    present.flatMap((found) => (digests.get(seriesKey(found)) === found.digest ? seriesKey(found) : [])),
  );
  const isOther = (series: Outline | Written) => !same.has(seriesKey(series));
  const places = pairPlaces(present.filter(isOther), next.filter(isOther));
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const part = places.slice(at, at + AT_ONCE);
    const points = await read(database, part);
    for (const place of part) yield { ...difference(place, points), replaced: place.before?._id ?? null };
  }
}

function difference(
  { before, after }: Place<Outline | Written>,
  points: ReadonlyMap<string, PointColumns> | null,
): ChangedSeries {
  const { area, breakdown } = (after ?? before)!;
  if (points === null) return { area, breakdown, counts: storedCounts({ before, after })!, cells: () => [] };
  const readColumns = (series: Outline | Written | null) =>
    series && ('points' in series ? series.points : (points.get(series._id.toHexString()) ?? null));
  const [was, is] = [readColumns(before), readColumns(after)];
  return { area, breakdown, counts: countChanges(was, is), cells: () => changedCells(was, is) };
}

/** Returns the stored counts of a change; null if there are none, or if several vintages lie in between. */
function storedCounts({ before, after }: Place<Outline | Written>): CellCounts | null {
  const none = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };
  if (after === null) return before?.size === undefined ? null : { ...none, VANISHED: before.size };
  if (before === null) return after.size === undefined ? null : { ...none, APPEARED: after.size };
  return after.change?.replaced.equals(before._id) ? after.change.counts : null;
}

async function outlines(database: Database, filter: object): Promise<Outline[]> {
  const projection = { area: 1, breakdown: 1, digest: 1, size: 1, change: 1 };
  return database.series.find(filter, { ...READ_OPTIONS, projection, batchSize: 100_000 });
}

function pairPlaces<After extends Outline | Written>(gone: readonly Outline[], come: readonly After[]): Place<After>[] {
  const places = new Map<string, Place<After>>();
  for (const before of gone) places.set(seriesKey(before), { before, after: null });
  for (const after of come) {
    const name = seriesKey(after);
    places.set(name, { before: places.get(name)?.before ?? null, after });
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

async function read(
  database: Database,
  places: readonly Place<Outline | Written>[],
): Promise<ReadonlyMap<string, PointColumns>> {
  const stored = places.flatMap(({ before, after }) =>
    [before, after].flatMap((series) => (series && '_id' in series ? series._id : [])),
  );
  if (stored.length === 0) return new Map();
  const found = database.series.each(
    { _id: { $in: stored } },
    { ...READ_OPTIONS, projection: { points: 1 }, batchSize: 2 * AT_ONCE },
  );
  const points = new Map<string, PointColumns>();
  for await (const each of found) points.set(each._id.toHexString(), each.points);
  return points;
}

/** Counts the cells that differ between two vintages of a series. A vintage without the series is null. */
export function countChanges(before: PointColumns | null, after: PointColumns | null): CellCounts {
  const counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };
  walk(before, after, (kind) => (counts[kind] += 1));
  return counts;
}

/** Returns the cells that differ, oldest first. */
export function changedCells(before: PointColumns | null, after: PointColumns | null): ChangedCell[] {
  const cells: ChangedCell[] = [];
  walk(before, after, (kind, was, is) => {
    const [old, now] = [was < 0 ? null : pointAt(before!, was), is < 0 ? null : pointAt(after!, is)];
    cells.push({ kind, period: (now ?? old)!.period, before: old, after: now });
  });
  return cells;
}

/**
 * Calls `visit` with the indexes of the cells that differ, oldest first; -1 if a cell is absent. Compares columns
 * without creating cells, because there can be millions and most callers only need counts.
 */
function walk(before: PointColumns | null, after: PointColumns | null, visit: Visit): void {
  const [was, is] = [before?.period ?? [], after?.period ?? []];
  const differs = comparing(before, after);
  let [old, now] = [0, 0];
  while (old < was.length || now < is.length) {
    const [earlier, later] = [was[old], is[now]];
    if (later === undefined || (earlier !== undefined && earlier < later)) visit('VANISHED', old++, -1);
    else if (earlier === undefined || later < earlier) visit('APPEARED', -1, now++);
    else {
      if (differs(old, now)) visit('CHANGED', old, now);
      old += 1;
      now += 1;
    }
  }
}

/** Returns a function that compares two cells by index. Constant columns are compared once. */
function comparing(before: PointColumns | null, after: PointColumns | null): (old: number, now: number) => boolean {
  if (!before || !after) return () => false;
  const differing: ((old: number, now: number) => boolean)[] = [];
  for (const name of COMPARED) {
    const [was, is] = [before[name] ?? NOTHING, after[name] ?? NOTHING];
    if ('same' in was && 'same' in is) {
      if (isAlike(was.same, is.same)) continue;
      return () => true;
    }
    differing.push((old, now) => !isAlike(columnAt<unknown>(was, old), columnAt<unknown>(is, now)));
  }
  const [only] = differing;
  if (differing.length === 1 && only) return only;
  return (old, now) => differing.some((each) => each(old, now));
}

/** Whether two values are equal. The order of flags is ignored. */
function isAlike(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each) => other.includes(each));
}
