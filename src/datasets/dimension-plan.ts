import { nearest } from '../model/nearest.js';
import type { AreaReader } from '../series/area-reader.js';
import { refusal } from './dataset-error.js';
import { heading } from './header.js';
import type { Layout, LayoutDimension } from './layout.js';
import type { Target } from './target.js';
import { CodeFinder } from './target.js';

/** What is done with one dimension of a table. */
export interface DimensionPlan {
  dimension: LayoutDimension;
  /** Only rows with this code are taken; null for all. */
  filter: CodeFilter | null;
  /** The dimension of the indicator that it becomes; null where it becomes none. */
  kept: { name: string; finder: CodeFinder } | null;
  /** Codes of a dimension that is neither chosen nor kept nor added up; more than one cannot be told apart. */
  seen: Set<string> | null;
}

/** Whether a text is the code that was chosen. */
export interface CodeFilter {
  accepts(text: string, label: string | null): boolean;
}

/** All dimensions of a table, and the codes of the indicator that all of its figures have. */
export interface DimensionPlans {
  plans: readonly DimensionPlan[];
  fixed: Readonly<Record<string, string>>;
}

/**
 * Settles what becomes of each dimension of a table: rows are chosen by it, or it is one of the indicator's, or it is
 * added up, or it must have one code throughout.
 *
 * @param seenBefore  the codes of such dimensions in files read before, by name
 * @throws AppError DATASET_INVALID when a dimension is chosen that neither the table nor the indicator has
 */
export function planDimensions(
  layout: Layout,
  target: Target,
  chosen: ReadonlyMap<string, string>,
  areas: AreaReader,
  seenBefore: Map<string, Set<string>> = new Map(),
): DimensionPlans {
  const unused = new Map(chosen);
  const plans = layout.dimensions.map((dimension): DimensionPlan => {
    const choice = [...unused].find(([name]) => isCalled(dimension, name));
    if (choice) unused.delete(choice[0]);
    const own = target.dimensions.find(({ name }) => isCalled(dimension, name));
    const kind = { publisher: layout.publisher };
    const filter = choice === undefined ? null : filterFor(choice[1], areas, layout.publisher);
    const kept = own === undefined ? null : { name: own.name, finder: new CodeFinder(own, areas, kind) };
    const isFree = filter !== null || kept !== null || dimension.isPartition === true;
    const key = heading(dimension.name);
    const seen = isFree ? null : (seenBefore.get(key) ?? new Set<string>());
    if (seen !== null) seenBefore.set(key, seen);
    return { dimension, filter, kept, seen };
  });
  const fixed: Record<string, string> = {};
  for (const [name, code] of unused) {
    const own = target.dimensions.find((each) => heading(each.name) === heading(name));
    if (own === undefined) throw noDimension(name, layout, target);
    const found = new CodeFinder(own, areas, { publisher: layout.publisher }).find(code, null);
    if (found === undefined) throw refusal(`The indicator's dimension "${own.name}" has no code "${code}".`);
    if (found !== null) fixed[own.name] = found;
  }
  return { plans, fixed };
}

/** @throws AppError DATASET_INVALID when figures that differ by it cannot be told apart */
export function checkConstant(plans: readonly DimensionPlan[]): void {
  for (const { dimension, seen } of plans) {
    if (seen === null || seen.size < 2) continue;
    const codes = [...seen].slice(0, 12).map((code) => `"${code}"`);
    const more = seen.size > 12 ? ', …' : '';
    throw refusal(
      `The table also varies by "${dimension.name}": ${codes.join(', ')}${more}. Choose one, as in --dimension "${dimension.name}=${[...seen][0]}", or give the indicator this dimension.`,
      { dimension: dimension.name, codes: [...seen].slice(0, 100) },
    );
  }
}

function isCalled(dimension: LayoutDimension, name: string): boolean {
  const wanted = heading(name);
  return heading(dimension.name) === wanted || (dimension.title !== null && heading(dimension.title) === wanted);
}

function filterFor(code: string, areas: AreaReader, publisher: string | null): CodeFilter {
  const wanted = heading(code);
  const country = readCountry(code);
  const cache = new Map<string, boolean>();
  return {
    accepts(text, label) {
      const key = label === null ? text : `${text}\u001f${label}`;
      let is = cache.get(key);
      if (is === undefined) {
        is =
          text === code ||
          label === code ||
          (wanted !== '' && (heading(text) === wanted || (label !== null && heading(label) === wanted))) ||
          (country !== null && text.length > 1 && readCountry(text) === country);
        if (cache.size < 100_000) cache.set(key, is);
      }
      return is;
    },
  };

  function readCountry(text: string): string | null {
    const reading = areas.read(text, { publisher });
    return reading.outcome === 'AREA' || reading.outcome === 'NO_ENTRY' ? reading.code : null;
  }
}

function noDimension(name: string, layout: Layout, target: Target): Error {
  const names = [...new Set([...layout.dimensions, ...target.dimensions].map((each) => each.name))];
  const near = nearest(name, names);
  const tip = near
    ? `did you mean "${near}"?`
    : names.length > 0
      ? `there are ${names.join(', ')}.`
      : 'there are none.';
  return refusal(`Neither the table nor the indicator has a dimension "${name}"; ${tip}`);
}
