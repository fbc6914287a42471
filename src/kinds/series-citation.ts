import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import {
  formatEditions,
  latestPublicationDate,
  formatCitation,
  toCitedWork,
  formatSource,
  formatVersion,
} from '../series/citation.js';
import { missingReasonLabel, formatsFor } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import { unitLabel } from '../i18n/unit-label.js';
import type { FieldArgs } from './kind-module-types.js';
import { makePermalink } from './permalink.js';
import type { SeriesMetadata } from './series-metadata.js';

export type CitationArguments = FieldArgs<'Series', 'citation'>;

const TITLE = ['title'] as const;
const SOURCE_FIELDS = ['title', 'url'] as const;

/** Returns the citation of a series or of one figure. @throws AppError BAD_USER_INPUT if the period has no figure */
export async function citeSeries(
  metadata: SeriesMetadata,
  { style, period = null, retrievedOn = null }: CitationArguments,
  context: ComputedContext,
): Promise<string> {
  const { indicator, area, breakdown, computed, recipe, vintage, population } = metadata;
  const figure = period === null ? null : formatFigure(metadata, period, context);
  const areaEntry = context.areas.byCode(area);
  const cells = computed.cells.filter((cell) => period === null || cell.period === period);
  const slugs = [...new Set(cells.flatMap(({ sources }) => sources))];
  const [publisher, titledArea, populationEntry, ...sources] = await Promise.all([
    context.entry('Organisation', indicator.record.publisher!, TITLE),
    areaEntry ? context.entry(areaEntry.kind, areaEntry.slug, TITLE) : null,
    population && context.entry(indicator.kind, population.slug, TITLE),
    ...slugs.map((slug) => context.entry('Source', slug, SOURCE_FIELDS)),
  ]);
  const findTitle = (entry: (typeof sources)[number]) => (entry ? context.text(entry.record.title, entry) : null);
  const subjectNames = [
    findTitle(titledArea ?? null) ?? area,
    ...Object.entries(breakdown).map(([dimension, code]) => codeTitle(metadata, dimension, code, context)),
    // The unit describes the computation. A single figure is cited with its unit in any case.
    ...(recipe.transform === null || figure !== null
      ? []
      : [unitLabel(messagesFor(context.locales), computed.unit).text]),
  ];
  const work = toCitedWork({
    key: [
      indicator.slug,
      area.toLowerCase().replaceAll('_', '-'),
      ...(period === null ? [] : [period]),
      vintage.date,
    ].join('-'),
    subject: `${findTitle(indicator) ?? indicator.slug}: ${subjectNames.join(', ')}`,
    figure,
    publisher: findTitle(publisher ?? null),
    issued: latestPublicationDate([vintage]),
    version: formatVersion(
      formatEditions([vintage]),
      findTitle(populationEntry),
      formatEditions(population?.vintage ? [population.vintage] : []),
    ),
    sources: sources.flatMap((source) =>
      source ? formatSource(findTitle(source) ?? '', source.record.url ?? null) : [],
    ),
    permalink: makePermalink(metadata, context.origin),
    retrievedOn,
  });
  return formatCitation(work, style);
}

function formatFigure({ computed }: SeriesMetadata, period: string, { locales }: ComputedContext) {
  const cell = computed.cells.find((candidate) => candidate.period === period);
  if (!cell)
    throw new AppError('BAD_USER_INPUT', `The series has no figure for ${period}; cite a period with a figure.`);
  const messages = messagesFor(locales);
  const format = formatsFor(messages);
  const value =
    cell.value === null
      ? missingReasonLabel(messages, cell.state)
      : `${format.number(cell.value)} ${unitLabel(messages, computed.unit).text}`;
  return { period: format.period(period), value };
}

/** Returns the title of a code, such as "Syria", else the dimension and the code. */
function codeTitle({ indicator }: SeriesMetadata, dimension: string, code: string, context: ComputedContext): string {
  const dimensionRecord = indicator.record.dimensions?.find(({ name }) => name === dimension);
  const title = dimensionRecord?.codes.find((candidate) => candidate.code === code)?.title;
  return (title && context.text(title, indicator)) ?? `${dimension} ${code}`;
}
