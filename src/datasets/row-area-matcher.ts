import type { AreaColumnContext, AreaResolver, AreaResolution } from '../series/area-resolver.js';
import { dateOfTimestamp } from '../series/publisher-code.js';
import type { AmbiguousGroupResolver } from './ambiguous-group-resolver.js';
import type { MatchedArea, RejectionCode } from './import-report.js';
import type { Layout, TableSample } from './layout.js';

/** Reason for rejecting a row or cell. */
export interface RowError {
  code: RejectionCode;
  text: string;
  reason: string;
  /** Index of the column; null for the whole row. */
  column: number | null;
}

const MAX_AREAS_LISTED = 1_000;
/** Maximum number of unknown texts with suggestions, which are slow to compute. */
const MAX_SUGGESTED_TEXTS = 1_000;

/** Matches the area columns of rows to areas. */
export class RowAreaMatcher {
  private readonly kinds: readonly (AreaColumnContext & { column: number; hasTwoLetterCodes: boolean })[];
  /** Date of the file's last change; null if unknown. */
  private readonly day: string | null;
  /** Suggestions by unknown text, as the end of a message. */
  private readonly suggestionsByText = new Map<string, string>();

  constructor(
    private readonly layout: Layout,
    sample: TableSample,
    private readonly areas: AreaResolver,
    /** Receives the matched area of each spelling. */
    private readonly areasRead: Map<string, MatchedArea>,
    private readonly ambiguousGroups: AmbiguousGroupResolver,
    /** Area codes by ambiguous text, from `--group` options. */
    private readonly chosenGroups: ReadonlyMap<string, string>,
  ) {
    this.day = dateOfTimestamp(layout.updated);
    this.kinds = layout.areas.map(({ column, ownUnhcrCodes }) => ({
      publisher: layout.publisher,
      day: this.day,
      ...(ownUnhcrCodes && { ownUnhcrCodes }),
      column,
      hasTwoLetterCodes: hasTwoLetterCodes(sample, layout, column),
    }));
  }

  /** Returns the code of an area that applies to all rows (`column` is null) or to all figures of a column. */
  matchFixed(text: string, column: number | null): { code: string } | { fault: RowError } {
    const reading = this.readText(text, { publisher: this.layout.publisher, day: this.day });
    if (reading.outcome !== 'AREA') return { fault: this.fault(text, reading, column) };
    this.areasRead.set(text, { text, code: reading.code, matchedBy: reading.matchedBy });
    return { code: this.readCode(text, reading) };
  }

  private readText(text: string, kind: AreaColumnContext): AreaResolution {
    const code = this.chosenGroups.get(text);
    return code === undefined
      ? this.areas.resolve(text, kind)
      : { outcome: 'AREA', code, matchedBy: 'the option --group' };
  }

  private readCode(text: string, { code, others }: Extract<AreaResolution, { outcome: 'AREA' }>): string {
    return others === undefined ? code : this.ambiguousGroups.record(text, [...others, code]);
  }

  /** Appends the area codes of a row to `codes`. Returns an error if the row has no known area. */
  matchRow(cells: readonly string[], codes: string[]): RowError | null {
    const usesFirstArea = !this.layout.isOfEachArea;
    let fault: RowError | null = null;
    for (const kind of this.kinds) {
      const text = (cells[kind.column] ?? '').trim();
      // NA is Namibia among two-letter codes, else R's mark for a missing text.
      if (text === '' || (text === 'NA' && !kind.hasTwoLetterCodes)) continue;
      const reading = this.readText(text, kind);
      if (reading.outcome === 'AREA') {
        codes.push(this.readCode(text, reading));
        if (!this.areasRead.has(text) && this.areasRead.size < MAX_AREAS_LISTED) {
          this.areasRead.set(text, { text, code: reading.code, matchedBy: reading.matchedBy });
        }
        if (usesFirstArea) return null;
        continue;
      }
      fault = fault === null ? this.fault(text, reading, kind.column) : combineFaults(fault, text, reading);
      // Tries later columns only after an unknown text, because a name can follow an unknown code.
      if (usesFirstArea && reading.outcome !== 'UNKNOWN') return fault;
    }
    if (codes.length > 0) return null;
    return (
      fault ?? { code: 'AREA_EMPTY', text: '', reason: 'the row has no area', column: this.kinds[0]?.column ?? null }
    );
  }

  private fault(text: string, reading: UnmatchedArea, column: number | null): RowError {
    if (reading.outcome === 'NO_ENTRY') {
      const reason = `${reading.code} has no entry in the knowledge base`;
      return { code: 'AREA_WITHOUT_ENTRY', text, reason, column };
    }
    if (reading.outcome === 'NO_AREA')
      return { code: 'AREA_NONE', text, reason: `not an area, but ${reading.what}`, column };
    const reason = reading.reason ?? `no area has this name${this.suggestion(text)}`;
    return { code: 'AREA_UNKNOWN', text, reason, column };
  }

  private suggestion(text: string): string {
    const cachedSuggestion = this.suggestionsByText.get(text);
    if (cachedSuggestion !== undefined || this.suggestionsByText.size >= MAX_SUGGESTED_TEXTS)
      return cachedSuggestion ?? '';
    const suggestions = this.areas.suggestions(text);
    const suggestionText = suggestions.length > 0 ? `; nearest: ${suggestions.join(', ')}` : '';
    this.suggestionsByText.set(text, suggestionText);
    return suggestionText;
  }
}

/** Returns the first fault. If an unknown name follows an unknown code, the reason includes both. */
function combineFaults(first: RowError, text: string, reading: UnmatchedArea): RowError {
  const isName = first.code === 'AREA_UNKNOWN' && reading.outcome === 'UNKNOWN';
  return isName ? { ...first, reason: `${first.reason}, nor "${text}"` } : first;
}

type UnmatchedArea = Exclude<AreaResolution, { outcome: 'AREA' }>;

/** Whether most areas of a column are two-letter codes. */
function hasTwoLetterCodes({ rows }: TableSample, layout: Layout, column: number): boolean {
  const texts = rows.slice(layout.firstRow).flatMap((row) => {
    const cell = (layout.prepare ? layout.prepare(row) : row)?.[column]?.trim() ?? '';
    return cell === '' || cell === 'NA' ? [] : [cell];
  });
  return texts.length > 0 && texts.filter((text) => /^[A-Z]{2}(?:\d\w*|_\w+)?$/.test(text)).length > texts.length / 2;
}
