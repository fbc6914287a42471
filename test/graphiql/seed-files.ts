import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/** A line of a figures file, by column name. */
export type Line = Readonly<Record<string, string>>;

/** Returns the lines of an indicator's figures file. */
export function readFigureRows(indicator: string): Line[] {
  return parseCsv(readFileSync(`seed/indicators/${indicator}.csv`, 'utf8'), { columns: true }) as Line[];
}

/** Returns the records of a content folder by slug. */
export function readSeedRecords<Record>(folder: string): Map<string, Record> {
  const files = readdirSync(`seed/${folder}`).filter(
    (name) => name.endsWith('.yaml') && !name.endsWith('.recipe.yaml'),
  );
  return new Map(
    files.map((name) => [
      name.replace(/\.yaml$/, ''),
      parseYaml(readFileSync(`seed/${folder}/${name}`, 'utf8')) as Record,
    ]),
  );
}

/** Returns a text of a record in a locale, or else in English. */
export function textIn(text: string | Readonly<Record<string, string>>, locale: string): string {
  return typeof text === 'string' ? text : (text[locale] ?? text['en']!);
}

/** Parses tab-separated text from the clipboard into lines by heading. */
export function parsePastedTable(text: string): Line[] {
  return parseCsv(text, { columns: true, delimiter: '\t' }) as Line[];
}
