import type { ChartMessages } from './locale-messages.js';

const NAME_WITH_FOOTNOTE = 'Kosovo*';

/** Whether a text contains a name that requires a footnote. */
export function needsFootnote(text: string): boolean {
  return text.includes(NAME_WITH_FOOTNOTE);
}

/** Returns the footnotes of a text. @param isNamed whether the text contains a name that requires a footnote */
export function footnotes(isNamed: boolean, messages: ChartMessages): string[] {
  return isNamed ? [messages.kosovo] : [];
}
