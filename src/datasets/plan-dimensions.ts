import { closestMatch } from '../model/closest-match.js';
import type { AreaColumnContext, AreaResolver } from '../series/area-resolver.js';
import { datasetError } from './dataset-error.js';
import { normaliseHeading } from './headings.js';
import type { Layout, LayoutDimension } from './layout.js';
import { CodeFinder, type ImportTarget, NewCodeCollector, type TargetDimension } from './import-target.js';
import { isTotal } from './total-code.js';

/** How an import treats a dimension of a table. */
export interface DimensionPlan {
  dimension: LayoutDimension;
  /** Filter that skips rows with other codes; null to read all rows. */
  filter: CodeFilter | null;
  /** The indicator's dimension of the same name, and its codes; null if the indicator has none. */
  indicatorDimension: { name: string; finder: CodeFinder } | null;
  /** Codes found in a dimension that must have a single code; null if it is filtered, mapped or summed. */
  foundCodes: Set<string> | null;
}

type CodeFilter = (text: string, label: string | null) => boolean;

/** Plans for the dimensions of a table, and codes of the indicator's other dimensions, which apply to all rows. */
export interface DimensionPlans {
  plans: readonly DimensionPlan[];
  fixed: Readonly<Record<string, string>>;
}

/** User options for the dimensions of an import, and the codes that were found so far. */
export interface DimensionChoices {
  /** Names of the dimensions to sum over. */
  add: readonly string[];
  /** Codes found in earlier files, by name of a dimension that must have a single code. */
  codesFoundBefore: Map<string, Set<string>>;
  /** Collects codes that the indicator lacks, by dimension; null to reject them. */
  newCodes: Map<string, NewCodeCollector> | null;
}

/**
 * Decides how to treat each dimension: filter by a code, map it to the indicator's, sum over it, or require one code.
 * @throws AppError DATASET_INVALID if a chosen dimension is in neither the table nor the indicator
 */
export function planDimensions(
  layout: Layout,
  target: ImportTarget,
  chosenCodes: ReadonlyMap<string, string>,
  areas: AreaResolver,
  { add, codesFoundBefore, newCodes }: DimensionChoices,
): DimensionPlans {
  const unusedChoices = new Map(chosenCodes);
  const unusedAdditions = new Set(add);
  const plans = layout.dimensions.map((dimension): DimensionPlan => {
    const choice = [...unusedChoices].find(([name]) => isNamed(dimension, name));
    if (choice) unusedChoices.delete(choice[0]);
    const ownDimension = target.dimensions.find(({ name }) => isNamed(dimension, name));
    const kind = { publisher: layout.publisher };
    const filter = choice === undefined ? null : createFilter(choice[1], areas, layout.publisher);
    const indicatorDimension =
      ownDimension === undefined
        ? null
        : { name: ownDimension.name, finder: makeFinder(ownDimension, areas, kind, newCodes) };
    const isAdded = unusedAdditions.delete(add.find((name) => isNamed(dimension, name)) ?? '');
    const isPartition = isAdded || dimension.isPartition === true;
    const isFree = filter !== null || indicatorDimension !== null || isPartition;
    const key = normaliseHeading(dimension.name);
    const foundCodes = isFree ? null : (codesFoundBefore.get(key) ?? new Set<string>());
    if (foundCodes !== null) codesFoundBefore.set(key, foundCodes);
    return { dimension: { ...dimension, isPartition }, filter, indicatorDimension, foundCodes };
  });
  for (const name of unusedAdditions) throw unknownDimensionError(name, layout, target);
  const fixed: Record<string, string> = {};
  for (const [name, code] of unusedChoices) {
    const ownDimension = target.dimensions.find(
      (dimension) => normaliseHeading(dimension.name) === normaliseHeading(name),
    );
    if (ownDimension === undefined) throw unknownDimensionError(name, layout, target);
    const fixedCode = new CodeFinder(ownDimension, areas, { publisher: layout.publisher }).find(code, null);
    if (fixedCode === undefined)
      throw datasetError(`The indicator's dimension "${ownDimension.name}" has no code "${code}".`);
    if (fixedCode !== null) fixed[ownDimension.name] = fixedCode;
  }
  return { plans, fixed };
}

