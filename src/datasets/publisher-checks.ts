import type { AppError } from '../errors.js';
import type { AreaResolver } from '../series/area-resolver.js';
import { areaNameKey } from '../series/area-name-key.js';
import { datasetError } from './dataset-error.js';
import { findLicenceTerms, forbidsRedistribution, type LicenceTerms } from './licence-terms.js';

/** An organisation that publishes figures: its names, and the countries of its members. */
export interface Publisher {
  /** Titles first, then acronym, other names and slugs. */
  names: readonly string[];
  /** Codes of member countries. With GB among them, "Home Office (United Kingdom)" matches the name "Home Office". */
  countries: readonly string[];
}

/** Whether a text is a name of the publisher, optionally followed by its acronym or country in brackets. */
export function isPublisherName({ names, countries }: Publisher, text: string, areas: AreaResolver): boolean {
  const keys = new Set(names.map(areaNameKey));
  if (keys.has(areaNameKey(text))) return true;
  const [, name = '', qualifier = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(text.trim()) ?? [];
  if (name === '' || !keys.has(areaNameKey(name))) return false;
  if (keys.has(areaNameKey(qualifier))) return true;
  const country = areas.resolve(qualifier);
  return country.outcome === 'AREA' && countries.includes(country.code);
}

/** A file and its publisher; null if the file does not name one. */
interface PublishedFile {
  file: { name: string };
  publisher: string | null;
}

/** Rejects files of other publishers than the indicator's. @throws AppError DATASET_INVALID */
export function checkFilePublishers(publisher: Publisher, files: readonly PublishedFile[], areas: AreaResolver): void {
  const foreignFile = files.find(
    (file) => file.publisher !== null && !isPublisherName(publisher, file.publisher, areas),
  );
  if (!foreignFile) return;
  const otherPublisher = foreignFile.publisher!;
  throw datasetError(
    `${foreignFile.file.name}: The figures are published by "${otherPublisher}", those of the indicator by "${publisher.names[0]}". ` +
      `Import them into an indicator of "${otherPublisher}". ${aliasAdvice(otherPublisher, publisher)}`,
  );
}

/** Returns the error for a source that another organisation publishes. */
export function otherPublisherError(publisher: Publisher, publisherName: string, sources: readonly string[]): AppError {
  return datasetError(
    `The source is published by "${publisherName}", the indicator by "${publisher.names[0]}". ` +
      `${sourceAdvice(publisher, sources)} ${aliasAdvice(publisherName, publisher)}`,
  );
}

/** Returns the end of an error message: how to choose a source of the publisher. */
export function sourceAdvice({ names }: Publisher, sources: readonly string[]): string {
  if (sources.length === 0) return `Add a source published by "${names[0]}" and name it with --source.`;
  const shownSources = sources.slice(0, MAX_SOURCES).map((slug) => `--source ${slug}`);
  return `Use ${shownSources.join(' or ')}.`;
}

function aliasAdvice(name: string, { names }: Publisher): string {
  return `If both are the same organisation, add "${name}" to the otherNames of "${names[0]}".`;
}

const MAX_SOURCES = 5;

/** Returns the licence that forbids redistribution; null if it is allowed. `licence` overrides the publisher's. */
export function restrictiveLicence(
  publisher: Publisher,
  files: readonly PublishedFile[],
  licence: string | null,
): string | null {
  if (licence !== null) return forbidsRedistribution(licence) ? licence : null;
  const names = [...files.map((file) => file.publisher), ...publisher.names];
  const closedTerms = names.map(findLicenceTerms).find((terms): terms is LicenceTerms => terms?.mayBeShared === false);
  return closedTerms?.licence ?? null;
}
