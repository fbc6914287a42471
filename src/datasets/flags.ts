import type { StoredPoint } from '../store/figures.js';

type State = StoredPoint['state'];

/** What letters beside a figure say. */
export interface Signs {
  flags: readonly string[];
  /** What an empty cell is because of them; null where they say nothing of that. */
  emptyState: State | null;
  /** What has no flag of its own, in words. */
  notes: readonly string[];
}

interface Sign {
  flag?: string;
  emptyState?: State;
  note?: string;
}

const EUROSTAT: Readonly<Record<string, Sign>> = {
  b: { flag: 'BREAK_IN_SERIES' },
  c: { emptyState: 'SUPPRESSED', note: 'confidential' },
  d: { flag: 'DEFINITION_DIFFERS' },
  e: { flag: 'ESTIMATED' },
  f: { flag: 'FORECAST' },
  i: { note: 'i: see the metadata' },
  m: { emptyState: 'NOT_REPORTED' },
  n: { note: 'not significant' },
  p: { flag: 'PROVISIONAL' },
  r: { flag: 'REVISED' },
  s: { flag: 'ESTIMATED', note: "the publisher's own estimate" },
  u: { flag: 'LOW_RELIABILITY' },
  z: { emptyState: 'NOT_APPLICABLE' },
};

/** The code list of SDMX for the status of an observation. */
const SDMX: Readonly<Record<string, Sign>> = {
  A: {},
  B: { flag: 'BREAK_IN_SERIES' },
  D: { flag: 'DEFINITION_DIFFERS' },
  E: { flag: 'ESTIMATED' },
  F: { flag: 'FORECAST' },
  G: { note: 'experimental' },
  H: { emptyState: 'NOT_REPORTED' },
  I: { flag: 'ESTIMATED', note: 'imputed' },
  J: { note: 'derogation' },
  K: { emptyState: 'NOT_REPORTED', note: 'included in another category' },
  L: { emptyState: 'NOT_REPORTED' },
  M: { emptyState: 'NOT_APPLICABLE' },
  N: { note: 'not significant' },
  O: { emptyState: 'NOT_REPORTED' },
  P: { flag: 'PROVISIONAL' },
  Q: { emptyState: 'SUPPRESSED' },
  R: { flag: 'REVISED' },
  S: { note: 'a strike or another special event' },
  U: { flag: 'LOW_RELIABILITY' },
  V: { flag: 'PROVISIONAL', note: 'not validated' },
  W: { note: 'includes another category' },
  X: { note: 'not to be used in totals' },
};

const NONE: Signs = { flags: [], emptyState: null, notes: [] };

/**
 * What letters say; several stand together or apart. Null where one of them is not known. Letters in lower case are
 * Eurostat's, in upper case those of SDMX; OBS_STATUS of SDMX in lower case is read as such where the two agree.
 */
export function readFlags(letters: string, kind: 'EUROSTAT' | 'SDMX'): Signs | null {
  const written = letters.replace(/[\s,;|]/g, '');
  if (written === '') return NONE;
  const signs: Sign[] = [];
  for (const letter of written) {
    const isLower = letter === letter.toLowerCase();
    const sign = isLower || kind === 'EUROSTAT' ? EUROSTAT[letter.toLowerCase()] : SDMX[letter];
    if (sign === undefined) return null;
    signs.push(sign);
  }
  return {
    flags: [...new Set(signs.flatMap(({ flag }) => flag ?? []))],
    emptyState: signs.find(({ emptyState }) => emptyState)?.emptyState ?? null,
    notes: signs.flatMap(({ note }) => note ?? []),
  };
}
