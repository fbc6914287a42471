import { normaliseHeading } from './headings.js';

const TOTALS = new Set(['total', 't', 'tot', 'all', 'both sexes', 'all ages', 'grand total', 'insgesamt', 'gesamt']);

/** Whether a code or label means the total. */
export function isTotal(text: string): boolean {
  return TOTALS.has(normaliseHeading(text));
}
