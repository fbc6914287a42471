import type { Frequency } from '../series/period.js';
import type { Layout } from './layout.js';
import { normaliseDate, parsePeriodOf, type PeriodParseResult } from './parse-period.js';

const MAX_CACHED_TEXTS = 100_000;

/** Parses the periods of rows. Caches results by text. */
export class RowPeriodParser {
  private readonly cache = new Map<string, PeriodParseResult>();

  constructor(
    private readonly layout: Layout,
    private readonly options: { frequency: Frequency; addsPeriods: boolean },
  ) {}

  /** Returns the period text of a row, joined from one or more columns. */
  periodText(cells: readonly string[]): string {
    const { periods, dates } = this.layout;
    if (periods.length === 1) {
      const text = (cells[periods[0]!] ?? '').trim();
      return dates === undefined ? text : normaliseDate(text, dates);
    }
    return periods.map((column) => (cells[column] ?? '').trim()).join('-');
  }

  parse(text: string): PeriodParseResult {
    let reading = this.cache.get(text);
    if (reading === undefined) {
      reading = parsePeriodOf(this.options.frequency, text, this.options.addsPeriods);
      if (this.cache.size < MAX_CACHED_TEXTS) this.cache.set(text, reading);
    }
    return reading;
  }
}
