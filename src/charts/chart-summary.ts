import { sortedBars } from './bar-chart.js';
import type { ChartData, ChartSeries, Panel } from './chart-data.js';
import type { ChartMessages } from '../i18n/locale-messages.js';
import type { LocaleFormats } from '../i18n/locale-formats.js';

const MAX_DESCRIBED_SERIES = 12;

/** Describes a line chart: first, last and highest figure of each line, numbers of missing and flagged figures. */
export function lineSummary({ title, panels }: ChartData, messages: ChartMessages, format: LocaleFormats): string {
  let remaining = MAX_DESCRIBED_SERIES;
  const courses = panels.map((panel) => {
    const shownSeries = panel.series.slice(0, remaining);
    remaining -= shownSeries.length;
    return describeCourses(shownSeries, messages, format);
  });
  return joinSentences([...joinPanelTexts(title, panels, courses), ...countSentences(panels, messages)]);
}

/** Describes a single panel, without its title and unit. */
export function panelSummary(panel: Panel, messages: ChartMessages, format: LocaleFormats): string {
  const courses = describeCourses(panel.series.slice(0, MAX_DESCRIBED_SERIES), messages, format);
  return joinSentences([courses, ...countSentences([panel], messages)]);
}

/** Describes a bar chart: its highest and its lowest bar. A ranking may contain only the first ranks. */
export function barSummary({ title, panels }: ChartData, messages: ChartMessages, format: LocaleFormats): string {
  const extremes = panels.map((panel) => {
    const barsWithFigure = sortedBars(panel).filter(({ figure }) => figure.value !== null);
    const [first, last] = [barsWithFigure[0], barsWithFigure.at(-1)];
    if (!first || !last) return '';
    const formatFigure = (figure: number) => `${format.number(figure)} ${panel.unit}`;
    if (first === last)
      return messages.only({
        subject: `${first.series.name}${format.colon} `,
        value: formatFigure(first.figure.value!),
        period: format.period(first.figure.period),
      });
    const highest = messages.rankedFirst({ name: first.series.name, value: formatFigure(first.figure.value!) });
    return `${highest}${format.semicolon} ${messages.rankedLast({ name: last.series.name, value: formatFigure(last.figure.value!) })}`;
  });
  return joinSentences([...joinPanelTexts(title, panels, extremes), ...countSentences(panels, messages)]);
}

/** Returns the description of each panel, preceded by its heading. A single panel is preceded by the title and unit. */
function joinPanelTexts(title: string, panels: readonly Panel[], texts: readonly string[]): string[] {
  const [singlePanel] = panels;
  if (panels.length === 1) return [title === '' ? singlePanel!.unit : `${title} (${singlePanel!.unit})`, texts[0]!];
  return [title, ...panels.flatMap(({ heading }, index) => (texts[index] === '' ? [] : [heading, texts[index]!]))];
}

function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    .join(' ');
}

function describeCourses(allSeries: readonly ChartSeries[], messages: ChartMessages, format: LocaleFormats): string {
  return allSeries.map((series) => describeCourse(series, messages, format)).join('. ');
}

function describeCourse(series: ChartSeries, messages: ChartMessages, format: LocaleFormats): string {
  const figuresWithValue = series.figures.filter(({ value }) => value !== null);
  const [first, last] = [figuresWithValue[0], figuresWithValue.at(-1)];
  const subject = series.name === '' ? '' : `${series.name}${format.colon} `;
  if (!first || !last) return `${subject}${messages.noFigure}`;
  const formatFigure = (value: number | null) => format.number(value!);
  if (first === last)
    return messages.only({ subject, value: formatFigure(first.value), period: format.period(first.period) });
  const highest = figuresWithValue.reduce((most, figure) => (figure.value! > most.value! ? figure : most));
  const course = messages.course({
    subject,
    from: format.period(first.period),
    first: formatFigure(first.value),
    to: format.period(last.period),
    last: formatFigure(last.value),
  });
  if (highest === first || highest === last) return course;
  return `${course}${format.semicolon} ${messages.highest({ value: formatFigure(highest.value), period: format.period(highest.period) })}`;
}

function countSentences(panels: readonly Panel[], messages: ChartMessages): string[] {
  const figures = panels.flatMap(({ series }) => series.flatMap((chartSeries) => chartSeries.figures));
  const missingCount =
    figures.filter(({ value, state }) => value === null && state !== 'NOT_APPLICABLE').length + countGaps(panels);
  const flaggedCount = figures.filter(({ isFlagged }) => isFlagged).length;
  return [
    missingCount > 0 ? messages.missing({ count: missingCount }) : '',
    flaggedCount > 0 ? messages.flagged({ count: flaggedCount }) : '',
  ];
}

/** Returns the number of periods without a cell within the series. */
function countGaps(panels: readonly Panel[]): number {
  let gapCount = 0;
  for (const { series, periods } of panels) {
    for (const { figures } of series) {
      const [first, last] = [figures[0], figures.at(-1)];
      if (!first || !last) continue;
      const span = periods.indexOf(last.period) - periods.indexOf(first.period) + 1;
      gapCount += Math.max(0, span - figures.length);
    }
  }
  return gapCount;
}
