import spellings from './area-spellings.json' with { type: 'json' };
import { areaNameKey } from './area-name-key.js';

/** Publishers' codes outside ISO 3166, with the ISO code of the country. */
export const CODE_ALIASES = mapOf(spellings.codes);

/**
 * UNHCR's own codes that differ from ISO 3166, with the ISO code of the country. Some are ISO codes of other countries
 * (AUS is Austria), so they apply only to columns of UNHCR codes (`coa` and `coo` in its API).
 */
export const UNHCR_CODES = mapOf(spellings.unhcrCodes);

/** Codes of groups, with the code that the group has here. */
export const GROUP_ALIASES = mapOf(spellings.groupCodes);

/** Codes in area columns that mean no area, with their meanings. */
export const NO_AREAS = mapOf(spellings.noAreas);

/** The same by publisher, for codes that mean something else elsewhere. */
export const NO_AREAS_OF: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  unhcr: mapOf(spellings.noAreasOf.unhcr),
};

/** Names in area columns that mean no area. */
export const NO_AREA_NAMES = keyed(spellings.noAreaNames);

/** Publishers' names of groups. */
export const GROUP_NAMES = keyed(spellings.groupNames);

/** Publishers' names of countries that no rule derives from the name in ISO 3166. */
export const COUNTRY_NAMES = keyed(spellings.countryNames);

function mapOf(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table));
}

function keyed(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([name, meaning]) => [areaNameKey(name), meaning]));
}
