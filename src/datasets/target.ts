import type { AreaColumnKind, AreaReader } from '../series/area-reader.js';
import type { Frequency } from '../series/period.js';
import { normaliseHeading } from './header.js';
import { isTotal } from './total-code.js';

/** Constraints on figures of an indicator. */
export interface Target {
  frequency: Frequency;
  /** Rates are never added, stocks not over time. */
  measure: 'FLOW' | 'STOCK' | 'RATE';
  /** Decimal places. */
  decimals: number;
  dimensions: readonly TargetDimension[];
}

export interface TargetDimension {
  name: string;
  /** With titles in all languages. */
  codes: readonly { code: string; titles: readonly string[] }[];
  /** Code of the total; null for none. */
  total: string | null;
}

const MAX_NEW_CODES = 5_000;

/** Codes of files that a dimension lacks. */
export class NewCodes {
  /** Labels, or else the codes. */
  readonly titles = new Map<string, string>();
  /** Code of the total, if the dimension has none. */
  total: string | null = null;

  constructor(private readonly knownTotal: string | null) {}

  /** Returns the code, null for the total, or undefined for an invalid code. */
  take(code: string, label: string | null): string | null | undefined {
    if (code === '' || (this.titles.size >= MAX_NEW_CODES && !this.titles.has(code))) return undefined;
    if (!this.titles.has(code)) this.titles.set(code, label || code);
    const isSame = this.total === null || this.total === code;
    if (this.knownTotal === null && isSame && (isTotal(code) || (label !== null && isTotal(label)))) this.total = code;
    return code === this.total ? null : code;
  }
}

/** Finds a code by itself, its titles, or the spelling of a country; null for the total, undefined where unknown. */
export class CodeFinder {
  private readonly byText = new Map<string, string | null>();
  private readonly byCountry = new Map<string, string>();
  private readonly found = new Map<string, string | null | undefined>();

  constructor(
    { codes, total }: TargetDimension,
    private readonly areas: AreaReader,
    private readonly kind: AreaColumnKind,
    /** Takes unknown codes; null to reject them. */
    private readonly newCodes: NewCodes | null = null,
  ) {
    const meaning = (code: string) => (code === total ? null : code);
    for (const { code } of codes) this.byText.set(code, meaning(code));
    for (const { code, titles } of codes) {
      for (const text of [code, ...titles]) {
        const key = normaliseHeading(text);
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
    const folded = this.byText.get(normaliseHeading(text));
    if (folded !== undefined) return folded;
    const country = this.byCountry.size > 0 ? this.country(text, this.kind) : undefined;
    return country === undefined ? undefined : this.byCountry.get(country);
  }

  private country(text: string, kind: AreaColumnKind): string | undefined {
    const reading = this.areas.read(text, kind);
    return reading.outcome === 'AREA' || reading.outcome === 'NO_ENTRY' ? reading.code : undefined;
  }
}
