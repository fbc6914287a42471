import type { ChartSeries, Figure } from './chart-data.js';
import { type CompleteChartOptions, missingFiguresNote } from './chart-frame.js';
import { missingFigureMarkers, drawMarker, drawMarkers } from './markers.js';
import { seriesColour } from './palette.js';
import { pathData, svgElement } from './svg.js';

/** Converts periods and values to positions in a plot, in pixels. */
export interface PlotScales {
  /** Returns the position of a period, in pixels from the left. */
  x(period: string): number;
  y(value: number): number;
  /** Vertical position of the crosses for missing figures, in pixels. */
  missingY: number;
  /** Distance between periods, in pixels. */
  step: number;
}

/** Positions of the periods and of the figures in a plot, in pixels. */
export interface PlotPositions {
  /** Horizontal position of the first period, in pixels. */
  left: number;
  /** Distance between periods, in pixels. */
  step: number;
  top: number;
  bottom: number;
  /** Vertical position of zero, in pixels. */
  zero: number;
  /** Height of a figure of 1, in pixels. */
  unit: number;
}

type Point = readonly [x: number, y: number];

const MARK_EVERY_PX = 36;
const MIN_STEP_PX = 11;

/**
 * Draws a series as a line, interrupted at missing figures and before a break. Provisional figures are hollow, missing
 * ones are crosses below the axis.
 * @param order  index of the series, which determines its colour and mark
 */
export function seriesLine(series: ChartSeries, order: number, periods: readonly string[], scales: PlotScales): string {
  const byPeriod = new Map(series.figures.map((figure) => [figure.period, figure]));
  const runs: Figure[][] = [[]];
  const breaks: string[] = [];
  const missing: Point[] = [];
  for (const period of periods) {
    const figure = byPeriod.get(period);
    if (figure && figure.value === null) missing.push([scales.x(period), scales.missingY]);
    if (!figure || figure.value === null) {
      runs.push([]);
      continue;
    }
    if (figure.isBreak && runs.at(-1)!.length > 0) {
      breaks.push(
        breakMark([scales.x(period) - scales.step / 2, scales.y((runs.at(-1)!.at(-1)!.value! + figure.value) / 2)]),
      );
      runs.push([]);
    }
    runs.at(-1)!.push(figure);
  }
  const toPoint = ({ period, value }: Figure): Point => [scales.x(period), scales.y(value!)];
  const lines = runs
    .filter((run) => run.length > 1)
    .map((run) =>
      svgElement('path', {
        d: pathData(run.map(toPoint)),
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 2,
        'stroke-linejoin': 'round',
      }),
    );
  const marked = runs.flatMap((run) => run.filter((figure, index) => isMarked(figure, index, run, scales.step)));
  const radius = scales.step < MIN_STEP_PX * 2 ? 3.2 : 4;
  const hollowPoints = marked.filter(({ isHollow }) => isHollow);
  const solidPoints = marked.filter(({ isHollow }) => !isHollow);
  const drawn = [
    drawMarkers(order, solidPoints.map(toPoint), radius),
    ...hollowPoints.map((figure) => drawMarker(order, toPoint(figure), { isHollow: true, radius })),
  ];
  return svgElement('g', seriesColour(order), ...lines, ...breaks, ...drawn, missingFigureMarkers(missing));
}

/** Draws segments of an earlier edition as a dotted line, in the colour of their series. */
export function earlierEditionLine(runs: readonly (readonly Figure[])[], at: number, { x, y }: PlotScales): string {
  const paths = runs.map((run) => pathData(run.map(({ period, value }): Point => [x(period), y(value!)])));
  const style = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-dasharray': '2 4' };
  return paths.length === 0
    ? ''
    : svgElement('g', seriesColour(at), svgElement('path', { d: paths.join(''), ...style }));
}

/** Returns the line segments between adjacent periods of an earlier edition that differ from those of the series. */
export function revisedSegments({ figures, earlier = [] }: ChartSeries, periods: readonly string[]): Figure[][] {
  const values = new Map(figures.map(({ period, value }) => [period, value]));
  const before = new Map(earlier.map((figure) => [figure.period, figure]));
  const runs: Figure[][] = [];
  for (const [index, period] of periods.slice(1).entries()) {
    const ends = [periods[index]!, period].flatMap((end) => before.get(end) ?? []);
    const isDrawn = ends.length === 2 && ends.every(({ value }) => value !== null);
    if (!isDrawn || ends.every((end) => end.value === values.get(end.period))) continue;
    const [start, end] = ends as [Figure, Figure];
    if (runs.at(-1)?.at(-1) === start) runs.at(-1)!.push(end);
    else runs.push(ends);
  }
  return runs;
}

/** Whether a figure has a marker. In dense lines, only the ends, hollow figures and every n-th figure have one. */
function isMarked(figure: Figure, index: number, run: readonly Figure[], step: number): boolean {
  if (step >= MIN_STEP_PX || figure.isHollow) return true;
  if (index === 0 || index === run.length - 1) return true;
  return index % Math.ceil(MARK_EVERY_PX / step) === 0;
}

function breakMark([x, y]: Point): string {
  const d = `${pathData([
    [x - 4, y + 6],
    [x, y - 6],
  ])}${pathData([
    [x, y + 6],
    [x + 4, y - 6],
  ])}`;
  return svgElement('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4 });
}

/** Returns the attribute with the positions of plots, for the script of a page. */
export function plotPositionAttributes(plots: readonly PlotPositions[]): Readonly<Record<string, string>> {
  const numbers = plots.map(({ left, step, top, bottom, zero, unit }) =>
    [left, step, top, bottom, zero, unit].map((value) => Number(value.toPrecision(5))).join(' '),
  );
  return { 'data-plots': numbers.join(',') };
}

/** Returns the notes that explain markers and interruptions of the lines. */
export function lineNotes(
  allSeries: readonly ChartSeries[],
  periods: readonly string[],
  { messages, describeMissing }: Pick<CompleteChartOptions, 'messages' | 'describeMissing'>,
): string[] {
  const figures = allSeries.flatMap((series) => series.figures);
  const hasGap = allSeries.some((series) => {
    const ownPeriods = new Set(series.figures.map(({ period }) => period));
    const [first, last] = [series.figures[0]?.period ?? '', series.figures.at(-1)?.period ?? ''];
    return periods.some((period) => period > first && period < last && !ownPeriods.has(period));
  });
  const notes = [
    figures.some(({ isHollow, value }) => isHollow && value !== null) ? `○ ${messages.hollow}` : '',
    missingFiguresNote(figures, describeMissing),
    hasGap ? messages.gap : '',
    figures.some(({ isBreak, value }) => isBreak && value !== null) ? `// ${messages.breakInSeries}` : '',
  ].filter((note) => note !== '');
  return notes.length === 0 ? [] : [`${notes.join(' · ')}.`];
}
