import { AppError } from '../errors.js';
import type { ComputedContext } from '../graphql/computed.js';
import { cellChanges } from '../series/cell-changes.js';
import type { StoredEntry } from '../store/store.js';
import { vintageAt } from './edition.js';
import { observedPoint, servedBreakdown } from './observation.js';
import { wanted } from './series-arguments.js';
import { areaReference } from './served-series.js';

interface ChangesArguments {
  from: Date;
  to: Date;
  areas?: readonly string[] | null;
  first?: number | null;
}

const VINTAGES = { usual: 20, most: 100 };
const CELLS = { usual: 100, most: 1000 };

/** The editions of the figures, the newest first. */
export async function vintagesOf({ slug }: StoredEntry, args: { first?: number | null }, context: ComputedContext) {
  const first = wanted(args.first, VINTAGES.usual, VINTAGES.most);
  return [...(await context.vintages(slug))].reverse().slice(0, first);
}

/** The cells that differ between the editions that were served at two moments. */
export async function changesOf({ slug }: StoredEntry, args: ChangesArguments, context: ComputedContext) {
  const { from, to, areas = null } = args;
  if (from > to) throw new AppError('BAD_USER_INPUT', '"from" lies after "to".');
  const first = wanted(args.first, CELLS.usual, CELLS.most);
  const read = (asOf: Date) => context.series(slug, { areas, breakdowns: null, asOf });
  const [before, after, vintages] = await Promise.all([read(from), read(to), context.vintages(slug)]);
  const isShown = ({ area }: { area: string }) => context.areas.byCode(area) !== undefined;
  const all = cellChanges(before.filter(isShown), after.filter(isShown));
  const count = (kind: string) => all.filter((change) => change.kind === kind).length;
  return {
    from: vintageAt(vintages, from),
    to: vintageAt(vintages, to),
    changed: count('CHANGED'),
    appeared: count('APPEARED'),
    vanished: count('VANISHED'),
    cells: all.slice(0, first).map(({ kind, area, breakdown, period, before: was, after: is }) => ({
      kind,
      area: areaReference(area, context),
      breakdown: servedBreakdown(breakdown),
      period,
      before: observedPoint(was, context.reference),
      after: observedPoint(is, context.reference),
    })),
  };
}
