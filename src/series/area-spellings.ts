import spellings from './area-spellings.json' with { type: 'json' };
import { areaNameKey } from './area-name-key.js';

/** ISO codes by other codes that publishers use. */
export const CODE_ALIASES = mapOf(spellings.codes);

/** ISO codes by UNHCR's own codes. Some mean other countries in ISO (AUS), so they apply only to `coa` and `coo`. */
export const UNHCR_CODES = mapOf(spellings.unhcrCodes);

/** Codes of groups, by the codes that publishers use. */
export const GROUP_ALIASES = mapOf(spellings.groupCodes);

/** Codes that do not mean an area, with their meanings. */
export const NON_AREA_CODES = mapOf(spellings.noAreas);

/** Codes that do not mean an area, by publisher. Other publishers use them differently. */
export const NON_AREA_CODES_BY_PUBLISHER: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  unhcr: mapOf(spellings.noAreasOf.unhcr),
};

/** Names that do not mean an area. */
export const NON_AREA_NAMES = byNameKey(spellings.noAreaNames);

/** Codes of groups, by the names that publishers use. */
export const GROUP_NAMES = byNameKey(spellings.groupNames);

/** ISO codes by publishers' country names that cannot be derived from the ISO 3166 name. */
export const ISO_CODE_BY_COUNTRY_NAME = byNameKey(spellings.countryNames);

function mapOf(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table));
}

function byNameKey(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([name, meaning]) => [areaNameKey(name), meaning]));
}
