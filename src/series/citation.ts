import type { Vintage } from '../store/figures.js';
import { monthNames } from './period.js';

/** A work to cite. Dates are partial: 2024, 2024-06 or 2024-06-18. */
export interface CitedWork {
  /** Citation key, unique among the cited works. Contains letters, digits and hyphens. */
  key: string;
  kind: 'DATA' | 'PAGE' | 'DOCUMENT';
  title: string;
  author: string | null;
  publisher: string | null;
  issued: string | null;
  accessed: string | null;
  /** Version, such as "edition of 2024-06-18". */
  version: string | null;
  /** Collection that contains the work. */
  container: string | null;
  url: string | null;
  note: string | null;
}

/** A series, or one of its figures, to cite. */
export interface CitedFigures {
  /** Citation key, unique among the cited works. */
  key: string;
  /** Indicator, area and codes, as in "Asylum applicants: Italy". */
  subject: string;
  /** The cited figure, as in "2023" and "135,820 persons"; null for the whole series. */
  figure: { period: string; value: string } | null;
  publisher: string | null;
  /** Publication date of the vintage; null if unknown. */
  issued: string | null;
  /** Version, such as "edition of 2024-06-18". */
  version: string | null;
  /** Sources, formatted by `formatSource`. */
  sources: readonly string[];
  permalink: string | null;
  retrievedOn: string | null;
}

export const SITE_NAME = 'Signpost';
/** Maximum number of sources to name. Further ones are counted. */
const MAX_SOURCES = 3;

/** Describes cited figures as a work, so that `formatCitation` can format them. */
export function toCitedWork(cited: CitedFigures): CitedWork {
  const { key, subject, figure, publisher, issued, version, sources, permalink, retrievedOn } = cited;
  const extraCount = sources.length - MAX_SOURCES;
  const sourceNames = [...sources.slice(0, MAX_SOURCES), ...(extraCount > 0 ? [`${extraCount} more`] : [])];
  return {
    key,
    kind: 'DATA',
    title: figure === null ? subject : `${subject}, ${figure.period}: ${figure.value}`,
    author: publisher,
    publisher,
    issued,
    accessed: retrievedOn,
    version,
    container: SITE_NAME,
    url: permalink,
    note: sourceNames.length > 0 ? `Read in: ${sourceNames.join('; ')}` : null,
  };
}

/** An edition with its date, which is treated as a publication date if its meaning is unknown. */
export interface CitedEdition {
  date: string;
  dateOf: Vintage['dateOf'] | null;
}

/**
 * Formats editions, as in "edition of 2024", "editions of 2023 and 2024", "editions of 2021 to 2024", "edition of 2024
 * or later" or "as retrieved 2024-06-18". Returns null if there are none.
 */
export function formatEditions(editions: readonly CitedEdition[]): string | null {
  const published = spanText(editions.filter(isPublished));
  const later = spanText(editions.filter(({ dateOf }) => dateOf === 'NOT_BEFORE'));
  const retrieved = spanText(editions.filter(({ dateOf }) => dateOf === 'RETRIEVAL'));
  const citationParts = [
    published && `${published.isSingle ? 'edition' : 'editions'} of ${published.text}`,
    later && `${later.isSingle ? 'edition' : 'editions'} of ${later.text} or later`,
    retrieved && `as retrieved ${retrieved.text}`,
  ].filter((part) => part !== null);
  return citationParts.length === 0 ? null : citationParts.join(', ');
}

/** Returns the latest publication date; null if there is none. */
export function latestPublicationDate(editions: readonly CitedEdition[]): string | null {
  return datesOf(editions.filter(isPublished)).at(-1) ?? null;
}

function isPublished({ dateOf }: CitedEdition): boolean {
  return dateOf !== 'RETRIEVAL' && dateOf !== 'NOT_BEFORE';
}

function datesOf(editions: readonly CitedEdition[]): string[] {
  return [...new Set(editions.map(({ date }) => date))].sort();
}

function spanText(editions: readonly CitedEdition[]): { text: string; isSingle: boolean } | null {
  const [first, ...otherDates] = datesOf(editions);
  const last = otherDates.at(-1);
  if (first === undefined) return null;
  if (last === undefined) return { text: first, isSingle: true };
  return { text: `${first} ${otherDates.length === 1 ? 'and' : 'to'} ${last}`, isSingle: false };
}

