import { meantTip } from '../model/nearest.js';
import type { ImportReport, Rejection, RejectionCode } from './import-report.js';
import { REJECTION_CODES } from './import-report.js';

/** What somebody says may be left out of an import. */
export interface Acceptance {
  /** How many figures of each code; the exact number, so that not one more is left out unseen. */
  accept: ReadonlyMap<RejectionCode, number>;
  /** Whether figures of areas that the knowledge base does not know may be. */
  skipsUnknownAreas: boolean;
}

const UNKNOWN_AREAS: readonly RejectionCode[] = ['AREA_NONE', 'AREA_UNKNOWN', 'AREA_WITHOUT_ENTRY'];

/** Codes that are no reason to refuse: nothing is lost when a figure is said twice in the same way. */
const HARMLESS: readonly RejectionCode[] = ['ROW_REPEATED'];

/** Whether a figure was not taken because of its area, which one option decides for all of them. */
export function isUnknownArea({ code }: Pick<Rejection, 'code'>): boolean {
  return UNKNOWN_AREAS.includes(code);
}

/** What keeps an import out: why, and the options that would let it in; null where nothing does. */
export interface Refusal {
  reason: string;
  options: string;
}

/** Compares what was not taken with what was accepted. */
export function findRefusal({ rejections }: ImportReport, { accept, skipsUnknownAreas }: Acceptance): Refusal | null {
  const counts = new Map<RejectionCode, number>();
  for (const { code, count } of rejections) counts.set(code, (counts.get(code) ?? 0) + count);
  const reasons: string[] = [];
  const options: string[] = [];
  for (const code of REJECTION_CODES) {
    if (HARMLESS.includes(code) || UNKNOWN_AREAS.includes(code)) continue;
    const count = counts.get(code) ?? 0;
    const accepted = accept.get(code) ?? 0;
    if (count !== accepted) reasons.push(`${count} ${code}${accepted > 0 ? `, where ${accepted} are accepted` : ''}`);
    if (count > 0) options.push(`--accept ${code}=${count}`);
  }
  const unknown = UNKNOWN_AREAS.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
  if (unknown > 0 && !skipsUnknownAreas) reasons.push(`${unknown} of unknown areas`);
  if (unknown > 0) options.push('--skip-areas unknown');
  if (reasons.length === 0) return null;
  return { reason: `figures cannot be taken: ${reasons.join('; ')}`, options: options.join(' ') };
}

/** A code as somebody wrote it, or what was meant instead. */
export function codeNamed(text: string): { code: RejectionCode } | { tip: string } {
  const code = REJECTION_CODES.find((each) => each === text.toUpperCase());
  if (code !== undefined && !HARMLESS.includes(code) && !UNKNOWN_AREAS.includes(code)) return { code };
  if (code !== undefined && UNKNOWN_AREAS.includes(code))
    return { tip: 'areas are left out with --skip-areas unknown' };
  const codes = REJECTION_CODES.filter((each) => !HARMLESS.includes(each) && !UNKNOWN_AREAS.includes(each));
  return { tip: meantTip(text.toUpperCase(), codes, `there are ${codes.join(', ')}`) };
}
