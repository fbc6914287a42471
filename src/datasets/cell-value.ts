import type { StoredPoint } from '../store/figures.js';
import type { Signs } from './flags.js';
import { readFlags } from './flags.js';
import type { CellGrammar } from './layout.js';
import { readNumber } from './number-text.js';

export interface CellValue {
  value: number | null;
  state: StoredPoint['state'];
  flags: readonly string[];
  note: string | null;
  /** Bounds of a suppressed figure, where given. */
  lower?: number;
  upper?: number;
}

export interface CellFault {
  fault: string;
}

const NOTHING: readonly string[] = [];
const WITH_FLAGS = /^(:|[^a-zA-Z:]*?\d)?\s*([a-zA-Z]{1,6}(?:[ ,;|]+[a-zA-Z]{1,6})*)?$/;

/** Reads a figure and its flag letters. An empty cell is missing, never zero; letters may say why. */
export function readCell(text: string, letters: string, grammar: CellGrammar): CellValue | CellFault {
  let figure = text.trim();
  let flags = letters;
  if (grammar.flagsInCell && figure !== '') {
    const match = WITH_FLAGS.exec(figure);
    if (match?.[2] !== undefined && !(figure in grammar.suppressed)) {
      figure = match[1] ?? ':';
      flags = `${match[2]} ${letters}`;
    }
  }
  const signs = flags === '' || grammar.flagLetters === null ? null : readFlags(flags, grammar.flagLetters);
  if (signs === null && flags.trim() !== '' && grammar.flagLetters !== null)
    return { fault: `unknown flags "${flags.trim()}"` };
  if (figure === '' || grammar.missing.includes(figure)) return empty(signs);
  if (Object.hasOwn(grammar.suppressed, figure)) {
    return { value: null, state: 'SUPPRESSED', flags: signs?.flags ?? NOTHING, ...grammar.suppressed[figure]! };
  }
  const value = readNumber(figure, grammar.numbers);
  if (typeof value !== 'number') return value;
  return { value, state: 'REPORTED', flags: signs?.flags ?? NOTHING, note: writeNote(signs) };
}

function empty(signs: Signs | null): CellValue {
  return {
    value: null,
    state: signs?.emptyState ?? 'NOT_REPORTED',
    flags: signs?.flags ?? NOTHING,
    note: writeNote(signs),
  };
}

function writeNote(signs: Signs | null): string | null {
  return signs === null || signs.notes.length === 0 ? null : signs.notes.join('; ');
}
