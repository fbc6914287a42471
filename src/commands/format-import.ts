import { group } from 'd3-array';
import { GROUP_SUM, isUnknownArea } from '../datasets/accepted-problems.js';
import type { GroupSumMismatch } from '../datasets/group-sums.js';
import type { Rejection } from '../datasets/import-report.js';
import type { CellChange } from '../series/cell-changes.js';
import type { StaleClaim } from './stale-claims.js';
import { escapeControlCharacters } from '../records/message-text.js';
import type { ImportedFile, ImportResult } from './import-types.js';
import { formatPeriods } from './uncovered-periods.js';

const MAX_AREAS = 20;
const MAX_REJECTIONS = 20;

/** Formats an import result for users: files, counts, rejections and outcome. */
export function formatImport(outcome: ImportResult): string {
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
  const skippedCounts = [
    ...(report.leftOut > 0 ? [`${report.leftOut} cells not requested`] : []),
    ...(report.skipped > 0 ? [`${report.skipped} rows of notes`] : []),
  ];
  return [
    ...files.map(fileLine),
    `${counts.join(', ')}.${skippedCounts.length > 0 ? ` Skipped: ${skippedCounts.join(', ')}.` : ''}`,
    ...areaLines(outcome),
    ...rejectionLines(report.rejections),
    ...sumLines(outcome),
    ...(changes === null
      ? []
      : [
          `Against the newest edition: ${changes.changed} changed, ${changes.appeared} new, ${changes.vanished} gone.`,
          ...changes.examples.map(changeLine),
        ]),
    ...retainedLines(outcome),
    ...outcome.claims.map(claimLine),
    ...outcome.newCodes.map(newCodesLine),
    ...(outcome.closedBy === null
      ? []
      : [`Editors only: the terms do not allow the figures to be shared (${outcome.closedBy}).`]),
    outcomeLine(outcome),
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
  return escapeControlCharacters(`${name}: ${facts.join(', ')}`);
}

const DELIMITERS: Readonly<Record<string, string>> = { '\t': 'tabs', ',': 'commas', ';': 'semicolons', '|': 'bars' };

/** Returns a line with the areas that were not matched by code; empty if there are none. */
function areaLines({ report }: ImportResult): string[] {
  const otherAreas = report.areas.filter(
    ({ matchedBy }) => !/^its (?:code|ISO code|three-letter code)$/.test(matchedBy),
  );
  if (otherAreas.length === 0) return [];
  const shownAreas = otherAreas
    .slice(0, MAX_AREAS)
    .map(({ text, code, matchedBy }) => `${text} as ${code} (${matchedBy})`);
  const more = otherAreas.length > MAX_AREAS ? `, and ${otherAreas.length - MAX_AREAS} more` : '';
  return [escapeControlCharacters(`Areas read: ${shownAreas.join(', ')}${more}.`)];
}

/** Returns lines for the first rejections of each code and a count of the others; unknown areas share one line. */
function rejectionLines(rejections: readonly Rejection[]): string[] {
  const unknown = rejections.filter(isUnknownArea);
  const byCode = group(
    rejections.filter((rejection) => !isUnknownArea(rejection)),
    ({ code }) => code,
  );
  const rejectionTexts = [...byCode].flatMap(([code, rejections]) => {
    const hiddenCount = rejections.slice(MAX_REJECTIONS).reduce((sum, { count }) => sum + count, 0);
    const more = hiddenCount === 0 ? [] : [`  ${code.padEnd(18)} ${String(hiddenCount).padStart(7)} more`];
    return [...rejections.slice(0, MAX_REJECTIONS).map(rejectionLine), ...more];
  });
  return [...rejectionTexts, ...unknownAreaLines(unknown)];
}

function rejectionLine({ code, file, column, text, reason, count, rows }: Rejection): string {
  const rowNumbers = rows.join(', ') + (count > rows.length ? ', …' : '');
  const at = [file, `row ${rowNumbers}`, ...(column === null ? [] : [`column "${column}"`])].join(', ');
  const quotedText = text === '' ? '' : ` "${text}"`;
  return escapeControlCharacters(`  ${code.padEnd(18)} ${String(count).padStart(7)} ×${quotedText}: ${reason} (${at})`);
}

function sumLines({ groupSums: { count, examples } }: ImportResult): string[] {
  const more = count > examples.length ? [`  and ${count - examples.length} more group totals`] : [];
  return [...examples.map(sumLine), ...more];
}

function sumLine({ area, breakdown, period, total, sum, fits }: GroupSumMismatch): string {
  const codes = [area, ...Object.values(breakdown), period].join(' ');
  const fit = fits.length === 0 ? 'no other group fits' : `${fits.join(' or ')} would fit`;
  return escapeControlCharacters(
    `  ${GROUP_SUM.padEnd(18)} ${codes}: ${total} as published, ${sum} as the sum of its members; ${fit}`,
  );
}

function changeLine({ area, breakdown, period, before, after }: CellChange): string {
  const codes = [area, ...Object.values(breakdown), period].join(' ');
  return escapeControlCharacters(
    `  ${codes}: ${figureText(before)}, now ${after === null ? 'gone' : figureText(after)}`,
  );
}

/** Formats a figure with its flags, since a change may concern only the flags. */
function figureText(point: CellChange['before']): string {
  const marks = [...(point?.flags ?? []), ...(point?.note ? [point.note] : [])];
  const value = point?.value ?? 'no figure';
  return marks.length === 0 ? String(value) : `${value} (${marks.join(', ')})`;
}

function retainedLines({ kept }: ImportResult): string[] {
  if (kept === null) return [];
  const { cells, periods, sources } = kept;
  return [
    escapeControlCharacters(
      `Kept from the newest edition: ${cells} figures of ${formatPeriods(periods)} (${sources.join(', ')}).`,
    ),
  ];
}

function claimLine({ entry, statement, area, period, quoted, now }: StaleClaim): string {
  const value = now === null ? 'has no figure' : `has ${now}`;
  return escapeControlCharacters(
    `No longer correct: ${entry} quotes ${quoted} for ${area} ${period}, the edition ${value}: "${statement}"`,
  );
}

function newCodesLine({ dimension, codes, total }: ImportResult['newCodes'][number]): string {
  const shownCodes = codes.slice(0, MAX_AREAS).join(', ') + (codes.length > MAX_AREAS ? ', …' : '');
  const proposal = total === null ? '' : `; ${total} is its total`;
  return escapeControlCharacters(`New codes of ${dimension}: ${shownCodes}${proposal}.`);
}

function unknownAreaLines(unknown: readonly Rejection[]): string[] {
  if (unknown.length === 0) return [];
  const names = new Map<string, string>();
  const isOneFile = new Set(unknown.map(({ file }) => file)).size === 1;
  for (const { file, text, reason, count, rows } of unknown) {
    const [, tip] = /(nearest: .*|means no area in a file of .*)$/.exec(reason) ?? [];
    const [row, ...otherRows] = rows;
    const location = `${isOneFile ? '' : `${file}, `}${otherRows.length > 0 || count > 1 ? 'from row' : 'row'} ${row}`;
    if (!names.has(text)) names.set(text, `${text} (${[location, ...(tip ? [tip] : [])].join('; ')})`);
  }
  const count = unknown.reduce((sum, rejection) => sum + rejection.count, 0);
  const areas = `${names.size} areas that are not in the knowledge base: ${[...names.values()].join(', ')}`;
  return [escapeControlCharacters(`  ${'AREA'.padEnd(18)} ${String(count).padStart(7)} × ${areas}`)];
}

function outcomeLine({ outcome, reason, options, indicator, series, sequence }: ImportResult): string {
  if (outcome === 'WRITTEN') return `${indicator} has a new edition of ${series} series; change ${sequence}.`;
  if (outcome === 'UNCHANGED') return `${indicator} already has these figures; nothing to do.`;
  if (outcome === 'REFUSED') {
    const advice = options === null ? '' : ` Correct the file, or use ${options}`;
    return `Nothing was written: ${reason}.${advice}`;
  }
  return `Nothing was written: a dry run. ${indicator} would get an edition of ${series} series.`;
}
