import { maxLabelWidth, periodAxis, axisRange, valueAxis } from './axes.js';
import type { Panel } from './chart-data.js';
import { type ChartBody, type CompleteChartOptions, textBlock } from './chart-frame.js';
import {
  earlierEditionLine,
  revisedSegments,
  lineNotes,
  plotPositionAttributes,
  type PlotScales,
  seriesLine,
} from './series-line.js';
import { drawMarker } from './markers.js';
import { seriesColour } from './palette.js';
import { escapeSvgLines, svgElement } from './svg.js';
import { textWidth, wrapText } from './text-width.js';
import type { OtherLanguageTexts } from '../i18n/other-language-texts.js';

/** Chart width below which names are placed below the plot, not next to it. */
const NARROW_PX = 560;
const LABEL = { size: 12.5, line: 1.25, max: 210, gap: 12, spacing: 3 };
const PLOT_HEIGHT = 330;
const SPACE_BELOW_PLOT = 40;

/** Draws series of the same unit as lines with a common scale. If there are several, each line is labelled. */
export function lineChart(panel: Panel, options: CompleteChartOptions, top: number): ChartBody {
  const { width, format } = options;
  const { series, periods } = panel;
  const earlier = series.map((each) => revisedSegments(each, periods));
  const drawn = [...series.flatMap(({ figures }) => figures), ...earlier.flat(2)];
  const values = drawn.flatMap(({ value }) => (value === null ? [] : [value]));
  const range = axisRange(values);
  const hasNames = series.length > 1;
  const names = hasNames && width >= NARROW_PX ? fitSideNames(panel) : null;
  const left = maxLabelWidth(range, format) + 12;
  const right = width - (names ? names.width + LABEL.gap + 8 : 14);
  const bottom = top + PLOT_HEIGHT;
  const axis = valueAxis(range, { left, right, top: top + 6, bottom }, format);
  const inset = 10;
  const step = periods.length > 1 ? (right - left - 2 * inset) / (periods.length - 1) : 0;
  const xByPeriod = new Map(periods.map((period, index) => [period, left + inset + index * step]));
  const missingY = bottom + 9;
  const scales: PlotScales = { x: (period) => xByPeriod.get(period)!, y: axis.toY, missingY, step };
  const hasMissing = series.some(({ figures }) => figures.some(({ value }) => value === null));
  const periodsY = bottom + (hasMissing ? 30 : 20);
  const labels = periodAxis(periods, { at: (at) => left + inset + at * step, y: periodsY, bottom }, format);
  const dotted = earlier.map((runs, index) => earlierEditionLine(runs, index, scales)).join('');
  const lines = series.map((chartSeries, index) => seriesLine(chartSeries, index, periods, scales));
  const sideNames = names
    ? drawSideNames(panel, scales, { ...names, x: right + LABEL.gap, top, bottom }, options.foreign)
    : '';
  const namesBelow =
    hasNames && !names ? drawNamesBelow(panel, options, bottom + SPACE_BELOW_PLOT) : { svg: '', height: 0 };
  return {
    svg: axis.svg + labels + dotted + lines.toReversed().join('') + sideNames + namesBelow.svg,
    height: PLOT_HEIGHT + (hasMissing ? SPACE_BELOW_PLOT : SPACE_BELOW_PLOT - 10) + namesBelow.height,
    notes: [...lineNotes(series, periods, options), ...(dotted === '' ? [] : [options.earlier!.note])],
    positions: plotPositionAttributes([
      { left: left + inset, step, top: top + 6, bottom, zero: axis.toY(0), unit: axis.toY(0) - axis.toY(1) },
    ]),
  };
}

interface Names {
  lines: readonly (readonly string[])[];
  width: number;
}

