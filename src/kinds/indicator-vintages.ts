import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { AreaIndex } from '../series/area-index.js';
import { CellChangeCollector, percentChange, LargestChangeCollector } from '../series/cell-changes.js';
import { roundPercent } from '../series/rounding.js';
import type { ChangedCell, ChangedSeries } from '../store/figures.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { FieldArgs } from './kind-module-types.js';
import { observationOfPoint, breakdownToList } from './observation.js';
import { indicatorTitleInSentence } from './missing-item-messages.js';
import { pageLimit } from './series-arguments.js';
import { areaReference } from './series-response.js';

const VINTAGE_LIMIT = { default: 20, max: 100 };
const CELL_LIMIT = { default: 100, max: 1000 };

/** Maximum number of changed cells to cache for each pair of editions, and of pairs to cache. */
const CACHE_LIMITS = { cells: 10, pairs: 200 };
/** Cached changes, by the digests of both editions. An edit of an area discards them, as it changes the area index. */
const sharedChanges = new WeakMap<AreaIndex, Map<string, CellChangeCollector>>();

async function getCachedChanges(
  areas: AreaIndex,
  key: string,
  read: () => Promise<CellChangeCollector>,
): Promise<CellChangeCollector> {
  const cached = sharedChanges.get(areas) ?? new Map<string, CellChangeCollector>();
  sharedChanges.set(areas, cached);
  const found = cached.get(key);
  if (found) return found;
  const changes = await read();
  if (cached.size >= CACHE_LIMITS.pairs) cached.clear();
  cached.set(key, changes);
  return changes;
}

/** Returns the vintages of an indicator, latest first. */
export async function readVintages(
  entry: EntryOf<'Indicator'>,
  args: { first?: number | null },
  context: ComputedContext,
) {
  const first = pageLimit(args.first, VINTAGE_LIMIT.default, VINTAGE_LIMIT.max);
  const storedVintages = await context.figures.vintages(entry.slug);
  const included = Math.min(first, storedVintages.length);
  if (first > 0) {
    const isTruncated = included < storedVintages.length;
    const indicatorName = indicatorTitleInSentence(entry, context);
    context.addScope({
      of: indicatorName,
      items: 'ITEMS',
      included,
      existing: storedVintages.length,
      isTruncated,
      requested: [],
    });
  }
  return [...storedVintages].reverse().slice(0, first);
}

/** Returns the cells that differ between the vintages that were current at two times. */
export async function compareVintages(
  { slug }: EntryOf<'Indicator'>,
  args: FieldArgs<'Indicator', 'changes'>,
  context: ComputedContext,
) {
  const { from, to, areas = null } = args;
  if (from > to) throw new AppError('BAD_USER_INPUT', '"from" is after "to".');
  const first = pageLimit(args.first, CELL_LIMIT.default, CELL_LIMIT.max);
  const [before, after] = await Promise.all([
    context.figures.vintageAt(slug, from),
    context.figures.vintageAt(slug, to),
  ]);
  const read = async () => {
    const isSame = ({ kind, before, after }: ChangedCell) => kind === 'CHANGED' && before?.value === after?.value;
    const isListed = (cell: ChangedCell) =>
      args.listed == null || (args.listed === 'SAME_VALUE' ? isSame(cell) : cell.kind === args.listed);
    const found =
      args.sort === 'PERCENT' ? new LargestChangeCollector(first) : new CellChangeCollector(first, isListed);
    const visit = (series: ChangedSeries) => {
      if (context.areas.byCode(series.area)) found.add(series);
    };
    const needsCells = () => found.needsCells;
    await context.figures.changedSeries({ indicator: slug, from, to, areas, needsCells }, visit);
    return found;
  };
  // Pages show the largest changes of all areas. They need all figures of two editions, so the result is cached.
  const isShared = args.sort === 'PERCENT' && areas === null && first <= CACHE_LIMITS.cells;
  const key = [slug, before?.digest, after?.digest, first].join(' ');
  const changes = isShared ? await getCachedChanges(context.areas, key, read) : await read();
  const recordsBefore = before ? before.coverage.reported + before.coverage.missing : 0;
  return {
    from: before,
    to: after,
    changed: changes.count('CHANGED'),
    sameValue: changes instanceof LargestChangeCollector ? changes.sameValue : null,
    compared: areas === null ? recordsBefore - changes.count('VANISHED') : null,
    appeared: changes.count('APPEARED'),
    vanished: changes.count('VANISHED'),
    cells: changes.cells.map(({ kind, area, breakdown, period, ...values }) => ({
      kind,
      percent: roundPercent(percentChange({ kind, period, ...values })),
      area: areaReference(area, context)!,
      breakdown: breakdownToList(breakdown),
      period,
      before: observationOfPoint(values.before, context.reference),
      after: observationOfPoint(values.after, context.reference),
    })),
  };
}

/** Returns the visible indicators with several vintages, by title. */
export async function revisedIndicators(args: FieldArgs<'Query', 'revisedIndicators'>, context: ComputedContext) {
  const first = pageLimit(args.first, VINTAGE_LIMIT.default, VINTAGE_LIMIT.max);
  const indicators = await context.entries('Indicator', ['title']);
  const vintages = await Promise.all(indicators.map(({ slug }) => context.figures.vintages(slug)));
  const all = indicators.map(({ kind, slug }, index) => ({
    indicator: context.reference(kind, slug),
    editions: vintages[index]!.length,
  }));
  return all.filter(({ editions }) => editions > 1).slice(0, first);
}
