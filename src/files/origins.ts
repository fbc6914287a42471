import { answerWork } from '../bench/cite.js';
import type { CitationStyle } from '../series/citation.js';
import { formatCitation } from '../series/citation.js';
import { itemsIn } from '../tables/cell.js';
import type { Column, Role } from '../tables/column.js';
import type { Row } from '../tables/table.js';
import type { FileFacts, Origin, RowStream } from './file-facts.js';
import { formatDay } from '../model/day.js';

const ROLES: readonly Role[] = [
  'source',
  'source_publisher',
  'source_url',
  'vintage_date',
  'indicator',
  'population',
  'population_vintage_date',
  'vintage_date_of',
  'population_vintage_date_of',
];
const EDITION = 'vintage_date';
/** Of these a row has one and no list. */
const SINGLE: readonly (Role | null)[] = ['indicator', 'population'];
const MARKS: readonly Role[] = ['value', 'period'];
/** More than these are not told apart: no answer rests on so many. */
const MOST = 2000;

/** Notes where the rows of a file were read, in which vintages, and what they measure, while they pass. */
export class Origins {
  private readonly found = new Map<string, Row>();
  private isOfFigures = false;

  /** Passes pages on and notes what they say. */
  async *noting({ columns, pages }: RowStream): AsyncGenerator<readonly Row[]> {
    const note = this.noteFor(columns);
    for await (const rows of pages) {
      for (const row of rows) note(row);
      yield rows;
    }
  }

  /** Notes what rows say that are there as a whole. */
  add(columns: readonly Column[], rows: readonly Row[]): void {
    const note = this.noteFor(columns);
    for (const row of rows) note(row);
  }

  /** What the rows were read in, each once, by title. */
  sources(): Origin[] {
    const all = new Map<string, Origin>();
    for (const [source, publisher, url] of this.found.values()) {
      const titles = itemsIn(source);
      const [publishers, urls] = [itemsIn(publisher), itemsIn(url)];
      // Of several, one may have no address, so that nobody knows which has the others.
      const at = (parts: readonly string[], place: number) =>
        parts.length === titles.length ? (parts[place] ?? null) : null;
      for (const [place, title] of titles.entries()) {
        const origin = { title, publisher: at(publishers, place), url: at(urls, place) };
        all.set(JSON.stringify(origin), origin);
      }
    }
    return [...all.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
  }

  /** The dates of the vintages, oldest first. */
  vintages(): string[] {
    return [...new Set([...this.found.values()].flatMap(([, , , date]) => itemsIn(date)))].sort();
  }

  /** How all rows together are cited. */
  citation({ title, address, retrievedAt }: FileFacts, style: CitationStyle): string {
    const roles = this.isOfFigures ? [...ROLES, ...MARKS] : ROLES.map((role) => (role === EDITION ? null : role));
    const table = { columns: roles.map(makeColumn), rows: [...this.found.values()] };
    const retrievedOn = formatDay(retrievedAt);
    return formatCitation(answerWork({ table, title, address: address(), retrievedOn }), style);
  }

  private noteFor(columns: readonly Column[]): (row: Row) => void {
    const at = (role: Role) => columns.findIndex((column) => column.role === role);
    const places = ROLES.map(at);
    if (MARKS.every((role) => at(role) >= 0) || at(EDITION) >= 0) this.isOfFigures = true;
    if (places.every((place) => place < 0)) return () => {};
    let last: Row = [];
    return (row) => {
      // Rows that follow each other were mostly read in the same.
      if (last.length > 0 && places.every((place, index) => (row[place] ?? null) === last[index])) return;
      last = places.map((place) => row[place] ?? null);
      if (this.found.size < MOST) this.found.set(JSON.stringify(last), last);
    };
  }
}

function makeColumn(role: Role | null): Column {
  const holds = SINGLE.includes(role) ? 'String' : null;
  return { name: role ?? '', role, isQuiet: false, isName: false, type: 'TEXT', holds, description: null };
}
