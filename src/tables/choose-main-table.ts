import { FIGURE_TYPES, isEntryType } from './row-key-fields.js';
import { hasRows } from './table.js';
import type { TablePlan } from './table-plan.js';

/** Returns the main table: figures, else the outermost list with rows, else an object; facets only as a last resort. */
export function chooseMainTable(plans: readonly TablePlan[], data: unknown): TablePlan | null {
  const nonEmpty = plans.filter((plan) => !plan.isFacet && hasRows(plan, data));
  const figures = figureTable(nonEmpty);
  if (figures) return figures;
  const [first] = outermostFirst(nonEmpty.filter(({ isList }) => isList));
  if (first) return descend(first, nonEmpty);
  return nonEmpty[0] ?? plans.find(({ isList, isFacet }) => isList && !isFacet) ?? plans[0] ?? null;
}

function figureTable(nonEmpty: readonly TablePlan[]): TablePlan | null {
  for (const type of FIGURE_TYPES) {
    const [first] = outermostFirst(nonEmpty.filter(({ figures }) => figures === type));
    if (first) return first;
  }
  const withLatest = nonEmpty.filter(
    ({ figures, levels }) => figures === 'Series' && levels.at(-1)!.columns.some(({ isLatest }) => isLatest),
  );
  return outermostFirst(withLatest)[0] ?? null;
}

function outermostFirst(plans: readonly TablePlan[]): TablePlan[] {
  return plans.toSorted((a, b) => a.levels.length - b.levels.length);
}

/** While the rows are not entries, follows the only non-empty inner table with at least two value columns. */
function descend(plan: TablePlan, nonEmpty: readonly TablePlan[]): TablePlan {
  const { type } = plan.levels.at(-1)!;
  if (isEntryType(type)) return plan;
  const candidates = plan.inner.filter((inner) => nonEmpty.includes(inner) && countValueColumns(inner) >= 2);
  return candidates.length === 1 ? descend(candidates[0]!, nonEmpty) : plan;
}

/** Counts the requested columns with values of the row itself, except names, texts and lists. */
function countValueColumns({ levels }: TablePlan): number {
  const { columns } = levels.at(-1)!;
  return columns.filter(({ isName, isAdded, isRepeated, objects }) => {
    return !isName && !isAdded && isRepeated && objects.length === 0;
  }).length;
}
