import { nearest } from '../model/nearest.js';
import type { AreaColumnKind, AreaReader } from '../series/area-reader.js';
import { datasetError } from './dataset-error.js';
import { normaliseHeading } from './header.js';
import type { Layout, LayoutDimension } from './layout.js';
import type { Target, TargetDimension } from './target.js';
import { CodeFinder, NewCodes } from './target.js';
import { isTotal } from './total-code.js';

export interface DimensionPlan {
  dimension: LayoutDimension;
  /** Restricts rows to a code; null for all. */
  filter: CodeFilter | null;
  /** The dimension of the indicator; null for none. */
  kept: { name: string; finder: CodeFinder } | null;
  /** Codes of an undecided dimension; several cannot be told apart. */
  seen: Set<string> | null;
}

interface CodeFilter {
  accepts(text: string, label: string | null): boolean;
}

/** The plans of a table's dimensions, and fixed codes of the indicator. */
export interface DimensionPlans {
  plans: readonly DimensionPlan[];
  fixed: Readonly<Record<string, string>>;
}

/** Decisions about dimensions, and what files contain. */
export interface DimensionChoices {
  /** Dimensions to sum over. */
  add: readonly string[];
  /** Codes of undecided dimensions in earlier files. */
  seenBefore: Map<string, Set<string>>;
  /** Collects codes that the indicator lacks; null to reject them. */
  newCodes: Map<string, NewCodes> | null;
}

/**
 * Decides how to treat each dimension of a table: filter by it, map it to one of the indicator, sum over it, or require
 * a single code.
 *
 * @throws AppError DATASET_INVALID  a chosen dimension exists in neither
 */
export function planDimensions(
  layout: Layout,
  target: Target,
  chosen: ReadonlyMap<string, string>,
  areas: AreaReader,
  { add, seenBefore, newCodes }: DimensionChoices,
): DimensionPlans {
  const unused = new Map(chosen);
  const unadded = new Set(add);
  const plans = layout.dimensions.map((dimension): DimensionPlan => {
    const choice = [...unused].find(([name]) => isCalled(dimension, name));
    if (choice) unused.delete(choice[0]);
    const own = target.dimensions.find(({ name }) => isCalled(dimension, name));
    const kind = { publisher: layout.publisher };
    const filter = choice === undefined ? null : filterFor(choice[1], areas, layout.publisher);
    const kept = own === undefined ? null : { name: own.name, finder: makeFinder(own, areas, kind, newCodes) };
    const isAdded = unadded.delete(add.find((name) => isCalled(dimension, name)) ?? '');
    const isPartition = isAdded || dimension.isPartition === true;
    const isFree = filter !== null || kept !== null || isPartition;
    const key = normaliseHeading(dimension.name);
    const seen = isFree ? null : (seenBefore.get(key) ?? new Set<string>());
    if (seen !== null) seenBefore.set(key, seen);
    return { dimension: { ...dimension, isPartition }, filter, kept, seen };
  });
  for (const name of unadded) throw noDimension(name, layout, target);
  const fixed: Record<string, string> = {};
  for (const [name, code] of unused) {
    const own = target.dimensions.find((each) => normaliseHeading(each.name) === normaliseHeading(name));
    if (own === undefined) throw noDimension(name, layout, target);
    const found = new CodeFinder(own, areas, { publisher: layout.publisher }).find(code, null);
    if (found === undefined) throw datasetError(`The indicator's dimension "${own.name}" has no code "${code}".`);
    if (found !== null) fixed[own.name] = found;
  }
  return { plans, fixed };
}

/** @throws AppError DATASET_INVALID  figures differ by undecided dimensions; names all of them */
export function checkConstant(plans: readonly DimensionPlan[]): void {
  const open = plans.flatMap(({ dimension, seen }) =>
    seen !== null && seen.size > 1 ? [{ name: dimension.name, codes: [...seen] }] : [],
  );
  if (open.length === 0) return;
  const reported = open.map(({ name, codes }) => {
    const more = codes.length > MAX_CODES_REPORTED ? ', …' : '';
    const shown = codes.slice(0, MAX_CODES_REPORTED).map((code) => `"${code}"`);
    return `"${name}" (${shown.join(', ')}${more})`;
  });
  const options = open.map(({ name, codes }) => `--dimension "${name}=${codes.find(isTotal) ?? codes[0]}"`);
  const [each, these] = open.length === 1 ? ['', 'this dimension'] : [' of each', 'these dimensions'];
  const adds = open.map(({ name }) => `--add "${name}"`);
  throw datasetError(
    `The table also varies by ${reported.join(' and ')}. Choose one${each}: use ${options.join(' ')}. ` +
      `Where the codes make up a whole, add them up: use ${adds.join(' or ')}. Or give the indicator ${these}.`,
  );
}

const MAX_CODES_REPORTED = 12;

function makeFinder(
  own: TargetDimension,
  areas: AreaReader,
  kind: AreaColumnKind,
  newCodes: DimensionChoices['newCodes'],
): CodeFinder {
  if (newCodes !== null && !newCodes.has(own.name)) newCodes.set(own.name, new NewCodes(own.total));
  return new CodeFinder(own, areas, kind, newCodes?.get(own.name) ?? null);
}

function isCalled(dimension: LayoutDimension, name: string): boolean {
  const requested = normaliseHeading(name);
  return (
    normaliseHeading(dimension.name) === requested ||
    (dimension.title !== null && normaliseHeading(dimension.title) === requested)
  );
}

function filterFor(code: string, areas: AreaReader, publisher: string | null): CodeFilter {
  const requested = normaliseHeading(code);
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
          (requested !== '' &&
            (normaliseHeading(text) === requested || (label !== null && normaliseHeading(label) === requested))) ||
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
  return datasetError(`Neither the table nor the indicator has a dimension "${name}"; ${tip}`);
}
