import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mappingFromFields, parseMappingFile } from '../src/datasets/mapping-file.js';
import { startEmbedded } from '../src/embedded/index.js';
import { checkFile, type Databases, type ReadHints } from '../test/datasets/facts/check-file.js';
import type { KnownFact } from '../test/datasets/facts/known-facts.js';

/** Number of compared facts of a folder, and the facts that differ. */
export interface FolderCheck {
  files: number;
  facts: number;
  differences: string[];
}

/**
 * Imports every file in a folder's `facts.json` into temporary databases, and compares its facts with API responses.
 * A file of unknown layout has a mapping, in `<name>.mapping.yaml` or in this script.
 */
export async function checkFolder(folder: string, databases: Databases): Promise<FolderCheck> {
  const { files } = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as {
    files: Record<string, { facts: KnownFact[] }>;
  };
  const check: FolderCheck = { files: 0, facts: 0, differences: [] };
  for (const [name, { facts }] of Object.entries(files)) {
    for (const hints of hintsFor(folder, name, facts)) {
      const checked = await checkFile(join(folder, name), facts.filter(hints.accepts).map(placed), hints, databases);
      check.facts += checked.length;
      for (const { fact, found, agrees } of checked) {
        if (!agrees) check.differences.push(`${name}: ${fact.what}: ${String(fact.value)}, but found ${String(found)}`);
      }
    }
    check.files += 1;
  }
  return check;
}

/** Read hints, with the facts that they apply to. */
type Reading = ReadHints & { accepts: (fact: KnownFact) => boolean };

const PLAIN: Reading = { mapping: null, period: null, isList: false, accepts: () => true };

/** Returns the read hints for a file: for its sheets, its mapping, or a layout recognised by its first lines. */
function hintsFor(folder: string, name: string, facts: readonly KnownFact[]): Reading[] {
  const sheets = new Set(facts.flatMap(({ sheet }) => sheet ?? []));
  if (sheets.size > 0) return [...sheets].map(sheetOf);
  const path = join(folder, `${name}.mapping.yaml`);
  if (existsSync(path)) return [{ ...PLAIN, mapping: parseMappingFile(readFileSync(path, 'utf8')) }];
  const head = readFileSync(join(folder, name)).subarray(0, 4096).toString('latin1');
  if (head.includes('"Index Num"')) return [{ ...PLAIN, mapping: parseMappingFile(UNACCOMPANIED_MINORS) }];
  if (/"?Country Code"?,"?Region"?,/.test(head) || head.includes('ISO3166-1-Alpha-3'))
    return [{ ...PLAIN, isList: true }];
  if (/^Country \/ territory of asylum/.test(head) && !/Year/.test(head)) return [{ ...PLAIN, period: '2014' }];
  if (head.includes('Number Dead')) return incidents(head);
  if (/^"?route"?,"?type"?,"?nat"?/.test(head)) {
    // One edition has detections without a nationality, which facts about routes include.
    const empty: Reading = {
      ...PLAIN,
      mapping: parseMappingFile(DETECTIONS),
      accepts: ({ op }) => op !== 'count_missing',
    };
    return [{ ...PLAIN, accepts: ({ op }) => op === 'count_missing' }, empty];
  }
  return [PLAIN];
}

/** Returns the read hints for a sheet of UNHCR's workbook on arrivals: of one country, or with a column per country. */
function sheetOf(sheet: string): Reading {
  const names = ['italy', 'greece', 'spain', 'cyprus', 'malta'].map((country) => `${country}_all`);
  const columns = [...names, 'greece_sea', 'greece_land', 'spain_land', 'spain_sea'];
  const combined = { area: { columns: Object.fromEntries(columns.map((name) => [name, name])) }, period: 'month-year' };
  const [, country] = /^Arrivals - (\w+)$/.exec(sheet) ?? [];
  const year = country === 'Greece' ? 'Arrival year' : 'Arrival Year';
  const arrivals = {
    area: { fixed: country },
    period: [year, 'Arrival Month'],
    value: country === 'Greece' ? 'Number of Individuals arrived' : 'Number of individuals arrived',
    dimensions: { origin: country === 'Greece' ? 'Country of Origin' : 'Country of Origin ISO Code' },
  };
  const mapping = mappingFromFields({ publisher: 'UNHCR', sheet, ...(country === undefined ? combined : arrivals) });
  return { ...PLAIN, mapping, accepts: (fact) => fact.sheet === sheet };
}

/** Adds the column and the period of the only fact that names them in words instead of fields. */
function placed(fact: KnownFact): KnownFact {
  return fact.id === 'greece_2015_10' ? { ...fact, where: { column: 'greece_all', period: '2015-10' } } : fact;
}

const DETECTIONS = `publisher: Frontex
area: route
period: month
value: n
dimensions: { border: type, nationality: nat }
empty: not stated
`;
const UNACCOMPANIED_MINORS = `publisher: Eurostat
area: Country of Asylum
period: Year
value: Asylum Data
dimensions: { Country of Origin: Country of Origin, Age: Age, Sex: Sex }
`;

/** Returns read hints for incidents: for facts about routes, the area is the route; for others, the route or region. */
function incidents(head: string): Reading[] {
  const byRoute = (fact: KnownFact) => Object.keys(fact.where ?? {}).every((name) => /route/i.test(name));
  const isOld = head.includes('Web ID');
  const mapping = parseMappingFile(`area: [${isOld ? 'Migration Route, Region of Incident' : 'Migration route, Region'}]
publisher: IOM
period: [${isOld ? 'Reported Year' : 'Year'}, Reported Month]
value: [${isOld ? 'Total Dead and Missing' : 'Total Number of Dead and Missing'}, Number Dead]
addRepeated: true
`);
  return [
    { ...PLAIN, accepts: byRoute },
    { ...PLAIN, mapping, accepts: (fact) => !byRoute(fact) },
  ];
}

async function main(root: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-facts-'));
  const embedded = await startEmbedded({ dataDir });
  let differences = 0;
  try {
    const folders = existsSync(join(root, 'facts.json')) ? [root] : readdirSync(root).map((name) => join(root, name));
    for (const folder of folders.filter(
      (each) => statSync(each).isDirectory() && existsSync(join(each, 'facts.json')),
    )) {
      const started = performance.now();
      const check = await checkFolder(folder, { uri: embedded.uri, name: (suffix) => suffix });
      differences += check.differences.length;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${folder}: ${check.files} files, ${check.facts} facts, ${check.differences.length} differ (${seconds} s)`,
      );
      for (const difference of check.differences) console.log(`  ${difference}`);
    }
  } finally {
    await embedded.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  console.log(differences === 0 ? 'No difference.' : `${differences} differences.`);
  return differences === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root] = process.argv.slice(2);
  if (root === undefined) console.error('Usage: npm run check:publishers -- <folder with folders of data sets>');
  process.exitCode = root === undefined ? 2 : await main(root);
}
