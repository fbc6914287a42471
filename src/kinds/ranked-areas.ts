import type { ComputedContext } from '../reading/computed-context.js';
import type { SeriesCell } from '../series/series-cell.js';

export type RankedAmong = 'COUNTRIES' | 'ROUTES';

const ROUTE_KIND = 'Route';
const RANKED_KINDS: Readonly<Record<RankedAmong, readonly string[]>> = {
  COUNTRIES: ['Country', 'Territory'],
  ROUTES: [ROUTE_KIND],
};

/** Whether an area is ranked among countries (with territories), or among routes. */
export function isRankedAmong(code: string, among: RankedAmong, { areas }: ComputedContext): boolean {
  const kind = areas.byCode(code)?.kind;
  return kind !== undefined && RANKED_KINDS[among].includes(kind);
}

/** Removes routes that contain other ranked routes, to avoid double counting. */
export async function removeContainingRoutes(cells: Map<string, SeriesCell>, context: ComputedContext): Promise<void> {
  const hasFigure = ([, { value }]: [string, SeriesCell]) => value !== null;
  const routes = [...cells].filter(hasFigure).flatMap(([code]) => context.areas.byCode(code) ?? []);
  const entries = await Promise.all(routes.map(({ slug }) => context.entry(ROUTE_KIND, slug, ['partOf'])));
  const containers = new Set(entries.map((entry) => entry?.record.partOf ?? null));
  for (const { slug, code } of routes) if (containers.has(slug)) cells.delete(code);
}
