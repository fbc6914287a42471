import type { AreaColumnContext, AreaResolver } from '../series/area-resolver.js';
import type { Frequency } from '../series/period.js';
import { normaliseHeading } from './headings.js';
import { isTotal } from './total-code.js';

/** Properties of an indicator that its figures must match. */
export interface ImportTarget {
  frequency: Frequency;
  /** Kind of measurement. Rates are never summed; stocks are never summed over time. */
  measure: 'FLOW' | 'STOCK' | 'RATE';
  decimals: number;
  dimensions: readonly TargetDimension[];
}

/** A dimension of the indicator to import into. */
export interface TargetDimension {
  name: string;
  /** Codes, each with its titles in all languages. */
  codes: readonly { code: string; titles: readonly string[] }[];
  /** Code of the total; null if there is none. */
  total: string | null;
}

const MAX_NEW_CODES = 5_000;

/** Collects the codes in files that a dimension of the indicator lacks. */
export class NewCodeCollector {
  /** Titles by code: the labels in the file, or else the codes. */
  readonly titles = new Map<string, string>();
  /** Code of the total, if the dimension of the indicator has none. */
  total: string | null = null;

  constructor(private readonly knownTotal: string | null) {}

  /** Adds a code. Returns the code; null if it is the total; undefined if it is empty or there are too many codes. */
  add(code: string, label: string | null): string | null | undefined {
    if (code === '' || (this.titles.size >= MAX_NEW_CODES && !this.titles.has(code))) return undefined;
    if (!this.titles.has(code)) this.titles.set(code, label || code);
    const isSame = this.total === null || this.total === code;
    if (this.knownTotal === null && isSame && (isTotal(code) || (label !== null && isTotal(label)))) this.total = code;
    return code === this.total ? null : code;
  }
}

/** Maps texts to codes of a dimension. `find` returns null for the total, undefined for an unknown text. */
export class CodeFinder {
  private readonly byText = new Map<string, string | null>();
  private readonly byCountry = new Map<string, string>();
  private readonly cache = new Map<string, string | null | undefined>();

  constructor(
    { codes, total }: TargetDimension,
    private readonly areas: AreaResolver,
    private readonly kind: AreaColumnContext,
    /** Receives unknown codes; null to reject them. */
    private readonly newCodes: NewCodeCollector | null = null,
  ) {
    const toFinderCode = (code: string) => (code === total ? null : code);
    for (const { code } of codes) this.byText.set(code, toFinderCode(code));
    for (const { code, titles } of codes) {
      for (const text of [code, ...titles]) {
        const key = normaliseHeading(text);
        if (key !== '' && !this.byText.has(key)) this.byText.set(key, toFinderCode(code));
      }
      const country = this.country(code, { publisher: null }) ?? titles.map((title) => this.country(title, kind))[0];
      if (country !== undefined && !this.byCountry.has(country)) this.byCountry.set(country, code);
    }
    if (total !== null && !this.byText.has('total')) this.byText.set('total', null);
    if (total !== null && !this.byText.has(total)) this.byText.set(total, null);
  }

  find(text: string, label: string | null): string | null | undefined {
    const key = label === null ? text : `${text}\u001f${label}`;
    if (!this.cache.has(key)) {
      const code = this.lookUp(text);
      const dimensionCode = code === undefined && label !== null ? this.lookUp(label) : code;
      const resultCode = dimensionCode === undefined ? this.newCodes?.add(text, label) : dimensionCode;
      if (this.cache.size > 100_000) return resultCode;
      this.cache.set(key, resultCode);
    }
    return this.cache.get(key);
  }

  private lookUp(text: string): string | null | undefined {
    const exactCode = this.byText.get(text);
    if (exactCode !== undefined) return exactCode;
    const normalisedCode = this.byText.get(normaliseHeading(text));
    if (normalisedCode !== undefined) return normalisedCode;
    const country = this.byCountry.size > 0 ? this.country(text, this.kind) : undefined;
    return country === undefined ? undefined : this.byCountry.get(country);
  }

  private country(text: string, kind: AreaColumnContext): string | undefined {
    const reading = this.areas.resolve(text, kind);
    return reading.outcome === 'AREA' || reading.outcome === 'NO_ENTRY' ? reading.code : undefined;
  }
}
