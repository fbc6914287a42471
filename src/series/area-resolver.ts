import { distance } from 'fastest-levenshtein';
import { countries } from './iso-countries.js';
import {
  CODE_ALIASES,
  ISO_CODE_BY_COUNTRY_NAME,
  GROUP_ALIASES,
  GROUP_NAMES,
  NON_AREA_NAMES,
  NON_AREA_CODES,
  NON_AREA_CODES_BY_PUBLISHER,
  UNHCR_CODES,
} from './area-spellings.js';
import type { MembershipSpan } from './group-totals.js';
import { areaNameKey } from './area-name-key.js';
import { areasForCode, type DatedMeaning, type PublisherCode } from './publisher-code.js';

/** Codes, names and members of an area. */
export interface AreaDefinition {
  code: string;
  /** Type name of the kind. */
  kind: string;
  titles: Readonly<Record<string, string>>;
  /** ISO 3166 alpha-3 code; null for areas that are not countries. */
  alpha3: string | null;
  codes: readonly PublisherCode[];
  /** Further names. Not used to resolve texts in the files of publishers. */
  otherNames?: readonly string[];
  /** Words for the people of a country. */
  demonyms?: readonly string[];
  /** Members of a group. Without dates for a fixed list. */
  members?: readonly MembershipSpan[];
}

/** A group with known members. */
export type GroupWithMembers = Required<Pick<AreaDefinition, 'code' | 'members'>>;

/** Properties of an area column that affect the meaning of its texts. */
export interface AreaColumnContext {
  /** Publisher of the file; null if unknown. */
  publisher: string | null;
  /** Whether the column contains UNHCR's own codes, which conflict with ISO 3166. */
  ownUnhcrCodes?: boolean;
  /** Date of the file's last change; null for an undated file. Absent for texts that are not from a file. */
  day?: string | null;
}

/** Result of resolving a text to an area. */
export type AreaResolution =
  /** An area with an entry. `others` are further areas that the publisher's code can mean. */
  | { outcome: 'AREA'; code: string; matchedBy: string; others?: readonly string[] }
  /** A country or group without an entry. */
  | { outcome: 'NO_ENTRY'; code: string; matchedBy: string }
  /** A text with a known meaning that is not an area, such as stateless persons. */
  | { outcome: 'NO_AREA'; what: string }
  /** An unknown text. `reason` explains why a known code does not apply to this file. */
  | { outcome: 'UNKNOWN'; reason?: string };

type AreaFound = { code: string; matchedBy: string; others?: readonly string[] };
/** Areas by text; null for an ambiguous text. */
type Meanings = Map<string, AreaFound | null>;

const MAX_SUGGESTIONS = 3;
const UNKNOWN_PUBLISHER: AreaColumnContext = { publisher: null };

/** Finds areas by code, alias or name. Codes precede names; codes of the publisher precede others. */
export class AreaResolver {
  private readonly entries = new Map<string, AreaDefinition>();
  /** Meanings of publishers' codes, by lower-case publisher and upper-case code. */
  private readonly publisherCodes = new Map<string, DatedMeaning[]>();
  private readonly alpha3 = new Map<string, string>();
  private readonly codesOfAnyPublisher = new Map<string, DatedMeaning[]>();
  private readonly titles: Meanings = new Map();
  private readonly isoNames: Meanings = new Map();
  private readonly resolutions = new Map<string, AreaResolution>();

  constructor(areas: readonly AreaDefinition[]) {
    for (const area of areas) {
      this.entries.set(area.code, area);
      if (area.alpha3 !== null) this.alpha3.set(area.alpha3, area.code);
      for (const { publisher, code, from = null, to = null } of area.codes) {
        const meaning = { area: area.code, publisher, from, to };
        appendMeaning(this.publisherCodes, `${publisher.toLowerCase()} ${normaliseCode(code)}`, meaning);
        appendMeaning(this.codesOfAnyPublisher, normaliseCode(code), meaning);
      }
      for (const [locale, title] of Object.entries(area.titles)) {
        addMeaning(this.titles, areaNameKey(title), { code: area.code, matchedBy: `its name (${locale})` });
      }
    }
    for (const [alpha2, names] of Object.entries(countries.getNames('en', { select: 'all' }))) {
      for (const name of names)
        addMeaning(this.isoNames, areaNameKey(name), { code: alpha2, matchedBy: 'its English name' });
    }
  }

  get groups(): GroupWithMembers[] {
    return [...this.entries.values()].flatMap(({ code, members = [] }) =>
      members.length > 0 ? [{ code, members }] : [],
    );
  }

  resolve(text: string, column: AreaColumnContext = UNKNOWN_PUBLISHER): AreaResolution {
    const cacheKey = `${column.publisher ?? ''}${column.ownUnhcrCodes ? '!' : ' '}${column.day === undefined ? '-' : column.day} ${text}`;
    let resolution = this.resolutions.get(cacheKey);
    if (resolution === undefined) {
      resolution = this.findArea(text, column);
      if (this.resolutions.size < 100_000) this.resolutions.set(cacheKey, resolution);
    }
    return resolution;
  }

  /** Returns up to three similar codes and names, most similar first. */
  suggestions(text: string): string[] {
    const codeText = normaliseCode(text);
    // Short texts are similar to too many codes, so they have no suggestions.
    if (codeText.length < 4 || codeText.length > 80) return [];
    const maxDistance = Math.max(1, Math.floor(codeText.length / 4));
    const names = [
      ...[...this.entries.values()].flatMap((area) => [area.code, ...Object.values(area.titles)]),
      ...Object.values(countries.getNames('en')),
    ];
    return [...new Set(names)]
      .map((name) => ({ name, away: distance(codeText, normaliseCode(name)) }))
      .filter(({ away }) => away <= maxDistance && away < codeText.length - 1)
      .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
      .slice(0, MAX_SUGGESTIONS)
      .map(({ name }) => name);
  }