/** Rejects dimensions that must have a single code but have several. @throws AppError DATASET_INVALID, naming all */
export function rejectVaryingDimensions(plans: readonly DimensionPlan[]): void {
  const varyingDimensions = plans.flatMap(({ dimension, foundCodes }) =>
    foundCodes !== null && foundCodes.size > 1 ? [{ name: dimension.name, codes: [...foundCodes] }] : [],
  );
  if (varyingDimensions.length === 0) return;
  const codesText = varyingDimensions.map(({ name, codes }) => {
    const ellipsis = codes.length > MAX_CODES_LISTED ? ', …' : '';
    const shownCodes = codes.slice(0, MAX_CODES_LISTED).map((code) => `"${code}"`);
    return `"${name}" (${shownCodes.join(', ')}${ellipsis})`;
  });
  const options = varyingDimensions.map(
    ({ name, codes }) => `--dimension "${name}=${codes.find(isTotal) ?? codes[0]}"`,
  );
  const [ofEach, subject] = varyingDimensions.length === 1 ? ['', 'this dimension'] : [' of each', 'these dimensions'];
  const addOptions = varyingDimensions.map(({ name }) => `--add "${name}"`);
  throw datasetError(
    `The table also varies by ${codesText.join(' and ')}. Choose one code${ofEach}: use ${options.join(' ')}. ` +
      `If the codes add up to a total, use ${addOptions.join(' or ')}. Or add ${subject} to the indicator.`,
  );
}

const MAX_CODES_LISTED = 12;

function makeFinder(
  ownDimension: TargetDimension,
  areas: AreaResolver,
  kind: AreaColumnContext,
  newCodes: DimensionChoices['newCodes'],
): CodeFinder {
  if (newCodes !== null && !newCodes.has(ownDimension.name))
    newCodes.set(ownDimension.name, new NewCodeCollector(ownDimension.total));
  return new CodeFinder(ownDimension, areas, kind, newCodes?.get(ownDimension.name) ?? null);
}

function isNamed(dimension: LayoutDimension, name: string): boolean {
  const heading = normaliseHeading(name);
  return (
    normaliseHeading(dimension.name) === heading ||
    (dimension.title !== null && normaliseHeading(dimension.title) === heading)
  );
}

function createFilter(code: string, areas: AreaResolver, publisher: string | null): CodeFilter {
  const heading = normaliseHeading(code);
  const country = readCountry(code);
  const cache = new Map<string, boolean>();
  return (text, label) => {
    const key = label === null ? text : `${text}\u001f${label}`;
    let isAccepted = cache.get(key);
    if (isAccepted === undefined) {
      isAccepted =
        text === code ||
        label === code ||
        (heading !== '' &&
          (normaliseHeading(text) === heading || (label !== null && normaliseHeading(label) === heading))) ||
        (country !== null && text.length > 1 && readCountry(text) === country);
      if (cache.size < 100_000) cache.set(key, isAccepted);
    }
    return isAccepted;
  };

  function readCountry(text: string): string | null {
    const reading = areas.resolve(text, { publisher });
    return reading.outcome === 'AREA' || reading.outcome === 'NO_ENTRY' ? reading.code : null;
  }
}

function unknownDimensionError(name: string, layout: Layout, target: ImportTarget): Error {
  const names = [...new Set([...layout.dimensions, ...target.dimensions].map((dimension) => dimension.name))];
  const suggestion = closestMatch(name, names);
  const tip = suggestion
    ? `did you mean "${suggestion}"?`
    : names.length > 0
      ? `there are ${names.join(', ')}.`
      : 'there are none.';
  return datasetError(`Neither the table nor the indicator has a dimension "${name}"; ${tip}`);
}