/** Formats the version of figures: their editions, the population used as divisor, and its editions. Null if none. */
export function formatVersion(
  editions: string | null,
  population: string | null,
  divisorEditions: string | null,
): string | null {
  const divided = population && `divided by ${population}`;
  const versionParts = [editions, divided, divided && divisorEditions].filter((part) => part !== null);
  return versionParts.length === 0 ? null : versionParts.join(', ');
}

/** Formats a source for a citation: its title, followed by the URL if it has one. */
export function formatSource(title: string, url: string | null): string {
  return url === null ? title : `${title} (${url})`;
}

export type CitationStyle = 'APA' | 'BIBTEX' | 'CSL_JSON';

const MONTHS = monthNames('en');
const CSL_TYPES = { DATA: 'dataset', PAGE: 'webpage', DOCUMENT: 'document' } as const;

/** Formats a citation. Default style: APA. */
export function formatCitation(work: CitedWork, style: CitationStyle | null): string {
  return { APA: apa, BIBTEX: bibtex, CSL_JSON: cslJson }[style ?? 'APA'](work);
}

/** Formats as: Author. (Date). Title (Version) [Data set]. Container. Publisher. Note. Retrieved date, from URL. */
function apa(work: CitedWork): string {
  const { title, author, publisher, issued, accessed, version, container, url, note, kind } = work;
  const date = `(${issued === null ? 'n.d.' : apaDate(issued)})`;
  const name = `${title}${version === null ? '' : ` (${version})`}${kind === 'DATA' ? ' [Data set]' : ''}`;
  const nameParts = author === null ? [name, date] : [author, date, name];
  const rest = [container, publisher === author ? null : publisher, note].filter((part) => part !== null);
  const text = [...nameParts, ...rest].map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
  if (url === null) return text;
  return accessed === null ? `${text} ${url}` : `${text} Retrieved ${apaDay(accessed)}, from ${url}`;
}

function apaDate(date: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  return `${year}, ${MONTHS[Number(month) - 1]}${day === undefined ? '' : ` ${Number(day)}`}`;
}

/** Formats a date as in "June 18, 2024". */
function apaDay(date: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  return `${MONTHS[Number(month) - 1]}${day === undefined ? '' : ` ${Number(day)},`} ${year}`;
}

/** Formats a BibTeX entry. Double braces preserve capital letters and names of organisations. */
function bibtex(work: CitedWork): string {
  const [year, month] = (work.issued ?? '').split('-');
  const fields: [string, string | null | undefined][] = [
    ['title', work.title],
    ['author', work.author],
    ['publisher', work.publisher],
    ['howpublished', work.kind === 'DATA' ? 'Data set' : null],
    ['series', work.container],
    ['year', year],
    ['date', work.issued],
    ['version', work.version],
    ['urldate', work.accessed],
    ['note', work.note],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {{${escapeTex(value)}}}`] : []));
  if (month !== undefined) lines.push(`  month = ${MONTHS[Number(month) - 1]!.slice(0, 3).toLowerCase()}`);
  if (work.url !== null) lines.push(`  url = {${work.url.replace(/[{}\\]/g, encodeURIComponent)}}`);
  return `@misc{${work.key},\n${lines.join(',\n')}\n}\n`;
}

const TEX_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts escaped braces too.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

function escapeTex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\~^{}&%$#_]/g, (character) => TEX_ESCAPES[character] ?? `\\${character}`);
}

function cslJson(work: CitedWork): string {
  const { key, kind, title, author, publisher, issued, accessed, version, container, url, note } = work;
  const item = {
    id: key,
    type: CSL_TYPES[kind],
    title,
    ...(author !== null && { author: [{ literal: author }] }),
    ...(publisher !== null && { publisher }),
    ...(issued !== null && { issued: dateParts(issued) }),
    ...(accessed !== null && { accessed: dateParts(accessed) }),
    ...(version !== null && { version }),
    ...(container !== null && { 'container-title': container }),
    ...(url !== null && { URL: url }),
    ...(note !== null && { note }),
  };
  return JSON.stringify([item], null, 2);
}

function dateParts(date: string): { 'date-parts': number[][] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}
