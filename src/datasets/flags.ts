import type { StoredPoint } from '../store/figures.js';
import signs from './flags.json' with { type: 'json' };

type State = StoredPoint['state'];

/** Meaning of the letters beside a figure. */
export interface Signs {
  flags: readonly string[];
  /** State of an empty cell; null where they do not define one. */
  emptyState: State | null;
  /** Meanings without a flag. */
  notes: readonly string[];
}

interface Sign {
  flag?: string;
  emptyState?: State;
  note?: string;
}

/** Flag letters of Eurostat, and of the SDMX code list for the status of an observation. */
const SIGNS = signs as Readonly<Record<'EUROSTAT' | 'SDMX', Readonly<Record<string, Sign>>>>;

const NONE: Signs = { flags: [], emptyState: null, notes: [] };

/**
 * Reads flag letters, together or separated; null where one is unknown. Eurostat's are in lower case, those of SDMX in
 * upper case; a lower-case OBS_STATUS is read as Eurostat's.
 */
export function readFlags(letters: string, kind: 'EUROSTAT' | 'SDMX'): Signs | null {
  const written = letters.replace(/[\s,;|]/g, '');
  if (written === '') return NONE;
  const found: Sign[] = [];
  for (const letter of written) {
    const isLower = letter === letter.toLowerCase();
    const sign = isLower || kind === 'EUROSTAT' ? SIGNS.EUROSTAT[letter.toLowerCase()] : SIGNS.SDMX[letter];
    if (sign === undefined) return null;
    found.push(sign);
  }
  return {
    flags: [...new Set(found.flatMap(({ flag }) => flag ?? []))],
    emptyState: found.find(({ emptyState }) => emptyState)?.emptyState ?? null,
    notes: found.flatMap(({ note }) => note ?? []),
  };
}
