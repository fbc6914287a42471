import type { ObjectId } from 'mongodb';
import type { Database } from '../connection/database.js';
import { READ, withPauses } from '../connection/database.js';
import type { EditionDocument, SeriesDocument } from './series-documents.js';
import { pointsOf } from './series-documents.js';
import type { ChangedSeries, StoredPoint } from '../figures.js';

/** So many series are read at a time. */
const AT_ONCE = 200;

/** Where a series that differs stands: before, after, or in both. */
interface Place {
  area: string;
  breakdown: Readonly<Record<string, string>>;
  before: ObjectId | null;
  after: ObjectId | null;
}

type Found = Pick<SeriesDocument, '_id' | 'area' | 'breakdownKey' | 'breakdown'>;

/**
 * The series that differ between two editions of an indicator, by area and breakdown. Only those are read: a series that
 * stayed the same is part of both.
 *
 * @param editions of one indicator, oldest first
 */
export async function* changedSeries(
  database: Database,
  editions: readonly EditionDocument[],
  { from, to, areas }: { from: Date; to: Date; areas: readonly string[] | null },
): AsyncGenerator<ChangedSeries, void, undefined> {
  const idsUntil = (moment: Date) => editions.filter(({ vintage }) => vintage <= moment).map(({ _id }) => _id);
  const [before, all] = [idsUntil(from), idsUntil(to)];
  const since = all.slice(before.length);
  if (since.length === 0) return;
  const chosen = areas && { area: { $in: [...areas] } };
  const [gone, come] = await Promise.all([
    outlines(database, { edition: { $in: before }, until: { $in: since }, ...chosen }),
    outlines(database, { edition: { $in: since }, until: { $nin: all }, ...chosen }),
  ]);
  const places = placesOf(gone, come);
  for (let at = 0; at < places.length; at += AT_ONCE) yield* read(database, places.slice(at, at + AT_ONCE));
}

async function outlines(database: Database, filter: object): Promise<Found[]> {
  const projection = { area: 1, breakdownKey: 1, breakdown: 1 };
  return database.series.find(filter, { ...READ, projection, batchSize: 100_000 }).toArray();
}

function placesOf(gone: readonly Found[], come: readonly Found[]): Place[] {
  const places = new Map<string, Place>();
  const name = ({ area, breakdownKey }: Found) => `${area}\u001f${breakdownKey}`;
  for (const found of gone) {
    places.set(name(found), { area: found.area, breakdown: found.breakdown, before: found._id, after: null });
  }
  for (const found of come) {
    const { area, breakdown } = found;
    places.set(name(found), { area, breakdown, before: places.get(name(found))?.before ?? null, after: found._id });
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

async function* read(database: Database, places: readonly Place[]): AsyncGenerator<ChangedSeries, void, undefined> {
  const ids = places.flatMap(({ before, after }) => [before, after].flatMap((id) => id ?? []));
  const found = database.series.find(
    { _id: { $in: ids } },
    { ...READ, projection: { points: 1 }, batchSize: 2 * AT_ONCE },
  );
  const points = new Map<string, SeriesDocument['points']>();
  for await (const each of withPauses(found)) points.set(each._id.toHexString(), each.points);
  const at = (id: ObjectId | null): readonly StoredPoint[] => {
    const columns = id && points.get(id.toHexString());
    return columns ? pointsOf(columns) : [];
  };
  for (const { area, breakdown, before, after } of places) {
    yield { area, breakdown, before: at(before), after: at(after) };
  }
}