  private findArea(text: string, column: AreaColumnContext): AreaResolution {
    const code = normaliseCode(text);
    const publisher = column.publisher?.toLowerCase() ?? '';
    if (column.ownUnhcrCodes) {
      const iso = UNHCR_CODES.get(code);
      if (iso !== undefined) return this.country(countries.alpha3ToAlpha2(iso)!, "UNHCR's code");
    }
    const nonArea = this.findNonArea(text, code, publisher);
    if (nonArea !== undefined) return { outcome: 'NO_AREA', what: nonArea };
    const found = this.byCode(code, publisher, column.day) ?? this.byName(text);
    if (found === undefined) return { outcome: 'UNKNOWN' };
    if ('reason' in found) return { outcome: 'UNKNOWN', reason: found.reason };
    return { outcome: this.entries.has(found.code) ? 'AREA' : 'NO_ENTRY', ...found };
  }

  private findNonArea(text: string, code: string, publisher: string): string | undefined {
    if (this.publisherCodes.has(`${publisher} ${code}`) || this.entries.has(code)) return undefined;
    return (
      NON_AREA_CODES_BY_PUBLISHER[publisher]?.get(code) ??
      NON_AREA_CODES.get(code) ??
      NON_AREA_NAMES.get(areaNameKey(text))
    );
  }

  private byCode(
    code: string,
    publisher: string,
    day: string | null | undefined,
  ): AreaFound | { reason: string } | undefined {
    const ownMeanings = this.publisherCodes.get(`${publisher} ${code}`);
    if (ownMeanings !== undefined) return chooseMeaning(code, ownMeanings, day, () => `the publisher's code`);
    if (this.entries.has(code)) return { code, matchedBy: 'its code' };
    const areaCode = this.alpha3.get(code);
    if (areaCode !== undefined) return { code: areaCode, matchedBy: 'its three-letter code' };
    const otherMeanings = this.codesOfAnyPublisher.get(code);
    if (otherMeanings !== undefined) {
      const found = chooseMeaning(code, otherMeanings, day, ({ publisher: other }) => `its code at ${other}`);
      // Several meanings are returned only if they have the same publisher, so that group sums can distinguish them.
      const hasOnePublisher = new Set(otherMeanings.map((meaning) => meaning.publisher)).size === 1;
      if (!('others' in found) || (hasOnePublisher && day !== undefined)) return found;
    }
    const alias = CODE_ALIASES.get(code) ?? GROUP_ALIASES.get(code);
    if (alias !== undefined) return { code: alias, matchedBy: 'an alias of its code' };
    return isoCode(code);
  }

  private byName(text: string): AreaFound | undefined {
    const key = areaNameKey(text);
    if (key === '') return undefined;
    const title = this.titles.get(key);
    if (title !== undefined) return title ?? undefined;
    const namedCode = ISO_CODE_BY_COUNTRY_NAME.get(key) ?? GROUP_NAMES.get(key);
    if (namedCode !== undefined) return { code: namedCode, matchedBy: "a publisher's spelling of its name" };
    return this.isoNames.get(key) ?? undefined;
  }

  private country(alpha2: string, matchedBy: string): AreaResolution {
    return { outcome: this.entries.has(alpha2) ? 'AREA' : 'NO_ENTRY', code: alpha2, matchedBy };
  }
}

/** Finds a country by its ISO 3166 code: alpha-2, alpha-3, or numeric as in M49. */
function isoCode(code: string): AreaFound | undefined {
  if (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) return { code, matchedBy: 'its ISO code' };
  if (/^[A-Z]{3}$/.test(code)) {
    const alpha2 = countries.alpha3ToAlpha2(code);
    return alpha2 === undefined ? undefined : { code: alpha2, matchedBy: 'its three-letter code' };
  }
  if (/^\d{1,3}$/.test(code)) {
    const alpha2 = countries.numericToAlpha2(code.padStart(3, '0'));
    return alpha2 === undefined ? undefined : { code: alpha2, matchedBy: 'its M49 number' };
  }
  return undefined;
}

/** Returns the meaning of a code on the date of a file, or the reason why it has none. */
function chooseMeaning(
  code: string,
  meanings: readonly DatedMeaning[],
  day: string | null | undefined,
  matchedBy: (meaning: DatedMeaning) => string,
): AreaFound | { reason: string } {
  const areas = areasForCode(meanings, day);
  const area = areas.at(-1);
  if (area === undefined) {
    const spans = meanings.map(
      ({ area: areaCode, from, to }) => `${areaCode} from ${from ?? 'the beginning'} to ${to ?? 'today'}`,
    );
    return { reason: `"${code}" is not the code of an area in a file of ${day}: ${spans.join(', ')}` };
  }
  const found = { code: area, matchedBy: matchedBy(meanings.find((meaning) => meaning.area === area)!) };
  return areas.length === 1 ? found : { ...found, others: areas.slice(0, -1) };
}

function appendMeaning(meanings: Map<string, DatedMeaning[]>, key: string, meaning: DatedMeaning): void {
  const existingMeanings = meanings.get(key);
  if (existingMeanings === undefined) meanings.set(key, [meaning]);
  else existingMeanings.push(meaning);
}

function normaliseCode(text: string): string {
  return text.trim().toUpperCase();
}

/** Adds the meaning of a text. A text with two meanings becomes ambiguous. */
function addMeaning(meanings: Meanings, text: string, meaning: AreaFound): void {
  const existing = meanings.get(text);
  if (existing === undefined) meanings.set(text, meaning);
  else if (existing?.code !== meaning.code) meanings.set(text, null);
}
