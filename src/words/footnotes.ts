import type { ChartWords } from './words.js';

/** The name that carries a footnote wherever it appears. */
const NAME_WITH_FOOTNOTE = 'Kosovo*';

/** Whether a text contains the name with a footnote. */
export function needsFootnote(text: string): boolean {
  return text.includes(NAME_WITH_FOOTNOTE);
}

/** The footnote of the name; nothing where it does not appear. */
export function footnotes(isNamed: boolean, words: ChartWords): string[] {
  return isNamed ? [words.kosovo] : [];
}
