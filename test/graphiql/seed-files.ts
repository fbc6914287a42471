import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/** A line of a file of figures, by the names of its columns. */
export type Line = Readonly<Record<string, string>>;

/** The lines of the figures of an indicator, as they stand in the content. */
export function figuresOf(indicator: string): Line[] {
  return parseCsv(readFileSync(`seed/indicators/${indicator}.csv`, 'utf8'), { columns: true }) as Line[];
}

/** The records of a folder of the content by their slugs. */
export function recordsIn<Record>(folder: string): Map<string, Record> {
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

/** A text of a record in a language, or as it was first written. */
export function textIn(text: string | Readonly<Record<string, string>>, locale: string): string {
  return typeof text === 'string' ? text : (text[locale] ?? text['en']!);
}

/** The lines of a text with tabs, as a spreadsheet takes it from the clipboard, by its headings. */
export function pasted(text: string): Line[] {
  return parseCsv(text, { columns: true, delimiter: '\t' }) as Line[];
}
