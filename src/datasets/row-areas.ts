import type { AreaColumnKind, AreaReader, AreaReading } from '../series/area-reader.js';
import { dayOf } from '../series/publisher-code.js';
import type { OpenCompositions } from './group-compositions.js';
import type { AreaRead, RejectionCode } from './import-report.js';
import type { Layout, TableSample } from './layout.js';

/** Why a row or a cell is not taken. */
export interface Fault {
  code: RejectionCode;
  text: string;
  reason: string;
  /** The column that is to blame; null where no single one is. */
  column: number | null;
}

const MAX_AREAS_TOLD = 1_000;
/** So many texts that are no area are told with the nearest ones, which take long to find: no more are told apart. */
const MAX_NEAREST = 1_000;

/** Reads the areas that the rows of a table are about. */
export class RowAreas {
  private readonly kinds: readonly (AreaColumnKind & { column: number; hasTwoLetterCodes: boolean })[];
  /** The day on which the file was last changed; null where it does not say. */
  private readonly day: string | null;
  /** What is told of texts that are no area, by the text. */
  private readonly unknown = new Map<string, string>();

  constructor(
    private readonly layout: Layout,
    sample: TableSample,
    private readonly areas: AreaReader,
    /** Takes every spelling once, with how it was read. */
    private readonly areasRead: Map<string, AreaRead>,
    private readonly compositions: OpenCompositions,
    /** Codes of areas by the texts that were said to mean them. */
    private readonly chosen: ReadonlyMap<string, string>,
  ) {
    this.day = dayOf(layout.updated);
    this.kinds = layout.areas.map(({ column, ownUnhcrCodes }) => ({
      publisher: layout.publisher,
      day: this.day,
      ...(ownUnhcrCodes && { ownUnhcrCodes }),
      column,
      hasTwoLetterCodes: hasTwoLetterCodes(sample, layout, column),
    }));
  }

  /** Reads the area that a layout gives to all rows or to a column, once for all of its figures. */
  named(text: string, column: number | null): { code: string } | { fault: Fault } {
    const reading = this.readText(text, { publisher: this.layout.publisher, day: this.day });
    if (reading.outcome !== 'AREA') return { fault: this.fault(text, reading, column) };
    this.areasRead.set(text, { text, code: reading.code, matchedBy: reading.matchedBy });
    return { code: this.codeOf(text, reading) };
  }

  private readText(text: string, kind: AreaColumnKind): AreaReading {
    const code = this.chosen.get(text);
    return code === undefined
      ? this.areas.read(text, kind)
      : { outcome: 'AREA', code, matchedBy: 'the option --group' };
  }

  private codeOf(text: string, { code, others }: Extract<AreaReading, { outcome: 'AREA' }>): string {
    return others === undefined ? code : this.compositions.note(text, [...others, code]);
  }

  /** Puts the codes of the row's areas into the list; a fault where there are none. */
  read(cells: readonly string[], codes: string[]): Fault | null {
    const takesFirst = this.layout.areasMode === 'FIRST';
    let fault: Fault | null = null;
    for (const kind of this.kinds) {
      const text = (cells[kind.column] ?? '').trim();
      // In a column of two-letter codes NA is Namibia; in any other it is what R writes for a missing text.
      if (text === '' || (text === 'NA' && !kind.hasTwoLetterCodes)) continue;
      const reading = this.readText(text, kind);
      if (reading.outcome === 'AREA') {
        codes.push(this.codeOf(text, reading));
        if (!this.areasRead.has(text) && this.areasRead.size < MAX_AREAS_TOLD) {
          this.areasRead.set(text, { text, code: reading.code, matchedBy: reading.matchedBy });
        }
        if (takesFirst) return null;
        continue;
      }
      fault = fault === null ? this.fault(text, reading, kind.column) : bothFaults(fault, text, reading);
      // A code that is known decides; one that is not may have a name beside it.
      if (takesFirst && reading.outcome !== 'UNKNOWN') return fault;
    }
    if (codes.length > 0) return null;
    return fault ?? this.empty();
  }

  private fault(text: string, reading: Unread, column: number | null): Fault {
    if (reading.outcome === 'NO_ENTRY') {
      const reason = `${reading.code} has no entry in the knowledge base`;
      return { code: 'AREA_WITHOUT_ENTRY', text, reason, column };
    }
    if (reading.outcome === 'NO_AREA')
      return { code: 'AREA_NONE', text, reason: `no area, but ${reading.what}`, column };
    const reason = reading.reason ?? `no area is called so${this.nearest(text)}`;
    return { code: 'AREA_UNKNOWN', text, reason, column };
  }

  private nearest(text: string): string {
    const known = this.unknown.get(text);
    if (known !== undefined || this.unknown.size >= MAX_NEAREST) return known ?? '';
    const near = this.areas.suggestions(text);
    const told = near.length > 0 ? `; nearest: ${near.join(', ')}` : '';
    this.unknown.set(text, told);
    return told;
  }

  private empty(): Fault {
    return { code: 'AREA_EMPTY', text: '', reason: 'the row names no area', column: this.kinds[0]?.column ?? null };
  }
}

/** The first fault counts; a name beside a code that is not known is told with it. */
function bothFaults(first: Fault, text: string, reading: Unread): Fault {
  const isName = first.code === 'AREA_UNKNOWN' && reading.outcome === 'UNKNOWN';
  return isName ? { ...first, reason: `${first.reason}, nor "${text}"` } : first;
}

type Unread = Exclude<AreaReading, { outcome: 'AREA' }>;

/** Whether most of the areas in a column are written with two letters. */
function hasTwoLetterCodes({ rows }: TableSample, layout: Layout, column: number): boolean {
  const texts = rows.slice(layout.firstRow).flatMap((row) => {
    const cell = (layout.prepare ? layout.prepare(row) : row)?.[column]?.trim() ?? '';
    return cell === '' || cell === 'NA' ? [] : [cell];
  });
  return texts.length > 0 && texts.filter((text) => /^[A-Z]{2}(?:\d\w*|_\w+)?$/.test(text)).length > texts.length / 2;
}
