import type { Vintage } from '../store/figures.js';

/** What is cited, as far as it is known. Dates are partial: 2024, 2024-06 or 2024-06-18. */
export interface Work {
  /** A short name, unique among what is cited together; letters, digits and hyphens. */
  key: string;
  kind: 'DATA' | 'PAGE' | 'DOCUMENT';
  title: string;
  /** The body or the people that answer for it. */
  author: string | null;
  publisher: string | null;
  issued: string | null;
  accessed: string | null;
  /** As in "edition of 2024-06-18". */
  version: string | null;
  /** The collection that it is part of. */
  container: string | null;
  url: string | null;
  note: string | null;
}

/** Figures that are cited, as far as they are known. */
export interface CitedFigures {
  /** As of `Work`. */
  key: string;
  /** What is measured, of what area and by which codes, as in "Asylum applicants: Italy". */
  subject: string;
  /** The one figure that is cited, as in "2023" and "135,820 persons"; null for all of them. */
  figure: { period: string; value: string } | null;
  publisher: string | null;
  /** When the vintage was published; null where that is not known. */
  issued: string | null;
  /** As in "edition of 2024-06-18". */
  version: string | null;
  /** What the figures were read in, as `sourceText` says it. */
  sources: readonly string[];
  /** Where the same figures can be seen again. */
  permalink: string | null;
  /** When they were retrieved from there; null where that is not said. */
  retrievedOn: string | null;
}

/** What figures are part of. */
export const KNOWLEDGE_BASE = 'Signpost';
/** More sources than these are counted. */
const MOST_SOURCES = 3;

/** Figures as a work to be cited. */
export function figuresWork(cited: CitedFigures): Work {
  const { key, subject, figure, publisher, issued, version, sources, permalink, retrievedOn } = cited;
  const more = sources.length - MOST_SOURCES;
  const read = [...sources.slice(0, MOST_SOURCES), ...(more > 0 ? [`${more} more`] : [])];
  return {
    key,
    kind: 'DATA',
    title: figure === null ? subject : `${subject}, ${figure.period}: ${figure.value}`,
    author: publisher,
    publisher,
    issued,
    accessed: retrievedOn,
    version,
    container: KNOWLEDGE_BASE,
    url: permalink,
    note: read.length > 0 ? `Read in: ${read.join('; ')}` : null,
  };
}

/** An edition by its date; where nobody says what that is the date of, it is taken for that of its publication. */
export interface CitedEdition {
  date: string;
  dateOf: Vintage['dateOf'] | null;
}

/**
 * As in "edition of 2024", "editions of 2023 and 2024", "editions of 2021 to 2024" and, for what was published nobody knows
 * when, "edition of 2024 or later" and "as retrieved 2024-06-18"; null for none.
 */
export function editionsText(editions: readonly CitedEdition[]): string | null {
  const published = spanText(editions.filter(isPublished));
  const later = spanText(editions.filter(({ dateOf }) => dateOf === 'NOT_BEFORE'));
  const retrieved = spanText(editions.filter(({ dateOf }) => dateOf === 'RETRIEVAL'));
  const parts = [
    published && `${published.isOne ? 'edition' : 'editions'} of ${published.text}`,
    later && `${later.isOne ? 'edition' : 'editions'} of ${later.text} or later`,
    retrieved && `as retrieved ${retrieved.text}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** When the newest edition was published of which that is known; null for none. */
export function findIssued(editions: readonly CitedEdition[]): string | null {
  return datesOf(editions.filter(isPublished)).at(-1) ?? null;
}

function isPublished({ dateOf }: CitedEdition): boolean {
  return dateOf !== 'RETRIEVAL' && dateOf !== 'NOT_BEFORE';
}

function datesOf(editions: readonly CitedEdition[]): string[] {
  return [...new Set(editions.map(({ date }) => date))].sort();
}

function spanText(editions: readonly CitedEdition[]): { text: string; isOne: boolean } | null {
  const [first, ...others] = datesOf(editions);
  const last = others.at(-1);
  if (first === undefined) return null;
  if (last === undefined) return { text: first, isOne: true };
  return { text: `${first} ${others.length === 1 ? 'and' : 'to'} ${last}`, isOne: false };
}

/** Of which editions figures are, and those by which of which population they were divided; null where nothing is known. */
export function versionText(
  editions: string | null,
  population: string | null,
  itsEditions: string | null,
): string | null {
  const divided = population && `divided by ${population}`;
  const parts = [editions, divided, divided && itsEditions].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** What figures were read in, by its title and where it is. */
export function sourceText(title: string, url: string | null): string {
  return url === null ? title : `${title} (${url})`;
}

/** A form of a citation. */
export type CitationStyle = 'APA' | 'BIBTEX' | 'CSL_JSON';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const CSL_TYPES = { DATA: 'dataset', PAGE: 'webpage', DOCUMENT: 'document' } as const;

/** How a work is cited in a style; null is the first. The same work gives the same text. */
export function formatCitation(work: Work, style: CitationStyle | null): string {
  return { APA: apa, BIBTEX: bibtex, CSL_JSON: cslJson }[style ?? 'APA'](work);
}

/** Author. (Date). Title (Version) [Kind]. Container. Publisher. Note. Retrieved date, from address. */
function apa(work: Work): string {
  const { title, author, publisher, issued, accessed, version, container, url, note, kind } = work;
  const date = `(${issued === null ? 'n.d.' : apaDate(issued)})`;
  const name = `${title}${version === null ? '' : ` (${version})`}${kind === 'DATA' ? ' [Data set]' : ''}`;
  const parts = author === null ? [name, date] : [author, date, name];
  const after = [container, publisher === author ? null : publisher, note].filter((part) => part !== null);
  const text = [...parts, ...after].map(sentence).join(' ');
  if (url === null) return text;
  return accessed === null ? `${text} ${url}` : `${text} Retrieved ${apaDay(accessed)}, from ${url}`;
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function apaDate(date: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  return `${year}, ${MONTHS[Number(month) - 1]}${day === undefined ? '' : ` ${Number(day)}`}`;
}

/** As it is written in a sentence: June 18, 2024. */
function apaDay(date: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year!;
  return `${MONTHS[Number(month) - 1]}${day === undefined ? '' : ` ${Number(day)},`} ${year}`;
}

/** Braces within braces keep the names of bodies and capital letters as they are. */
function bibtex(work: Work): string {
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
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {{${escaped(value)}}}`] : []));
  if (month !== undefined) lines.push(`  month = ${MONTHS[Number(month) - 1]!.slice(0, 3).toLowerCase()}`);
  if (work.url !== null) lines.push(`  url = {${work.url.replace(/[{}\\]/g, encodeURIComponent)}}`);
  return `@misc{${work.key},\n${lines.join(',\n')}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces, escaped ones too.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\~^{}&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

function cslJson(work: Work): string {
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
