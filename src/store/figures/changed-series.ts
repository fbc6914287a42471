import type { ObjectId } from 'mongodb';
import { seriesKey } from '../../model/breakdown-key.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { ChangedCell, ChangedSeries, ChangedSeriesQuery } from '../figures.js';
import {
  type ChangedCellCounts,
  columnValueAt,
  pointAt,
  type PointColumns,
  type SeriesDocument,
  type VintageDocument,
  vintagesToRead,
} from './series-documents.js';

/** Columns to compare. A change of the source alone is ignored. */
const COMPARED_COLUMNS = ['value', 'state', 'note', 'lower', 'upper', 'flags'] as const;

type VisitCell = (kind: ChangedCell['kind'], oldIndex: number, newIndex: number) => void;

const EMPTY_COLUMN = { same: null };

const SERIES_PER_READ = 200;

type SeriesHeader = Omit<SeriesDocument, 'indicator' | 'edition' | 'breakdownKey' | 'points'>;

type EncodedSeries = Pick<SeriesDocument, 'area' | 'breakdown' | 'digest' | 'points' | 'size' | 'change'>;

/** A series that differs between two vintages: its old and its new document; null if that vintage lacks the series. */
interface SeriesPair<After extends SeriesHeader | EncodedSeries> {
  before: SeriesHeader | null;
  after: After | null;
}

/** A series that differs between two vintages, and the id of the document that it replaces; null if it is new. */
export interface SeriesReplacement extends ChangedSeries {
  replaced: ObjectId | null;
}

/**
 * Yields the series that differ between two vintages of an indicator, sorted by area and breakdown. Does not read the
 * points of equal series, nor of series with stored counts if no cells are needed. @param vintages oldest first
 */
export async function* changedSeries(
  database: Database,
  vintages: readonly VintageDocument[],
  { from, to, areas, needsCells }: Omit<ChangedSeriesQuery, 'indicator'>,
): AsyncGenerator<ChangedSeries, void, undefined> {
  const idsUntil = (time: Date) =>
    vintagesToRead(vintages.filter(({ vintage }) => vintage <= time)).map(({ _id }) => _id);
  const [oldIds, allIds] = [idsUntil(from), idsUntil(to)];
  const lastOldId = oldIds.at(-1);
  if (lastOldId && allIds.at(-1)?.equals(lastOldId)) return;
  // An earlier edition that was added later replaces no series, so all series of the two editions are compared.
  const isChain = !lastOldId || allIds[oldIds.length - 1]?.equals(lastOldId);
  const newIds = isChain ? allIds.slice(oldIds.length) : allIds;
  if (newIds.length === 0) return;
  const chosen = areas && { area: { $in: [...areas] } };
  const [removed, added] = await Promise.all([
    outlines(database, { edition: { $in: oldIds }, until: isChain ? { $in: newIds } : { $nin: oldIds }, ...chosen }),
    outlines(database, { edition: { $in: newIds }, until: { $nin: allIds }, ...chosen }),
  ]);
  const pairs = pairSeries(removed, added).filter(({ before: old, after }) => isChain || old?.digest !== after?.digest);
  for (let start = 0; start < pairs.length; start += SERIES_PER_READ) {
    const batch = pairs.slice(start, start + SERIES_PER_READ);
    const mustRead = needsCells() ? () => true : (pair: SeriesPair<SeriesHeader>) => storedCounts(pair) === null;
    const pointsById = await readPoints(database, batch.filter(mustRead));
    for (const pair of batch) yield compareSeries(pair, mustRead(pair) ? pointsById : null);
  }
}

/** Yields the series in which an unwritten vintage (`next`) differs from the newest of the stored `vintages`. */
export async function* previewChangedSeries(
  database: Database,
  vintages: readonly VintageDocument[],
  next: readonly EncodedSeries[],
): AsyncGenerator<SeriesReplacement, void, undefined> {
  const vintageIds = vintages.map(({ _id }) => _id);
  const openSeries =
    vintageIds.length === 0
      ? []
      : await outlines(database, { edition: { $in: vintageIds }, until: { $nin: vintageIds } });
  const nextDigests = new Map(next.map((series) => [seriesKey(series), series.digest]));
  const unchangedKeys = new Set(
    openSeries.flatMap((series) => (nextDigests.get(seriesKey(series)) === series.digest ? seriesKey(series) : [])),
  );
  const isChanged = (series: SeriesHeader | EncodedSeries) => !unchangedKeys.has(seriesKey(series));
  const pairs = pairSeries(openSeries.filter(isChanged), next.filter(isChanged));
  for (let start = 0; start < pairs.length; start += SERIES_PER_READ) {
    const batch = pairs.slice(start, start + SERIES_PER_READ);
    const pointsById = await readPoints(database, batch);
    for (const pair of batch) yield { ...compareSeries(pair, pointsById), replaced: pair.before?._id ?? null };
  }
}

function compareSeries(
  { before, after }: SeriesPair<SeriesHeader | EncodedSeries>,
  pointsById: ReadonlyMap<string, PointColumns> | null,
): ChangedSeries {
  const { area, breakdown } = (after ?? before)!;
  if (pointsById === null) return { area, breakdown, counts: storedCounts({ before, after })!, cells: () => [] };
  const readColumns = (series: SeriesHeader | EncodedSeries | null) =>
    series && ('points' in series ? series.points : (pointsById.get(series._id.toHexString()) ?? null));
  const [oldColumns, newColumns] = [readColumns(before), readColumns(after)];
  return {
    area,
    breakdown,
    counts: countChanges(oldColumns, newColumns),
    cells: () => changedCells(oldColumns, newColumns),
  };
}

