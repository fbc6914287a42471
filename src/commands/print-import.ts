import type { Rejection } from '../datasets/import-report.js';
import { printable } from '../records/wording.js';
import type { ImportedFile, ImportOutcome } from './import-figures.js';

/** The most groups of rejected figures that are printed for a person; machines get all. */
const MAX_PRINTED = 50;
const MAX_AREAS = 20;

/** An import as a person reads it: what the files are, what was taken of them, what was not and why, what came of it. */
export function printImport(outcome: ImportOutcome): string {
  const { files, report, changes } = outcome;
  const counts = [
    `${report.rows} rows`,
    `${report.read} cells read: ${report.kept} kept`,
    `${report.missing} missing`,
    `${report.suppressed} suppressed`,
    ...(report.notApplicable > 0 ? [`${report.notApplicable} not applicable`] : []),
    ...(report.added > 0 ? [`${report.added} added to others`] : []),
    ...(report.repeated > 0 ? [`${report.repeated} repeated`] : []),
    `${report.rejected} rejected`,
  ];
  const besides = [
    ...(report.leftOut > 0 ? [`${report.leftOut} cells not asked for`] : []),
    ...(report.skipped > 0 ? [`${report.skipped} rows of notes`] : []),
  ];
  return [
    ...files.map(fileLine),
    `${counts.join(', ')}.${besides.length > 0 ? ` Left out: ${besides.join(', ')}.` : ''}`,
    ...areaLines(outcome),
    ...rejectionLines(report.rejections),
    ...(changes === null
      ? []
      : [`Against the newest edition: ${changes.changed} changed, ${changes.appeared} new, ${changes.vanished} gone.`]),
    endLine(outcome),
  ].join('\n');
}

function fileLine({ name, table, layout, publisher, encoding, delimiter, updated }: ImportedFile): string {
  const facts = [
    `${layout}${publisher === null || layout.includes(publisher) ? '' : ` of ${publisher}`}`,
    ...(table === null ? [] : [`table "${table}"`]),
    ...(encoding === null ? [] : [encoding.toUpperCase()]),
    ...(delimiter === null ? [] : [DELIMITERS[delimiter] ?? `"${delimiter}"`]),
    ...(updated === null ? [] : [`last changed ${updated}`]),
  ];
  return printable(`${name}: ${facts.join(', ')}`);
}

const DELIMITERS: Readonly<Record<string, string>> = { '\t': 'tabs', ',': 'commas', ';': 'semicolons', '|': 'bars' };

/** Spellings that are neither the code of the area nor one of ISO 3166. */
function areaLines({ report }: ImportOutcome): string[] {
  const others = report.areas.filter(({ matchedBy }) => !/^its (?:code|ISO code|three-letter code)$/.test(matchedBy));
  if (others.length === 0) return [];
  const shown = others.slice(0, MAX_AREAS).map(({ text, code, matchedBy }) => `${text} as ${code} (${matchedBy})`);
  const more = others.length > MAX_AREAS ? `, and ${others.length - MAX_AREAS} more` : '';
  return [printable(`Areas read: ${shown.join(', ')}${more}.`)];
}

/** Mistakes one by one; countries that the knowledge base has no entry of, which are to be expected, together. */
function rejectionLines(rejections: readonly Rejection[]): string[] {
  const absent = rejections.filter(({ code }) => code === 'AREA_WITHOUT_ENTRY');
  const mistakes = rejections.filter((each) => !absent.includes(each));
  const lines = mistakes.slice(0, MAX_PRINTED).map(rejectionLine);
  if (mistakes.length > MAX_PRINTED) {
    lines.push(`… and ${mistakes.length - MAX_PRINTED} more reasons; --json prints all of them.`);
  }
  if (absent.length > 0) {
    const count = absent.reduce((sum, each) => sum + each.count, 0);
    const names = absent.slice(0, MAX_AREAS).map(({ text }) => text);
    const more = absent.length > MAX_AREAS ? ', …' : '';
    const what = `${absent.length} areas without an entry in the knowledge base: ${names.join(', ')}${more}`;
    lines.push(printable(`  AREA_WITHOUT_ENTRY ${String(count).padStart(7)} × ${what}`));
  }
  return lines;
}

function rejectionLine({ code, text, reason, count, rows }: Rejection): string {
  const places = rows.slice(0, 5).join(', ') + (rows.length > 5 || count > rows.length ? ', …' : '');
  const what = text === '' ? '' : ` "${text}"`;
  return printable(`  ${code.padEnd(18)} ${String(count).padStart(7)} ×${what}: ${reason} (row ${places})`);
}

function endLine({ outcome, reason, indicator, series, sequence }: ImportOutcome): string {
  if (outcome === 'WRITTEN') return `${indicator} has a new edition of ${series} series; change ${sequence}.`;
  if (outcome === 'UNCHANGED') return `${indicator} has these figures already; nothing to do.`;
  if (outcome === 'REFUSED') return `Nothing was written: ${reason}.`;
  return `Nothing was written: a dry run. ${indicator} would get an edition of ${series} series.`;
}
