import type { AreaColumnKind, AreaReader } from '../series/area-reader.js';
import type { Frequency } from '../series/period.js';
import { heading } from './header.js';
import { isTotal } from './total-code.js';

/** What an indicator says of the figures it takes. */
export interface Target {
  frequency: Frequency;
  /** How figures behave over time: rates are never added, stocks never over time. */
  measure: 'FLOW' | 'STOCK' | 'RATE';
  /** How many digits after the point its figures have. */
  decimals: number;
  dimensions: readonly TargetDimension[];
}

/** A dimension of an indicator. */
export interface TargetDimension {
  name: string;
  /** Each with what it is called, in any language. */
  codes: readonly { code: string; titles: readonly string[] }[];
  /** The code that stands for all of them together; null where there is none. */
  total: string | null;
}

const MAX_NEW_CODES = 5_000;

/** Codes of files that a dimension does not have yet. */
export class NewCodes {
  /** The label of each, or the code itself where it has none. */
  readonly titles = new Map<string, string>();
  /** The code that stands for all of them together, where the dimension has none and a file says so. */
  total: string | null = null;

  constructor(private readonly knownTotal: string | null) {}

  /** Takes a code and returns what it means: itself, or null for the total; undefined for what cannot be a code. */
  take(code: string, label: string | null): string | null | undefined {
    if (code === '' || (this.titles.size >= MAX_NEW_CODES && !this.titles.has(code))) return undefined;
    if (!this.titles.has(code)) this.titles.set(code, label || code);
    const isSame = this.total === null || this.total === code;
    if (this.knownTotal === null && isSame && (isTotal(code) || (label !== null && isTotal(label)))) this.total = code;
    return code === this.total ? null : code;
  }
}

/**
 * Finds the code of a dimension that a text of a file means: the code itself, what it is called, or the same country in
 * another spelling. A text that means the total is null; one that means nothing is undefined.
 */
export class CodeFinder {
  private readonly byText = new Map<string, string | null>();
  private readonly byCountry = new Map<string, string>();
  private readonly found = new Map<string, string | null | undefined>();

  constructor(
    { codes, total }: TargetDimension,
    private readonly areas: AreaReader,
    private readonly kind: AreaColumnKind,
    /** Takes codes that the dimension does not have; null where they mean nothing. */
    private readonly newCodes: NewCodes | null = null,
  ) {
    const meaning = (code: string) => (code === total ? null : code);
    for (const { code } of codes) this.byText.set(code, meaning(code));
    for (const { code, titles } of codes) {
      for (const text of [code, ...titles]) {
        const key = heading(text);
        if (key !== '' && !this.byText.has(key)) this.byText.set(key, meaning(code));
      }
      const country = this.country(code, { publisher: null }) ?? titles.map((title) => this.country(title, kind))[0];
      if (country !== undefined && !this.byCountry.has(country)) this.byCountry.set(country, code);
    }
    if (total !== null && !this.byText.has('total')) this.byText.set('total', null);
    if (total !== null && !this.byText.has(total)) this.byText.set(total, null);
  }

  find(text: string, label: string | null): string | null | undefined {
    const key = label === null ? text : `${text}\u001f${label}`;
    if (!this.found.has(key)) {
      const code = this.look(text);
      const known = code === undefined && label !== null ? this.look(label) : code;
      const found = known === undefined ? this.newCodes?.take(text, label) : known;
      if (this.found.size > 100_000) return found;
      this.found.set(key, found);
    }
    return this.found.get(key);
  }

  private look(text: string): string | null | undefined {
    const exact = this.byText.get(text);
    if (exact !== undefined) return exact;
    const folded = this.byText.get(heading(text));
    if (folded !== undefined) return folded;
    const country = this.byCountry.size > 0 ? this.country(text, this.kind) : undefined;
    return country === undefined ? undefined : this.byCountry.get(country);
  }

  private country(text: string, kind: AreaColumnKind): string | undefined {
    const reading = this.areas.read(text, kind);
    return reading.outcome === 'AREA' || reading.outcome === 'NO_ENTRY' ? reading.code : undefined;
  }
}
