import { createHash } from 'node:crypto';
import { openTables } from '../../../src/datasets/open-tables.js';
import { inspectSourceFile } from '../../../src/datasets/source-file.js';
import { readTableSample } from '../../../src/datasets/table.js';
import type { Mapping } from '../../../src/datasets/mapping-file.js';
import { ZipArchive } from '../../../src/datasets/zip-archive.js';
import { findFactValue, findLostCells, type KnownFact, measureOf, type ReadResults } from './known-facts.js';
import { readServedFigures } from './served-figures.js';
import { readRawTable } from './raw-table.js';
import { importTemporarily } from './temporary-import.js';

/** A fact with the value that was found. */
export interface CheckedFact {
  fact: Pick<KnownFact, 'what' | 'value'>;
  found: unknown;
  agrees: boolean;
}

/** Options for files that cannot be read without them. */
export interface ReadHints {
  mapping: Mapping | null;
  period: string | null;
  /** Whether the table has no figures, as in a code list. Then only its rows are counted. */
  isList: boolean;
}

/** A database server, and a function that returns unused database names. */
export interface Databases {
  uri: string;
  name(suffix: string): string;
}

let files = 0;

/** Imports a file into a separate database and compares each of its facts with API responses. */
export async function checkFile(
  path: string,
  facts: readonly KnownFact[],
  hints: ReadHints,
  databases: Databases,
): Promise<CheckedFact[]> {
  if (hints.isList) return checkList(path, facts);
  const archive = facts.filter(({ op }) => op === 'sha256' || op === 'count');
  const others = facts.filter((fact) => !archive.includes(fact));
  const checked = archive.length > 0 ? await checkArchive(path, archive) : [];
  const raw = await readRawTable(path, hints.mapping);
  const hasMeasures = raw.layout.dimensions.some(({ name }) => name === 'measure');
  const named = new Set(others.map((fact) => measureOf(fact, raw)));
  const all = [...new Set(raw.layout.values.map(({ codes }) => codes['measure']!))];
  const measures = hasMeasures ? all.filter((each) => named.has(each)) : [null];
  const imports: [string | null, ReadResults][] = [];
  for (const measure of measures) {
    const scratch = await importTemporarily(path, { ...hints, measure });
    const served = await readServedFigures(scratch, {
      uri: databases.uri,
      database: databases.name(`facts_${(files += 1)}`),
    });
    const findings = { scratch, served, raw };
    imports.push([measure, findings]);
    const loss = findLostCells(findings);
    checked.push({ fact: { what: 'every cell is accounted for', value: null }, found: loss, agrees: loss === null });
  }
  for (const fact of others) {
    const candidates = imports.map(([measure, findings]) => ({ measure, found: findFactValue(fact, findings) }));
    // A fact applies to the measure it names. A fact without a measure is checked with any import.
    const fitting = candidates.find(({ found }) => agrees(fact.value, found)) ?? candidates[0]!;
    checked.push({ fact, found: fitting.found, agrees: agrees(fact.value, fitting.found) });
  }
  return checked;
}

/** Whether two values are equal. Three decimal places count, because sums vary with the order of addition. */
function agrees(expected: unknown, found: unknown): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found;
  const slack = Number.isInteger(expected) ? 0 : 0.0005;
  return Math.abs(expected - found) <= Math.max(Math.abs(expected) * 1e-12, slack);
}

async function checkArchive(path: string, facts: readonly KnownFact[]): Promise<CheckedFact[]> {
  const archive = await ZipArchive.open(path);
  try {
    const checked: CheckedFact[] = [];
    for (const fact of facts) {
      const name = archive.names.find((each) => fact.id === `sha256_${each}`);
      const value = fact.op === 'count' ? archive.names.length : name && (await digestOf(archive.member(name)));
      checked.push({ fact, found: value, agrees: agrees(fact.value, value) });
    }
    return checked;
  } finally {
    archive.close();
  }
}

async function digestOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

async function checkList(path: string, facts: readonly KnownFact[]): Promise<CheckedFact[]> {
  using open = await openTables(await inspectSourceFile(path));
  const [table] = open.tables;
  const [names] = (await readTableSample(table!)).rows;
  const rows: (readonly string[])[] = [];
  for await (const batch of table!.read()) rows.push(...batch.rows);
  const column = (name: string) => names!.findIndex((each) => each.replace('\ufeff', '') === name);
  return facts.map((fact) => {
    const conditions = Object.entries(fact.where ?? {});
    const count = rows.slice(1).filter((row) => conditions.every(([name, text]) => row[column(name)] === text)).length;
    return { fact, found: count, agrees: agrees(fact.value, count) };
  });
}
