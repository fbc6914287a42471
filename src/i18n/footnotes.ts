import type { ChartMessages } from './locale-messages.js';

/** Name that requires a footnote. */
const NAME_WITH_FOOTNOTE = 'Kosovo*';

export function needsFootnote(text: string): boolean {
  return text.includes(NAME_WITH_FOOTNOTE);
}

export function footnotes(isNamed: boolean, messages: ChartMessages): string[] {
  return isNamed ? [messages.kosovo] : [];
}
