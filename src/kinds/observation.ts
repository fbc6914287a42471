import type { EntryReference } from '../reading/entry-reference.js';
import { type SeriesCell, toCell } from '../series/series-cell.js';
import type { StoredPoint } from '../store/figures.js';

type MakeReference = (kind: string, slug: string) => EntryReference;

/** Field resolvers of `Observation`. They are getters: queries select thousands of cells, but rarely all fields. */
export class Observation {
  readonly period: string;
  readonly value: number | null;

  /** @param seriesName  name of the series; null if the parent object identifies it */
  constructor(
    private readonly cell: SeriesCell,
    private readonly reference: MakeReference,
    readonly seriesName: string | null = null,
  ) {
    this.period = cell.period;
    this.value = cell.value;
  }

  get state(): SeriesCell['state'] {
    return this.cell.state;
  }

  get flags(): SeriesCell['flags'] {
    return this.cell.flags;
  }

  get lower(): number | null {
    return this.cell.lower;
  }

  get upper(): number | null {
    return this.cell.upper;
  }

  get note(): string | null {
    return this.cell.note;
  }

  get inputs(): number {
    return this.cell.inputs;
  }

  get missing(): number {
    return this.cell.missing;
  }

  get sources(): readonly EntryReference[] {
    return this.cell.sources.map((slug) => this.reference('Source', slug));
  }

  get source(): EntryReference | null {
    return this.cell.sources.length === 1 ? this.sources[0]! : null;
  }

  get guards(): SeriesCell['guards'] {
    return this.cell.guards;
  }

  get likeForLike(): number | null {
    return this.cell.likeForLike;
  }

  get dividedBy(): Observation | null {
    return this.cell.dividedBy && new Observation(this.cell.dividedBy, this.reference);
  }
}

/** Returns a stored point as an `Observation`; null if there is no point. */
export function observationOfPoint(point: StoredPoint | null, reference: MakeReference): Observation | null {
  return point && new Observation(toCell(point), reference);
}

/** Converts a breakdown to a list for a response. */
export function breakdownToList(breakdown: Readonly<Record<string, string>>) {
  return Object.entries(breakdown).map(([dimension, code]) => ({ dimension, code }));
}
