import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { Random } from '../store/random.js';
import { firstAndLastDay } from './filter-oracle.js';

const FOLDER = 'seed/indicators';
const COMMON = ['area', 'period', 'value', 'state', 'flags', 'source', 'note', 'lower', 'upper'];

/** A line of a figures file, by column. */
export type FiguresFileRow = Readonly<Record<string, string>>;

/** An indicator as read from its two files. */
export class SeededIndicator {
  readonly frequency: string;
  readonly measure: string;
  readonly absentMeans: string;
  /** Slug of the population by which its figures are divided for rates. */
  readonly population: string | null;
  /** For each dimension, the code of the total. */
  readonly totals: ReadonlyMap<string, string | null>;
  private read: readonly FiguresFileRow[] | null = null;

  constructor(readonly slug: string) {
    const text = readFileSync(`${FOLDER}/${slug}.yaml`, 'utf8');
    const record = parseYaml(text) as Record<string, string | undefined> & {
      dimensions?: { name: string; total?: string }[];
    };
    this.frequency = record['frequency']!;
    this.measure = record['measure']!;
    this.absentMeans = record['absentMeans']!;
    this.population = record['population'] ?? null;
    this.totals = new Map(record.dimensions?.map(({ name, total }) => [name, total ?? null]));
  }

  get rows(): readonly FiguresFileRow[] {
    this.read ??= parseCsv(readFileSync(`${FOLDER}/${this.slug}.csv`, 'utf8'), { columns: true }) as FiguresFileRow[];
    return this.read;
  }

  /** Whether there are negative figures. */
  get hasNegativeFigures(): boolean {
    return this.rows.some(({ value }) => value!.startsWith('-'));
  }

  /** The dimensions of the figures of an area. */
  get dimensions(): string[] {
    return Object.keys(this.rows[0]!).filter((column) => !COMMON.includes(column));
  }

  /** Returns the figures for one random code of each dimension, so that an area has at most one figure for a period. */
  selectRandomCodes(random: Random): FigureSelection {
    const { [random.below(this.rows.length)]: line } = this.rows;
    return new FigureSelection(this, Object.fromEntries(this.dimensions.map((name) => [name, line![name]!])));
  }
}

/**
 * Returns the figures of one random indicator among those that match (default: all). Indicators with negative figures
 * are rare, so they are chosen more often.
 */
export function randomFigureSelection(
  indicators: readonly SeededIndicator[],
  random: Random,
  isSuitable: (indicator: SeededIndicator) => boolean = () => true,
): FigureSelection {
  const matching = indicators.filter(isSuitable);
  const seriesWithLosses = random.chance(0.2) ? matching.filter(({ hasNegativeFigures }) => hasNegativeFigures) : [];
  return random.pick(seriesWithLosses.length > 0 ? seriesWithLosses : matching).selectRandomCodes(random);
}

/** Returns all indicators that have a figures file. */
export function seededIndicators(): SeededIndicator[] {
  return (
    readdirSync(FOLDER)
      // Files of earlier editions have a date in their name.
      .filter((name) => /^[^.]+\.csv$/.test(name))
      .map((name) => new SeededIndicator(name.slice(0, -'.csv'.length)))
  );
}

/** Figures of an indicator for one code of each dimension. */
export class FigureSelection {
  /** Figures by area and period; null for a figure that is not reported. */
  readonly values = new Map<string, Map<string, number | null>>();
  readonly rows: readonly FiguresFileRow[];

  constructor(
    readonly indicator: SeededIndicator,
    readonly codes: FiguresFileRow,
  ) {
    const names = Object.keys(codes);
    this.rows = indicator.rows.filter((row) => names.every((name) => row[name] === codes[name]));
    for (const row of this.rows) {
      const ofArea = this.values.get(row['area']!) ?? new Map<string, number | null>();
      this.values.set(row['area']!, ofArea.set(row['period']!, valueOf(row)));
    }
  }

  /** The argument that selects these codes. */
  get breakdown(): string {
    const given = Object.entries(this.codes).filter(([, code]) => code !== '');
    return `breakdown: [${given.map(([name, code]) => `{ dimension: "${name}", code: "${code}" }`).join(' ')}]`;
  }

  get name(): string {
    return `${this.indicator.slug} ${Object.values(this.codes).join(' ')}`;
  }

  get areas(): string[] {
    return [...this.values.keys()];
  }

  get periods(): string[] {
    return [...new Set(this.rows.map(({ period }) => period!))].sort();
  }

  at(area: string, period: string): number | null {
    return this.values.get(area)?.get(period) ?? null;
  }
}

/** Returns the figure of a line; null if it has none. */
export function valueOf({ value }: FiguresFileRow): number | null {
  return value === '' ? null : Number(value);
}

/** Returns the flags of a line. */
export function flagsOf(row: FiguresFileRow): string[] {
  return row['flags'] === '' ? [] : row['flags']!.split(';');
}

/** A group of countries as read from its file. */
export class SeededGroup {
  readonly code: string;
  /** Whether the membership is the same in all periods. */
  private readonly isFixed: boolean;
  private readonly members: { country: string; from?: string; to?: string }[];

  constructor(slug: string) {
    const groupRecord = parseYaml(readFileSync(`seed/groups/${slug}.yaml`, 'utf8')) as SeededGroup;
    this.code = groupRecord.code;
    this.isFixed = groupRecord.isFixed ?? false;
    this.members = groupRecord.members ?? [];
  }

  get hasMembers(): boolean {
    return this.members.length > 0;
  }

  /** Returns the codes of the members in a period; null if the membership changes in it. */
  membersAt(period: string): string[] | null {
    const [first, last] = firstAndLastDay(period);
    const dated = this.members.map(({ country, from, to }) => {
      const [begin, end] = [from ? firstAndLastDay(String(from))[0] : '', to ? firstAndLastDay(String(to))[1] : '9999'];
      if (this.isFixed) return { country, isIn: true, isOut: false };
      return { country, isIn: begin <= first && end >= last, isOut: begin > last || end < first };
    });
    if (dated.some(({ isIn, isOut }) => !isIn && !isOut)) return null;
    const members = dated.filter(({ isIn }) => isIn).map(({ country }) => country.toUpperCase());
    return [...new Set(members)];
  }
}

/** Returns the groups that list their countries. */
export function seededGroups(): SeededGroup[] {
  const names = readdirSync('seed/groups').filter((name) => name.endsWith('.yaml'));
  return names.map((name) => new SeededGroup(name.slice(0, -'.yaml'.length))).filter((group) => group.hasMembers);
}

/** Whether a code is that of a country or a territory. */
export function isCountry(code: string): boolean {
  const name = `${code.toLowerCase()}.yaml`;
  return existsSync(`seed/countries/${name}`) || existsSync(`seed/territories/${name}`);
}
