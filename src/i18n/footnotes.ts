import type { ChartMessages } from './locale-messages.js';

const NAME_WITH_FOOTNOTE = 'Kosovo*';

/** Whether a text contains a name that requires a footnote. */
export function needsFootnote(text: string): boolean {
  return text.includes(NAME_WITH_FOOTNOTE);
}

/** Returns the footnote on the status of Kosovo if a text names it; else no footnotes. */
export function kosovoFootnote(namesKosovo: boolean, messages: ChartMessages): string[] {
  return namesKosovo ? [messages.kosovo] : [];
}