/** Returns the stored counts of a change; null if there are none, or if several vintages lie in between. */
function storedCounts({ before, after }: SeriesPair<SeriesHeader | EncodedSeries>): ChangedCellCounts | null {
  const zeroCounts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };
  if (after === null) return before?.size === undefined ? null : { ...zeroCounts, VANISHED: before.size };
  if (before === null) return after.size === undefined ? null : { ...zeroCounts, APPEARED: after.size };
  return after.change?.replaced.equals(before._id) ? after.change.counts : null;
}

async function outlines(database: Database, filter: object): Promise<SeriesHeader[]> {
  const projection = { area: 1, breakdown: 1, digest: 1, size: 1, change: 1 };
  return database.series.find(filter, { ...READ_OPTIONS, projection, batchSize: 100_000 });
}

function pairSeries<After extends SeriesHeader | EncodedSeries>(
  removed: readonly SeriesHeader[],
  added: readonly After[],
): SeriesPair<After>[] {
  const pairs = new Map<string, SeriesPair<After>>();
  for (const before of removed) pairs.set(seriesKey(before), { before, after: null });
  for (const after of added) {
    const key = seriesKey(after);
    pairs.set(key, { before: pairs.get(key)?.before ?? null, after });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

async function readPoints(
  database: Database,
  pairs: readonly SeriesPair<SeriesHeader | EncodedSeries>[],
): Promise<ReadonlyMap<string, PointColumns>> {
  const ids = pairs.flatMap(({ before, after }) =>
    [before, after].flatMap((series) => (series && '_id' in series ? series._id : [])),
  );
  if (ids.length === 0) return new Map();
  const documents = database.series.each(
    { _id: { $in: ids } },
    { ...READ_OPTIONS, projection: { points: 1 }, batchSize: 2 * SERIES_PER_READ },
  );
  const pointsById = new Map<string, PointColumns>();
  for await (const document of documents) pointsById.set(document._id.toHexString(), document.points);
  return pointsById;
}

/** Counts the cells that differ between two vintages of a series. A vintage without the series is null. */
export function countChanges(before: PointColumns | null, after: PointColumns | null): ChangedCellCounts {
  const counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };
  visitChanges(before, after, (kind) => (counts[kind] += 1));
  return counts;
}

/** Returns the cells that differ, oldest first. */
export function changedCells(before: PointColumns | null, after: PointColumns | null): ChangedCell[] {
  const cells: ChangedCell[] = [];
  visitChanges(before, after, (kind, oldIndex, newIndex) => {
    const [oldPoint, newPoint] = [
      oldIndex < 0 ? null : pointAt(before!, oldIndex),
      newIndex < 0 ? null : pointAt(after!, newIndex),
    ];
    cells.push({ kind, period: (newPoint ?? oldPoint)!.period, before: oldPoint, after: newPoint });
  });
  return cells;
}

/**
 * Calls `visit` with the indexes of the cells that differ, oldest first; -1 if one is absent. Creates no cells, because
 * there can be millions and most callers only need counts.
 */
function visitChanges(before: PointColumns | null, after: PointColumns | null, visit: VisitCell): void {
  const [oldPeriods, newPeriods] = [before?.period ?? [], after?.period ?? []];
  const differs = cellComparer(before, after);
  let [oldIndex, newIndex] = [0, 0];
  while (oldIndex < oldPeriods.length || newIndex < newPeriods.length) {
    const [oldPeriod, newPeriod] = [oldPeriods[oldIndex], newPeriods[newIndex]];
    if (newPeriod === undefined || (oldPeriod !== undefined && oldPeriod < newPeriod))
      visit('VANISHED', oldIndex++, -1);
    else if (oldPeriod === undefined || newPeriod < oldPeriod) visit('APPEARED', -1, newIndex++);
    else {
      if (differs(oldIndex, newIndex)) visit('CHANGED', oldIndex, newIndex);
      oldIndex += 1;
      newIndex += 1;
    }
  }
}

/** Returns a function that compares two cells by index: true if they differ. Constant columns are compared once. */
function cellComparer(before: PointColumns | null, after: PointColumns | null): (old: number, now: number) => boolean {
  if (!before || !after) return () => false;
  const comparers: ((old: number, now: number) => boolean)[] = [];
  for (const name of COMPARED_COLUMNS) {
    const [oldColumn, newColumn] = [before[name] ?? EMPTY_COLUMN, after[name] ?? EMPTY_COLUMN];
    if ('same' in oldColumn && 'same' in newColumn) {
      if (areEqual(oldColumn.same, newColumn.same)) continue;
      return () => true;
    }
    comparers.push(
      (old, now) => !areEqual(columnValueAt<unknown>(oldColumn, old), columnValueAt<unknown>(newColumn, now)),
    );
  }
  const [onlyComparer] = comparers;
  if (comparers.length === 1 && onlyComparer) return onlyComparer;
  return (old, now) => comparers.some((differs) => differs(old, now));
}

/** Whether two values are equal. The order of flags is ignored. */
function areEqual(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item) => b.includes(item));
}
