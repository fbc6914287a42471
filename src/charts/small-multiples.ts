import { maxLabelWidth, periodAxis, axisRange, valueAxis } from './axes.js';
import type { ChartSeries, Panel } from './chart-data.js';
import { type ChartBody, type CompleteChartOptions, textBlock } from './chart-frame.js';
import { lineNotes, plotPositionAttributes, type PlotPositions, type PlotScales, seriesLine } from './series-line.js';
import type { LocaleFormats } from '../i18n/locale-formats.js';

const MAX_SERIES = 30;
const COLUMN_PX = 230;
const GAP_PX = 22;
export const SMALL_PLOT_HEIGHT_PX = 96;
const NAME_SIZE = 12.5;
/** Font size of small charts, in pixels. */
export const SMALL_FONT_SIZE = 11;
export const SMALL_PLOT_TICK_COUNT = 3;

/** A series, with the scale and the periods of its panel. */
interface SmallPlot {
  series: ChartSeries;
  panel: Panel;
  range: [number, number];
  /** Subtitle; empty if a section heading contains the unit. */
  unit: string;
}

/** Small charts with a common heading. */
interface Section {
  heading: string;
  plots: readonly SmallPlot[];
}

/** Draws each series in a separate chart. Charts of a panel have the same scale and periods. */
export function smallMultiples(panels: readonly Panel[], options: CompleteChartOptions, top: number): ChartBody {
  const { messages, width } = options;
  const seriesCount = panels.reduce((sum, { series }) => sum + series.length, 0);
  const svgs: string[] = [];
  const plots: PlotPositions[] = [];
  let remaining = MAX_SERIES;
  let y = top;
  for (const { heading, plots: sectionPlots } of makeSections(panels)) {
    const shownPanels = sectionPlots.slice(0, remaining);
    remaining -= shownPanels.length;
    if (shownPanels.length === 0) break;
    const head = textBlock(heading, { y, width, size: 13, isMuted: true }, options.foreign);
    const drawn = drawRows(shownPanels, options, head.lines > 0 ? head.bottom + 6 : y);
    svgs.push(head.svg, drawn.svg);
    plots.push(...drawn.plots);
    y = drawn.bottom + 10;
  }
  const notes = panels.flatMap(({ series, periods }) => lineNotes(series, periods, options));
  const truncationNote = seriesCount > MAX_SERIES ? [messages.firstOf({ shown: MAX_SERIES, all: seriesCount })] : [];
  return {
    svg: svgs.join(''),
    height: y - 10 - top,
    notes: [...truncationNote, ...new Set(notes)],
    positions: plotPositionAttributes(plots),
  };
}

/** Returns a section per panel. Consecutive panels with only one series share a section without a heading. */
function makeSections(panels: readonly Panel[]): Section[] {
  const sections: { heading: string; plots: SmallPlot[]; isMixed: boolean }[] = [];
  for (const panel of panels) {
    const range = axisRange(panel.series.flatMap(({ figures }) => figures.flatMap(({ value }) => value ?? [])));
    const isMixed = panel.series.length === 1;
    const smallPlots = panel.series.map((series) => ({ series, panel, range, unit: isMixed ? panel.unit : '' }));
    const previous = sections.at(-1);
    if (isMixed && previous?.isMixed) previous.plots.push(...smallPlots);
    else sections.push({ heading: isMixed || panels.length === 1 ? '' : panel.heading, plots: smallPlots, isMixed });
  }
  return sections;
}

function drawRows(
  smallPlots: readonly SmallPlot[],
  options: CompleteChartOptions,
  top: number,
): { svg: string; bottom: number; plots: readonly PlotPositions[] } {
  const { width, format, foreign } = options;
  const columns = Math.max(1, Math.floor((width + GAP_PX) / (COLUMN_PX + GAP_PX)));
  const column = (width - (columns - 1) * GAP_PX) / columns;
  const labels = Math.max(...smallPlots.map(({ range }) => maxLabelWidth(range, format, SMALL_PLOT_TICK_COUNT)));
  const svgs: string[] = [];
  const plots: PlotPositions[] = [];
  let y = top;
  for (let row = 0; row < smallPlots.length; row += columns) {
    const rowPlots = smallPlots.slice(row, row + columns);
    const plotTitles = rowPlots.map(({ series, unit }, index) => {
      const x = index * (column + GAP_PX);
      const name = textBlock(series.name, { x, y, width: column, size: NAME_SIZE, isBold: true }, foreign);
      const unitBlock = textBlock(
        unit,
        { x, y: name.bottom, width: column, size: SMALL_FONT_SIZE, isMuted: true },
        foreign,
      );
      return { svg: name.svg + unitBlock.svg, bottom: unitBlock.bottom };
    });
    const plotTop = Math.max(y, ...plotTitles.map(({ bottom }) => bottom)) + 6;
    svgs.push(...plotTitles.map(({ svg }) => svg));
    rowPlots.forEach((chart, index) => {
      const drawn = drawSmallPlot(chart, { x: index * (column + GAP_PX), width: column, top: plotTop, labels }, format);
      svgs.push(drawn.svg);
      plots.push(drawn.positions);
    });
    y = plotTop + SMALL_PLOT_HEIGHT_PX + 38;
  }
  return { svg: svgs.join(''), bottom: y, plots };
}

/** Draws the axes and the line of a small chart. */
export function drawSmallPlot(
  { series, panel: { periods }, range }: SmallPlot,
  layout: { x: number; width: number; top: number; labels: number },
  format: LocaleFormats,
): { svg: string; positions: PlotPositions } {
  const left = layout.x + layout.labels + 10;
  const right = layout.x + layout.width - 8;
  const bottom = layout.top + SMALL_PLOT_HEIGHT_PX;
  const axis = valueAxis(
    range,
    { left, right, top: layout.top + 4, bottom, ticks: SMALL_PLOT_TICK_COUNT, size: SMALL_FONT_SIZE },
    format,
  );
  const inset = 8;
  const step = periods.length > 1 ? (right - left - 2 * inset) / (periods.length - 1) : 0;
  const at = (index: number) => left + inset + index * step;
  const indexByPeriod = new Map(periods.map((period, position) => [period, position]));
  const scales: PlotScales = { x: (period) => at(indexByPeriod.get(period)!), y: axis.toY, missingY: bottom + 8, step };
  const hasMissing = series.figures.some(({ value }) => value === null);
  const labels = periodAxis(periods, { at, y: bottom + (hasMissing ? 26 : 17), bottom, size: SMALL_FONT_SIZE }, format);
  const zero = axis.toY(0);
  return {
    svg: axis.svg + labels + seriesLine(series, 0, periods, scales),
    positions: { left: at(0), step, top: layout.top, bottom, zero, unit: zero - axis.toY(1) },
  };
}
