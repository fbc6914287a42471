import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryReference } from '../reading/entry-reference.js';
import type { SeriesCell } from '../series/series-cell.js';
import type { Frequency } from '../series/period.js';
import type { SeriesTransform } from '../series/series-transform.js';
import { maxDecimalPlaces, roundFigure } from '../series/rounding.js';
import { summariseSeries } from '../series/series-summary.js';
import type { Vintage } from '../store/figures.js';
import { type CitationArguments, citeSeries } from './series-citation.js';
import { readMeasureProperties } from './indicator-fields.js';
import { breakdownToList, Observation } from './observation.js';
import { makePermalink } from './permalink.js';
import type { SeriesMetadata } from './series-metadata.js';

/** Field resolvers of `Series`. Costly fields are computed once, and only if selected. */
export class SeriesResponse {
  private cachedPoints: readonly Observation[] | null = null;
  private cachedSummary: ReturnType<SeriesResponse['summarise']> | null = null;

  constructor(
    readonly metadata: SeriesMetadata,
    private readonly context: ComputedContext,
  ) {}

  get indicator(): EntryReference {
    const { kind, slug } = this.metadata.indicator;
    return this.context.reference(kind, slug);
  }

  get area(): EntryReference {
    return areaReference(this.metadata.area, this.context)!;
  }

  get breakdown() {
    return breakdownToList(this.metadata.breakdown);
  }

  get unit(): string {
    return this.metadata.computed.unit;
  }

  get frequency(): Frequency {
    return this.metadata.computed.frequency;
  }

  get transform(): SeriesTransform['transform'] {
    return this.metadata.recipe.transform;
  }

  get population(): EntryReference | null {
    const { population, indicator } = this.metadata;
    return population && this.context.reference(indicator.kind, population.slug);
  }

  get fixedAt(): string | null {
    return this.metadata.total?.fixedAt ?? null;
  }

  get vintage(): Vintage {
    return this.metadata.vintage;
  }

  get populationVintage(): Vintage | null {
    return this.metadata.population?.vintage ?? null;
  }

  get found() {
    const { area, breakdown, computed, recipe } = this.metadata;
    const hasFigures = computed.cells.some(({ value }) => value !== null);
    const lacksBase =
      !hasFigures && computed.cells.some(({ state, dividedBy }) => state === 'BASE_MISSING' || dividedBy);
    return { area, breakdown, hasFigures, missingBase: lacksBase ? recipe.base : null };
  }

  get points(): readonly Observation[] {
    this.cachedPoints ??= this.metadata.computed.cells.map((cell) => new Observation(cell, this.context.reference));
    return this.cachedPoints;
  }

  get latest(): Observation | null {
    return this.points.findLast(({ value }) => value !== null) ?? null;
  }

  get summary() {
    this.cachedSummary ??= this.summarise();
    return this.cachedSummary;
  }

  private summarise() {
    const { computed, indicator, recipe } = this.metadata;
    const properties = readMeasureProperties(indicator);
    const isSummable = recipe.transform === null && properties.measure === 'FLOW';
    const { first, last, minimum, maximum, sum, mean, ...otherTotals } = summariseSeries(
      computed.cells,
      properties,
      isSummable,
    );
    const digits = maxDecimalPlaces(computed.cells, recipe.transform === null ? properties.decimals : null);
    const toObservation = (cell: SeriesCell | null) => cell && new Observation(cell, this.context.reference);
    return {
      ...otherTotals,
      sum: sum === null ? null : roundFigure(sum, digits),
      mean: mean === null ? null : roundFigure(mean, digits + 1),
      first: toObservation(first),
      last: toObservation(last),
      minimum: toObservation(minimum),
      maximum: toObservation(maximum),
    };
  }

  get permalink(): string {
    return makePermalink(this.metadata, this.context.origin);
  }

  cite(args: CitationArguments): Promise<string> {
    return citeSeries(this.metadata, args, this.context);
  }
}

/** Returns a reference to an area; null if it is not visible. */
export function areaReference(code: string, { areas, reference }: ComputedContext): EntryReference | null {
  const area = areas.byCode(code);
  return area ? reference(area.kind, area.slug) : null;
}
