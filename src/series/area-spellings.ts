import { nameKey } from './name-key.js';

/** Codes of publishers that are not in ISO 3166, with the ISO code of the country that is meant. */
export const CODE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['EL', 'GR'],
  ['UK', 'GB'],
  ['XKX', 'XK'],
  ['XKK', 'XK'],
  ['KOS', 'XK'],
  ['XKV', 'XK'],
  ['OWID_KOS', 'XK'],
  ['412', 'XK'],
  // UNHCR means "unknown origin" by it; that reading comes first for its files.
  ['UNK', 'XK'],
  ['ROM', 'RO'],
  ['ZAR', 'CD'],
  ['TMP', 'TL'],
]);

/** Codes of groups of countries and the like, with the code that such a group has here. */
export const GROUP_ALIASES: ReadonlyMap<string, string> = new Map([
  ['OWID_WRL', 'WORLD'],
  ['WLD', 'WORLD'],
  ['001', 'WORLD'],
  ['900', 'WORLD'],
  ['OWID_EU27', 'EU27_2020'],
  ['EU27_2020', 'EU27_2020'],
  ['EU28', 'EU28'],
]);

/** What stands in a column of areas without being one, in words. */
export const NO_AREAS: ReadonlyMap<string, string> = new Map([
  ['-', 'all areas together'],
  ['XXA', 'stateless persons'],
  ['STL', 'stateless persons'],
  ['STLS', 'stateless persons'],
  ['OOO', 'an unknown origin'],
]);

/** The same, in codes that mean something else, or nothing, to other publishers than the one that they stand under. */
export const NO_AREAS_OF: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  unhcr: new Map([
    ['UNK', 'an unknown origin'],
    ['UKN', 'an unknown origin'],
    ['STA', 'stateless persons'],
    ['VAR', 'various or unknown'],
    ['XXX', 'various or unknown'],
  ]),
};

/** Names in the columns of areas that are none. */
export const NO_AREA_NAMES: ReadonlyMap<string, string> = keyed([
  ['Stateless', 'stateless persons'],
  ['Unknown', 'an unknown origin'],
  ['Various', 'various or unknown'],
  ['Various/Unknown', 'various or unknown'],
  ['Total', 'all areas together'],
]);

/** Names of groups as publishers write them. */
export const GROUP_NAMES: ReadonlyMap<string, string> = keyed([
  ['European Union - 27 countries (from 2020)', 'EU27_2020'],
  ['European Union (27 countries from 2020)', 'EU27_2020'],
  ['European Union (28 countries)', 'EU28'],
  ['European Union - 28 countries (2013-2020)', 'EU28'],
  ['European Union - 27 countries (2007-2013)', 'EU27_2007'],
  ['European Union (27 countries)', 'EU27_2007'],
  ['Euro area - 19 countries (2015-2022)', 'EA19'],
  ['Euro area (19 countries)', 'EA19'],
  ['Euro area – 20 countries (from 2023)', 'EA20'],
  ['Euro area - 20 countries (2023-2025)', 'EA20'],
  ['Euro area - 21 countries (from 2026)', 'EA21'],
  ['World', 'WORLD'],
]);

/** Names of countries as publishers write them, where no rule leads from them to the name in ISO 3166. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = keyed([
  ['Congo', 'CG'],
  ['Brazzaville Congo', 'CG'],
  ['Kinshasa Congo', 'CD'],
  ['DR Congo', 'CD'],
  ['Germany (until 1990 former territory of the FRG)', 'DE'],
  ['Kosovo (under United Nations Security Council Resolution 1244/99)', 'XK'],
  ['Kosovo under UNSCR 1244', 'XK'],
  ['Kosovo (UNSCR 1244/99)', 'XK'],
  ['Former Yugoslav Republic of Macedonia, the', 'MK'],
  ['North Macedonia', 'MK'],
  ['TFYR Macedonia', 'MK'],
  ['Macedonia', 'MK'],
  ['Macedonia, FYR', 'MK'],
  ['Syria', 'SY'],
  ['Moldova', 'MD'],
  ['Laos', 'LA'],
  ['Lao PDR', 'LA'],
  ['Viet Nam', 'VN'],
  ['Burma', 'MM'],
  ['Palestinian', 'PS'],
  ['Palestine', 'PS'],
  ['West Bank and Gaza', 'PS'],
  ['Palestinian Territories', 'PS'],
  ['Occupied Palestinian Territory', 'PS'],
  ['Palestinian Territory', 'PS'],
  ['Swaziland', 'SZ'],
  ['Cabo Verde', 'CV'],
  ['Ivory Coast', 'CI'],
  ['Slovak Republic', 'SK'],
  ['Kyrgyz Republic', 'KG'],
  ['Timor', 'TL'],
  ['East Timor', 'TL'],
  ['Holy See', 'VA'],
  ['Vatican', 'VA'],
  ['Vatican City State', 'VA'],
  ['Brunei', 'BN'],
  ['Yemen, Rep.', 'YE'],
  ['Venezuela, RB', 'VE'],
  ['Venezuela (Bolivarian Republic of)', 'VE'],
  ['Bolivia (Plurinational State of)', 'BO'],
  ['Hong Kong SAR, China', 'HK'],
  ['China, Hong Kong SAR', 'HK'],
  ['China including Hong Kong', 'CN'],
  ['Macao SAR, China', 'MO'],
  ['China, Macao SAR', 'MO'],
  ['China, Hong Kong Special Administrative Region', 'HK'],
  ['China, Macao Special Administrative Region', 'MO'],
  ['Macau', 'MO'],
  ['Caribbean Netherlands', 'BQ'],
  ['Cocos Islands', 'CC'],
  ['United States Virgin Islands', 'VI'],
  ['Egypt, Arab Rep.', 'EG'],
  ["Korea, Dem. People's Rep.", 'KP'],
  ["Democratic People's Republic of Korea", 'KP'],
  ['Tanzania', 'TZ'],
  ['Micronesia', 'FM'],
  ['Micronesia (country)', 'FM'],
  ['Virgin Islands (U.S.)', 'VI'],
  ['Virgin Islands, British', 'VG'],
  ['Saint Martin (French part)', 'MF'],
  ['St. Martin (French part)', 'MF'],
  ['Sint Maarten (Dutch part)', 'SX'],
  ['Faeroe Islands', 'FO'],
  ['Falkland Islands', 'FK'],
  ['Falkland Islands (Malvinas)', 'FK'],
  ['Saint Helena', 'SH'],
  ['Pitcairn', 'PN'],
  ['Wallis and Futuna Islands', 'WF'],
  ['United Kingdom of Great Britain and Northern Ireland', 'GB'],
  ['Netherlands (Kingdom of the)', 'NL'],
  ['Taiwan', 'TW'],
  ['Russia', 'RU'],
  ['Iran', 'IR'],
]);

function keyed(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(pairs.map(([name, meaning]) => [nameKey(name), meaning]));
}
