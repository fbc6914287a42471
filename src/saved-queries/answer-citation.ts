import { ITEM_SEPARATOR } from '../tables/table-cell.js';
import type { ColumnRole } from '../tables/column.js';
import type { TableRow, ResultTable } from '../tables/table.js';
import { formatsFor } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import { foldText } from '../model/fold-text.js';
import {
  type CitedEdition,
  type CitedFigures,
  type CitedWork,
  formatEditions,
  latestPublicationDate,
  SITE_NAME,
  formatSource,
  toCitedWork,
  formatVersion,
} from '../series/citation.js';
import { cellTexts, toDisplayItems } from './display-cell.js';

/** Data to cite, and where it is from. */
export interface CitedData {
  table: Pick<ResultTable, 'columns' | 'rows'>;
  title: string;
  /** Permalink of the answer; null if there is none. */
  permalink: string | null;
  /** Date of retrieval, such as 2026-11-26. */
  retrievedOn: string;
  /** Titles of totals, which the citation does not name. */
  totals?: ReadonlySet<string>;
}

const MAX_AUTHORS = 3;
/** Maximum number of indicators that a citation names. With more, it contains the title of the question instead. */
const MAX_INDICATORS = 2;

/**
 * Returns the citation of an answer. Figures are cited by indicator, publisher and vintage, because the title of the
 * question may not match the chosen values. The area and codes that all figures share are added, and the period and
 * value of a single figure. Other answers are cited as a page of this site.
 */
export function answerCitation({ table, title, permalink, retrievedOn, totals }: CitedData): CitedWork {
  const { columns, rows } = table;
  const read = createReader(table);
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const isOfFigures = (has('value') && has('period')) || has('vintage_date');
  const publishers = distinctTexts(rows, read, 'source_publisher');
  const isCitedByPublisher = isOfFigures && publishers.length > 0 && publishers.length <= MAX_AUTHORS;
  const indicators = isOfFigures ? distinctTexts(rows, read, 'indicator') : [];
  const isNamed = indicators.length > 0 && indicators.length <= MAX_INDICATORS;
  const names = indicators.length === 1 ? findCommonNames(table).filter((name) => !totals?.has(name)) : [];
  const [name, qualifiers] = [indicators.join(ITEM_SEPARATOR), names.join(', ')];
  const subject = isNamed ? [name, qualifiers].filter((text) => text !== '').join(': ') : title;
  const figure = indicators.length === 1 ? findOnlyFigure(table) : null;
  const work = toCitedWork({
    key: makeKey([subject, figure?.period, retrievedOn].join(' ')),
    subject,
    figure,
    publisher: isCitedByPublisher ? publishers.join(' & ') : SITE_NAME,
    ...(isOfFigures ? describeEditions(rows, read) : { issued: null, version: null }),
    sources: isOfFigures ? listSourceTexts(rows, read) : [],
    permalink,
    retrievedOn,
  });
  return isCitedByPublisher ? work : { ...work, container: null, kind: isOfFigures ? 'DATA' : 'PAGE' };
}

/** Returns the area and the codes that all rows have in common. */
function findCommonNames({ columns, rows }: CitedData['table']): string[] {
  return columns.flatMap(({ role }, index) => {
    const [name, ...others] = role === 'area' || role === 'dimension' ? new Set(rows.map((row) => row[index])) : [];
    return typeof name === 'string' && name !== '' && others.length === 0 ? [name] : [];
  });
}

/** Returns the period and value of the only row, in English like the rest of a citation; null if there are several. */
function findOnlyFigure({ columns, rows }: CitedData['table']): CitedFigures['figure'] {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0) return null;
  const messages = messagesFor(['en']);
  const [period, value, unit] = (['period', 'value', 'unit'] as const).map((role) => {
    const index = columns.findIndex((column) => column.role === role);
    const items =
      index < 0 ? [] : toDisplayItems(row[index]!, columns[index]!, { messages, format: formatsFor(messages) });
    return items[0]?.text;
  });
  return period === undefined || value === undefined ? null : { period, value: [value, unit].join(' ').trim() };
}

/** Returns the date of the latest edition, and the text about all editions, including those of populations. */
function describeEditions(rows: readonly TableRow[], read: RoleReader): Pick<CitedFigures, 'issued' | 'version'> {
  const editions = listEditions(rows, read, ['vintage_date', 'vintage_date_of']);
  const populationEditions = listEditions(rows, read, ['population_vintage_date', 'population_vintage_date_of']);
  const populations = distinctTexts(rows, read, 'population').join(ITEM_SEPARATOR) || null;
  return {
    issued: latestPublicationDate(editions),
    version: formatVersion(formatEditions(editions), populations, formatEditions(populationEditions)),
  };
}

/** Returns the publication date of the latest edition of a table; null if unknown. */
export function findPublicationDate(table: Pick<ResultTable, 'columns' | 'rows'>): string | null {
  return latestPublicationDate(listEditions(table.rows, createReader(table), ['vintage_date', 'vintage_date_of']));
}

function listEditions(
  rows: readonly TableRow[],
  read: RoleReader,
  roles: readonly [date: ColumnRole, dateOf: ColumnRole],
): CitedEdition[] {
  return rows.flatMap((row) => {
    const [dates, kinds] = roles.map((role) => read(row, role)) as [string[], string[]];
    // If an edition has no date, dates cannot be matched to editions.
    const areDatesComplete = dates.length === kinds.length;
    return dates.map((date, index) => ({
      date,
      dateOf: areDatesComplete ? (kinds[index] as CitedEdition['dateOf']) : null,
    }));
  });
}

function listSourceTexts(rows: readonly TableRow[], read: RoleReader): string[] {
  const sourceTexts = rows.flatMap((row) => {
    const [titles, urls] = (['source', 'source_url'] as const).map((role) => read(row, role));
    // If a source has no URL, URLs cannot be matched to sources.
    return titles!.map((title, index) => formatSource(title, titles!.length === urls!.length ? urls![index]! : null));
  });
  return [...new Set(sourceTexts)];
}

/** Returns the texts of a row in the column with a role; empty if there are none. */
type RoleReader = (row: TableRow, role: ColumnRole) => readonly string[];

function createReader({ columns }: Pick<ResultTable, 'columns' | 'rows'>): RoleReader {
  const indexes = new Map(columns.map(({ role }, index) => [role, index]));
  return (row, role) => {
    const index = indexes.get(role);
    return index === undefined ? [] : cellTexts(row[index], columns[index]!);
  };
}

/** Returns the distinct texts of rows by role, in order. */
function distinctTexts(rows: readonly TableRow[], read: RoleReader, role: ColumnRole): string[] {
  return [...new Set(rows.flatMap((row) => read(row, role)))];
}

function makeKey(text: string): string {
  const words = foldText(text).replace(/['’]/g, '');
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
