import type { EditionDifferences } from '../../explorer/explorer-metadata.js';
import type { ShownFigure } from '../../explorer/shown-figure.js';
import type { ParsedState } from '../../explorer/explorer-state.js';
import type { QuestionPageInput } from '../question/question-page-input.js';

/** Input from which an explorer page, its reloadable part, or an embedded figure is rendered. */
export interface ExplorerPageInput
  extends QuestionPageInput, Pick<ShownFigure, 'metadata' | 'shown' | 'allAreas' | 'earlier'>, ParsedState {
  /** Paths of the list of indicators, of the entry's page and of the embedded figure; `plural` is the kind in paths. */
  paths: { list: string; plural: string; entry: string; embed: string };
  /** Differences between the shown edition and the one before it; null if they are not shown. */
  revisions: EditionDifferences | null;
  /** Path of the browser script of the explorer; null if it was not built. */
  script: string | null;
}

/** Returns the input from which titles and chart options are derived. */
export function toShownFigure(input: ExplorerPageInput): ShownFigure {
  return { ...input, messages: input.localisation.messages, search: input.address.search };
}