/** Wraps the names of the lines; null if they do not fit next to the plot. */
function fitSideNames({ series }: Panel): Names | null {
  const lines = series.map(({ name }) => wrapText(name, LABEL.max, LABEL.size, true));
  const height = lines.reduce((sum, wrapped) => sum + wrapped.length * LABEL.size * LABEL.line + LABEL.spacing, 0);
  if (height > PLOT_HEIGHT) return null;
  return { lines, width: Math.max(...lines.flat().map((text) => textWidth(text, LABEL.size, true))) + 14 };
}

/** Draws names at the ends of their lines, without overlaps. */
function drawSideNames(
  { series }: Panel,
  { x, y }: PlotScales,
  layout: Names & { x: number; top: number; bottom: number },
  foreign: OtherLanguageTexts,
): string {
  const lineHeight = LABEL.size * LABEL.line;
  const labels = series.flatMap(({ figures }, index) => {
    const last = figures.findLast(({ value }) => value !== null);
    if (!last) return [];
    return [
      {
        at: index,
        end: [x(last.period), y(last.value!)] as const,
        height: layout.lines[index]!.length * lineHeight + LABEL.spacing,
      },
    ];
  });
  const centres = spreadLabels(
    labels.map(({ end: [, preferred], height }) => ({ preferred, height })),
    layout.top - 6,
    layout.bottom + 12,
  );
  return labels
    .map(({ at }, index) => {
      const centre = centres[index]!;
      const lines = layout.lines[at]!;
      const first = centre - ((lines.length - 1) * lineHeight) / 2;
      const { name } = series[at]!;
      const texts = escapeSvgLines(lines, name, foreign).map((text, row) =>
        svgElement(
          'text',
          {
            x: layout.x + 14,
            y: first + row * lineHeight + LABEL.size * 0.35,
            'font-size': LABEL.size,
            'font-weight': 600,
          },
          text,
        ),
      );
      return svgElement(
        'g',
        { ...seriesColour(at), fill: 'currentColor', lang: foreign.langOf(name) ?? undefined },
        drawMarker(at, [layout.x + 4, first], { radius: 3.6 }),
        ...texts,
      );
    })
    .join('');
}

/** Returns positions at which labels do not overlap, as close as possible to the preferred ones. */
export function spreadLabels(
  labels: readonly { preferred: number; height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = labels.map((label, index) => ({ ...label, at: index })).sort((a, b) => a.preferred - b.preferred);
  const blocks: { items: typeof order; centre: number; height: number }[] = [];
  for (const item of order) {
    let block = { items: [item], centre: item.preferred, height: item.height };
    for (
      let previous = blocks.at(-1);
      previous && previous.centre + previous.height / 2 > block.centre - block.height / 2;
      previous = blocks.at(-1)
    ) {
      blocks.pop();
      const height = previous.height + block.height;
      const centre = (previous.centre * previous.height + block.centre * block.height) / height;
      block = { items: [...previous.items, ...block.items], centre, height };
    }
    block.centre = Math.max(top + block.height / 2, Math.min(bottom - block.height / 2, block.centre));
    blocks.push(block);
  }
  const centres: number[] = [];
  for (const { items, centre, height } of blocks) {
    let at = centre - height / 2;
    for (const item of items) {
      centres[item.at] = at + item.height / 2;
      at += item.height;
    }
  }
  return centres;
}

/** Draws the names in rows below the plot, with their markers. */
function drawNamesBelow(
  { series }: Panel,
  { width, foreign }: CompleteChartOptions,
  top: number,
): { svg: string; height: number } {
  let y = top;
  const rows = series.map(({ name }, index) => {
    const block = textBlock(name, { x: 18, y, width: width - 18, size: LABEL.size, isBold: true }, foreign);
    const sign = drawMarker(index, [6, y + LABEL.size * 0.62], { radius: 3.6 });
    y = block.bottom + 4;
    return svgElement('g', { ...seriesColour(index), fill: 'currentColor' }, sign, block.svg);
  });
  return { svg: rows.join(''), height: y - top };
}
