import { nameKey } from '../series/name-key.js';
import { refusal } from './dataset-error.js';
import type { Terms } from './terms.js';
import { restrictedTerms, findTerms } from './terms.js';

/** Who is said to publish the figures of an import. */
export interface Publishers {
  /** What the organisation that publishes the indicator is called: title in any language, acronym, slug. */
  indicator: readonly string[];
  /** The publisher of the source, as it names it. */
  source: string;
  /** Each with its publisher, as layouts name publishers; null where a file does not tell. */
  files: readonly { name: string; publisher: string | null }[];
}

/** Checks that files, indicator and source have one publisher. @throws AppError DATASET_INVALID */
export function checkPublishers({ indicator, source, files }: Publishers): void {
  const names = new Set(indicator.map(nameKey));
  const stray = files.find(({ publisher }) => publisher !== null && !names.has(nameKey(publisher)));
  const [called = ''] = indicator;
  if (stray) {
    throw refusal(
      `${stray.name}: The figures are published by "${stray.publisher}", those of the indicator by "${called}".`,
    );
  }
  if (!names.has(nameKey(source))) {
    throw refusal(
      `The source is published by "${source}", the indicator by "${called}"; name the source of the file with --source.`,
    );
  }
}

/**
 * Returns the terms that forbid passing the figures on; null where nothing does.
 *
 * @param licence  what somebody said of these very files, which goes before the usual terms of the publisher
 */
export function closedTerms({ indicator, files }: Publishers, licence: string | null): string | null {
  if (licence !== null) return restrictedTerms(licence) ? licence : null;
  const names = [...files.map(({ publisher }) => publisher), ...indicator];
  const closed = names.map(findTerms).find((terms): terms is Terms => terms?.mayBeShared === false);
  return closed?.licence ?? null;
}
