import { findPublished } from '../../bench/cite.js';
import { textsIn } from '../../bench/shown-cell.js';
import { FORMATS } from '../../files/formats.js';
import type { Said } from '../../words/said.js';
import { saidFact } from '../said-fact.js';
import type { Role } from '../../tables/column.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QuestionLinks } from './question-links.js';

/** The formats in the JSON-LD. */
const DISTRIBUTIONS = [FORMATS.csv, FORMATS.json, FORMATS.xlsx];
const MOST_NAMES = 40;

/** The JSON-LD of an answer. */
export function datasetFacts(
  table: ScreenTable | null,
  {
    title,
    description,
    permalink,
    links,
    locale,
    origin,
  }: {
    title: Said;
    description: Said;
    permalink: string;
    links: QuestionLinks;
    locale: string;
    origin: string;
  },
): object {
  const say = (role: Role) => distinct(table, role);
  const periods = say('period').toSorted();
  const publishers = say('source_publisher');
  const published = table && findPublished(table);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: saidFact(title),
    description: saidFact(description),
    url: permalink,
    inLanguage: locale,
    isAccessibleForFree: true,
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'Signpost', ...(origin !== '' && { url: origin }) },
    ...(say('indicator').length > 0 && { variableMeasured: say('indicator') }),
    ...(periods.length > 0 && { temporalCoverage: [...new Set([periods[0], periods.at(-1)])].join('/') }),
    ...(say('area').length > 0 && { spatialCoverage: say('area') }),
    ...(publishers.length > 0 && { creator: publishers.map((name) => ({ '@type': 'Organization', name })) }),
    ...(published && { dateModified: published }),
    ...(say('source_url').length > 0 && { isBasedOn: say('source_url') }),
    distribution: DISTRIBUTIONS.map(({ name, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentUrl: `${origin}${links.file(name)}`,
    })),
  };
}

function distinct(table: ScreenTable | null, role: Role): string[] {
  const at = table?.columns.findIndex((column) => column.role === role) ?? -1;
  if (!table || at < 0) return [];
  const texts = table.rows.flatMap((row) => textsIn(row[at], table.columns[at]!));
  return [...new Set(texts)].slice(0, MOST_NAMES);
}
