import { suggestionTip } from '../model/closest-match.js';
import type { GroupSumReport } from './group-sums.js';
import {
  type ImportReport,
  type Rejection,
  REJECTION_CODES,
  type RejectionCode,
  TRUNCATED_REASON,
} from './import-report.js';

/** Code of a group total that differs from the sum of its members. If accepted, it is imported as published. */
export const GROUP_SUM = 'GROUP_SUM';
export type AcceptableCode = RejectionCode | typeof GROUP_SUM;

/** The user's decisions about known problems of an import. */
export interface AcceptedProblems {
  /** Number of accepted problems by code. Any other number stops the import. */
  accept: ReadonlyMap<AcceptableCode, number>;
  addsNewCodes: boolean;
  skipsUnknownAreas: boolean;
}

const UNKNOWN_AREA_CODES: readonly AcceptableCode[] = ['AREA_NONE', 'AREA_UNKNOWN', 'AREA_WITHOUT_ENTRY'];

/** Codes that never stop an import. Dropping a repeated figure loses no data. */
const HARMLESS_CODES: readonly AcceptableCode[] = ['ROW_REPEATED'];

const ACCEPTABLE_CODES: readonly AcceptableCode[] = [
  ...REJECTION_CODES.filter((code) => !HARMLESS_CODES.includes(code) && !UNKNOWN_AREA_CODES.includes(code)),
  GROUP_SUM,
];

/** Whether a rejection is due to an unknown area. */
export function isUnknownArea({ code }: Pick<Rejection, 'code'>): boolean {
  return UNKNOWN_AREA_CODES.includes(code);
}

const NO_FIGURES_LEFT = 'no figure would remain; choose other codes with --dimension, or another file';

/** Why an import is refused, and the options that would allow it, separated by " or "; null if there are none. */
export interface ImportRefusal {
  reason: string;
  options: string | null;
}

/** Returns the refusal of an import with problems that the user did not accept; null if it may continue. */
export function findImportRefusal(
  { rejections, ...figureCounts }: ImportReport,
  sums: GroupSumReport,
  { accept, addsNewCodes, skipsUnknownAreas }: AcceptedProblems,
): ImportRefusal | null {
  const counts = new Map<AcceptableCode, number>();
  for (const { code, count } of rejections) counts.set(code, (counts.get(code) ?? 0) + count);
  if (sums.count > 0) counts.set(GROUP_SUM, sums.count);
  const reasons: string[] = [];
  const options: string[] = [];
  // Options that solve a problem better than `--accept`, by code of the problem.
  const betterOptions = new Map<AcceptableCode, string>();
  for (const code of ACCEPTABLE_CODES) {
    const count = counts.get(code) ?? 0;
    const acceptedCount = accept.get(code) ?? 0;
    if (count === 0 && acceptedCount > 0) reasons.push(`no ${code}: leave --accept ${code}=${acceptedCount} out`);
    else if (count !== acceptedCount)
      reasons.push(`${count} ${code}${acceptedCount > 0 ? `, where ${acceptedCount} are accepted` : ''}`);
    if (count > 0) options.push(`--accept ${code}=${count}`);
    if (count > 0 && code === 'CODE_UNKNOWN' && !addsNewCodes) betterOptions.set(code, '--add-codes');
    if (count > 0 && code === GROUP_SUM && sums.compositions !== null) betterOptions.set(code, sums.compositions);
  }
  const unknownCount = UNKNOWN_AREA_CODES.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
  if (unknownCount > 0 && !skipsUnknownAreas) reasons.push(`${unknownCount} of unknown areas`);
  if (unknownCount > 0) options.push('--skip-areas unknown');
  if (reasons.length === 0) return null;
  const problem = `figures cannot be imported as they are: ${reasons.join('; ')}`;
  // If the file is truncated, accepting its broken last row would hide that all later rows are missing.
  const isCutOff = rejections.some(({ reason }) => reason.endsWith(TRUNCATED_REASON));
  if (isCutOff) return { reason: `${problem}; ${TRUNCATED_REASON}, so download the file again`, options: null };
  const preferredOptions = options.map(
    (option) => betterOptions.get(/^--accept (\w+)=/.exec(option)?.[1] as AcceptableCode) ?? option,
  );
  // Accepting all problems would leave nothing to import.
  const hasNoFigures =
    figureCounts.kept + figureCounts.missing + figureCounts.suppressed + figureCounts.notApplicable === 0;
  if (hasNoFigures && betterOptions.size === 0) return { reason: `${problem}; ${NO_FIGURES_LEFT}`, options: null };
  const alternatives =
    betterOptions.size === 0 ? [options] : hasNoFigures ? [preferredOptions] : [preferredOptions, options];
  return {
    reason: problem,
    options: options.length === 0 ? null : alternatives.map((alternative) => alternative.join(' ')).join(' or '),
  };
}

/** Parses the code of a problem that can be accepted. Returns a tip for any other text. */
export function parseAcceptableCode(text: string): { code: AcceptableCode } | { tip: string } {
  const code = text.toUpperCase() as AcceptableCode;
  if (ACCEPTABLE_CODES.includes(code)) return { code };
  if (UNKNOWN_AREA_CODES.includes(code)) return { tip: 'skip unknown areas with --skip-areas unknown' };
  return { tip: suggestionTip(code, ACCEPTABLE_CODES, `there are ${ACCEPTABLE_CODES.join(', ')}`) };
}
