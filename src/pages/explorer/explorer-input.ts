import type { ShownFigure } from '../../explorer/figure-options.js';
import type { QuestionPageInput } from '../question/question-page-input.js';

/** Input of the page of an explorer. */
export interface ExplorerPageInput
  extends QuestionPageInput, Pick<ShownFigure, 'facts' | 'state' | 'shown' | 'allAreas'> {
  /** Sentences about values of the URL that are unknown or impossible. */
  told: readonly string[];
  /** Path of the list of all indicators, of the page of the entryand the style of the list. */
  paths: { list: string; plural: string; entry: string };
}

/** Returns the input of titles and chart options. */
export function shownFigure(input: ExplorerPageInput): ShownFigure {
  return { ...input, messages: input.localisation.messages, search: input.address.search };
}
