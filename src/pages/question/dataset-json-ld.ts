import { findPublicationDate } from '../../saved-queries/answer-citation.js';
import { cellTexts } from '../../saved-queries/display-cell.js';
import { FILE_FORMATS } from '../../files/formats.js';
import type { LocalisedText } from '../../i18n/localised-text.js';
import { localisedJsonLd } from '../localised-json-ld.js';
import type { ColumnRole } from '../../tables/column.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QuestionLinks } from './question-links.js';

const DISTRIBUTIONS = [FILE_FORMATS.csv, FILE_FORMATS.json, FILE_FORMATS.xlsx];
const MAX_NAMES = 40;

interface DatasetDescription {
  title: LocalisedText;
  description: LocalisedText;
  permalink: string;
  links: QuestionLinks;
  locale: string;
  origin: string;
}

/** Returns the JSON-LD of an answer as a dataset. */
export function datasetJsonLd(
  table: ScreenTable | null,
  { title, description, permalink, links, locale, origin }: DatasetDescription,
): object {
  const valuesOf = (role: ColumnRole) => distinctTexts(table, role);
  const periods = valuesOf('period').toSorted();
  const publishers = valuesOf('source_publisher');
  const publishedOn = table && findPublicationDate(table);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: localisedJsonLd(title),
    description: localisedJsonLd(description),
    url: permalink,
    inLanguage: locale,
    isAccessibleForFree: true,
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'Signpost', ...(origin !== '' && { url: origin }) },
    ...(valuesOf('indicator').length > 0 && { variableMeasured: valuesOf('indicator') }),
    ...(periods.length > 0 && { temporalCoverage: [...new Set([periods[0], periods.at(-1)])].join('/') }),
    ...(valuesOf('area').length > 0 && { spatialCoverage: valuesOf('area') }),
    ...(publishers.length > 0 && { creator: publishers.map((name) => ({ '@type': 'Organization', name })) }),
    ...(publishedOn && { dateModified: publishedOn }),
    ...(valuesOf('source_url').length > 0 && { isBasedOn: valuesOf('source_url') }),
    distribution: DISTRIBUTIONS.map(({ name, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentUrl: `${origin}${links.file(name)}`,
    })),
  };
}

function distinctTexts(table: ScreenTable | null, role: ColumnRole): string[] {
  const index = table?.columns.findIndex((column) => column.role === role) ?? -1;
  if (!table || index < 0) return [];
  const texts = table.rows.flatMap((row) => cellTexts(row[index], table.columns[index]!));
  return [...new Set(texts)].slice(0, MAX_NAMES);
}
