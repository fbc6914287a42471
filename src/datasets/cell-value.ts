import type { StoredPoint } from '../store/figures.js';
import type { CellFormat } from './layout.js';
import { parseNumber } from './parse-number.js';
import signs from './flags.json' with { type: 'json' };

type State = StoredPoint['state'];

/** Parsed flag letters of a figure. */
interface ParsedFlags {
  flags: readonly string[];
  /** State of an empty cell with these letters; null if they define none. */
  emptyState: State | null;
  /** Notes for letters that have no flag. */
  notes: readonly string[];
}

interface FlagLetter {
  flag?: string;
  emptyState?: State;
  note?: string;
}

/** Flag letters of Eurostat, and of the SDMX code list for the observation status. */
const FLAG_LETTERS = signs as Readonly<Record<'EUROSTAT' | 'SDMX', Readonly<Record<string, FlagLetter>>>>;

const NO_FLAG_LETTERS: ParsedFlags = { flags: [], emptyState: null, notes: [] };

export interface CellValue {
  value: number | null;
  state: StoredPoint['state'];
  flags: readonly string[];
  note: string | null;
  /** Lower bound of a suppressed figure, if known. */
  lower?: number;
  /** Upper bound of a suppressed figure, if known. */
  upper?: number;
}

export interface CellParseError {
  fault: string;
}

const NO_FLAGS: readonly string[] = [];
const FLAGGED_FIGURE = /^(:|[^a-zA-Z:]*?\d)?\s*([a-zA-Z]{1,6}(?:[ ,;|]+[a-zA-Z]{1,6})*)?$/;

/** Parses the text of a cell and its flag letters. The value of an empty cell is null, and flags set its state. */
export function parseCell(text: string, letters: string, format: CellFormat): CellValue | CellParseError {
  let figure = text.trim();
  let flags = letters;
  if (format.flagsInCell && figure !== '') {
    const match = FLAGGED_FIGURE.exec(figure);
    if (match?.[2] !== undefined && !(figure in format.suppressed)) {
      figure = match[1] ?? ':';
      flags = `${match[2]} ${letters}`;
    }
  }
  const parsedFlags = flags === '' || format.flagLetters === null ? null : parseFlags(flags, format.flagLetters);
  if (parsedFlags === null && flags.trim() !== '' && format.flagLetters !== null)
    return { fault: `unknown flags "${flags.trim()}"` };
  if (figure === '' || format.missing.includes(figure)) return emptyCell(parsedFlags);
  if (Object.hasOwn(format.suppressed, figure)) {
    return { value: null, state: 'SUPPRESSED', flags: parsedFlags?.flags ?? NO_FLAGS, ...format.suppressed[figure]! };
  }
  const value = parseNumber(figure, format.numbers);
  if (typeof value !== 'number') return value;
  return { value, state: 'REPORTED', flags: parsedFlags?.flags ?? NO_FLAGS, note: joinNotes(parsedFlags) };
}

function emptyCell(parsedFlags: ParsedFlags | null): CellValue {
  return {
    value: null,
    state: parsedFlags?.emptyState ?? 'NOT_REPORTED',
    flags: parsedFlags?.flags ?? NO_FLAGS,
    note: joinNotes(parsedFlags),
  };
}

function joinNotes(parsedFlags: ParsedFlags | null): string | null {
  return parsedFlags === null || parsedFlags.notes.length === 0 ? null : parsedFlags.notes.join('; ');
}

/**
 * Parses flag letters, with or without separators: lower case for Eurostat, upper case for SDMX. A lower-case
 * OBS_STATUS is parsed as a Eurostat letter. Null if a letter is unknown.
 */
export function parseFlags(letters: string, kind: 'EUROSTAT' | 'SDMX'): ParsedFlags | null {
  const flagLetters = letters.replace(/[\s,;|]/g, '');
  if (flagLetters === '') return NO_FLAG_LETTERS;
  const letterFlags: FlagLetter[] = [];
  for (const letter of flagLetters) {
    const isLower = letter === letter.toLowerCase();
    const flagText =
      isLower || kind === 'EUROSTAT' ? FLAG_LETTERS.EUROSTAT[letter.toLowerCase()] : FLAG_LETTERS.SDMX[letter];
    if (flagText === undefined) return null;
    letterFlags.push(flagText);
  }
  return {
    flags: [...new Set(letterFlags.flatMap(({ flag }) => flag ?? []))],
    emptyState: letterFlags.find(({ emptyState }) => emptyState)?.emptyState ?? null,
    notes: letterFlags.flatMap(({ note }) => note ?? []),
  };
}
