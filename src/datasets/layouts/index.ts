import type { Recogniser } from '../layout.js';
import { eurostatLegacy } from './eurostat-legacy.js';
import { eurostatTsv } from './eurostat-tsv.js';
import { frontex } from './frontex.js';
import { jsonStat } from './json-stat.js';
import { missingMigrants } from './missing-migrants.js';
import { owid } from './owid.js';
import { ownTable, plainTable } from './plain-table.js';
import { sdmxCsv } from './sdmx-csv.js';
import { unDesaLong, unDesaProspects, unDesaSheet } from './un-desa.js';
import { unhcrArrivals } from './unhcr-arrivals.js';
import { unhcr } from './unhcr.js';
import { unodc } from './unodc.js';
import { worldBank } from './world-bank.js';

/** Known layouts, most specific first. */
export const RECOGNISERS: readonly Recogniser[] = [
  jsonStat,
  eurostatTsv,
  sdmxCsv,
  eurostatLegacy,
  ownTable,
  missingMigrants,
  unhcrArrivals,
  unhcr,
  worldBank,
  owid,
  unDesaProspects,
  unDesaSheet,
  unDesaLong,
  frontex,
  unodc,
  plainTable,
];
