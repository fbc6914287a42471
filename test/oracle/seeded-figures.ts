import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { Random } from '../store/random.js';
import { days } from './holds.js';

const FOLDER = 'seed/indicators';
const COMMON = ['area', 'period', 'value', 'state', 'flags', 'source', 'note', 'lower', 'upper'];

/** A line of a file of figures, by its columns. */
export type Row = Readonly<Record<string, string>>;

/** An indicator as its two files have it. */
export class SeededIndicator {
  readonly frequency: string;
  readonly measure: string;
  readonly absentMeans: string;
  /** The slug of that by which rates are worked out. */
  readonly population: string | null;
  /** For each dimension, the code that stands for all of its codes. */
  readonly totals: ReadonlyMap<string, string | null>;
  private read: readonly Row[] | null = null;

  constructor(readonly slug: string) {
    const text = readFileSync(`${FOLDER}/${slug}.yaml`, 'utf8');
    const told = parseYaml(text) as Record<string, string | undefined> & {
      dimensions?: { name: string; total?: string }[];
    };
    this.frequency = told['frequency']!;
    this.measure = told['measure']!;
    this.absentMeans = told['absentMeans']!;
    this.population = told['population'] ?? null;
    this.totals = new Map(told.dimensions?.map(({ name, total }) => [name, total ?? null]));
  }

  get rows(): readonly Row[] {
    this.read ??= parseCsv(readFileSync(`${FOLDER}/${this.slug}.csv`, 'utf8'), { columns: true }) as Row[];
    return this.read;
  }

  /** Whether there are figures below 0. */
  get hasLosses(): boolean {
    return this.rows.some(({ value }) => value!.startsWith('-'));
  }

  /** What parts the figures of an area. */
  get dimensions(): string[] {
    return Object.keys(this.rows[0]!).filter((column) => !COMMON.includes(column));
  }

  /** The figures of which an area has one for a period at most, of codes that some line has. */
  cut(random: Random): Cut {
    const { [random.below(this.rows.length)]: line } = this.rows;
    return new Cut(this, Object.fromEntries(this.dimensions.map((name) => [name, line![name]!])));
  }
}

/** The figures of one of the indicators that are meant; all are unless given. Those below 0 are rare, and come up more often. */
export function cutAlsoOfLosses(
  indicators: readonly SeededIndicator[],
  random: Random,
  isMeant: (indicator: SeededIndicator) => boolean = () => true,
): Cut {
  const meant = indicators.filter(isMeant);
  const losing = random.chance(0.2) ? meant.filter(({ hasLosses }) => hasLosses) : [];
  return random.pick(losing.length > 0 ? losing : meant).cut(random);
}

/** All indicators that have a file of figures. */
export function seededIndicators(): SeededIndicator[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => new SeededIndicator(name.slice(0, -'.csv'.length)));
}

/** Figures of an indicator for one code of each dimension. */
export class Cut {
  /** By area and period; a figure that is not reported is null. */
  readonly values = new Map<string, Map<string, number | null>>();
  readonly rows: readonly Row[];

  constructor(
    readonly indicator: SeededIndicator,
    readonly codes: Row,
  ) {
    const names = Object.keys(codes);
    this.rows = indicator.rows.filter((row) => names.every((name) => row[name] === codes[name]));
    for (const row of this.rows) {
      const ofArea = this.values.get(row['area']!) ?? new Map<string, number | null>();
      this.values.set(row['area']!, ofArea.set(row['period']!, valueOf(row)));
    }
  }

  /** The argument that asks for these codes. */
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

/** The figure of a line; null where there is none. */
export function valueOf({ value }: Row): number | null {
  return value === '' ? null : Number(value);
}

/** What a line says about its figure. */
export function flagsOf(row: Row): string[] {
  return row['flags'] === '' ? [] : row['flags']!.split(';');
}

/** A group of countries as its file has it. */
export class SeededGroup {
  readonly code: string;
  /** Whether all members count for all periods. */
  private readonly isFixed: boolean;
  private readonly members: { country: string; from?: string; to?: string }[];

  constructor(slug: string) {
    const told = parseYaml(readFileSync(`seed/groups/${slug}.yaml`, 'utf8')) as SeededGroup;
    this.code = told.code;
    this.isFixed = told.isFixed ?? false;
    this.members = told.members ?? [];
  }

  get hasMembers(): boolean {
    return this.members.length > 0;
  }

  /** The codes of those that belong to it in a period; null where somebody joins or leaves meanwhile. */
  membersAt(period: string): string[] | null {
    const [first, last] = days(period);
    const dated = this.members.map(({ country, from, to }) => {
      const [begin, end] = [from ? days(String(from))[0] : '', to ? days(String(to))[1] : '9999'];
      if (this.isFixed) return { country, isIn: true, isOut: false };
      return { country, isIn: begin <= first && end >= last, isOut: begin > last || end < first };
    });
    if (dated.some(({ isIn, isOut }) => !isIn && !isOut)) return null;
    const all = dated.filter(({ isIn }) => isIn).map(({ country }) => country.toUpperCase());
    return [...new Set(all)];
  }
}

/** The groups whose countries are known one by one. */
export function seededGroups(): SeededGroup[] {
  const names = readdirSync('seed/groups').filter((name) => name.endsWith('.yaml'));
  return names.map((name) => new SeededGroup(name.slice(0, -'.yaml'.length))).filter((group) => group.hasMembers);
}

/** Whether a code is that of a country or a territory. */
export function isCountry(code: string): boolean {
  const name = `${code.toLowerCase()}.yaml`;
  return existsSync(`seed/countries/${name}`) || existsSync(`seed/territories/${name}`);
}
