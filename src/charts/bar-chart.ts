import { axisRange } from './axes.js';
import type { ChartSeries, Figure, Panel } from './chart-data.js';
import { type ChartBody, type CompleteChartOptions, missingFiguresNote, textBlock } from './chart-frame.js';
import { missingFigureMarkers } from './markers.js';
import { namedFill, seriesColour, namedStroke } from './palette.js';
import { escapeSvg, svgElement } from './svg.js';
import { textWidth } from './text-width.js';

/** Maximum number of bars of a chart without the `ranking` option, which draws all bars. */
const MAX_BARS = 40;
const NAME_PX = { max: 250, share: 0.42 };
const FONT_SIZE = 12.5;
const BAR_PX = 16;
const ROW_GAP = 8;

interface Bar {
  series: ChartSeries;
  figure: Figure;
  /** Rank; absent without a figure, or if ranks are not shown. */
  rank?: number;
}

/** Draws one bar per series, in descending order. Series without a figure are last. Each unit has its own scale. */
export function barChart(panels: readonly Panel[], options: CompleteChartOptions, top: number): ChartBody {
  const svgs: string[] = [];
  const notes: string[] = [];
  let y = top;
  const left = nameWidth(panels, options);
  for (const panel of panels) {
    const heading =
      panels.length > 1
        ? textBlock(panel.heading, { y, width: options.width, size: 13, isMuted: true }, options.foreign)
        : null;
    const allBars = options.ranking ? withRanks(sortedBars(panel)) : sortedBars(panel);
    const shownBars = options.ranking ? allBars : allBars.slice(0, MAX_BARS);
    const layout = { top: (heading?.bottom ?? y) + (heading ? 8 : 0), names: left };
    const barSvgs = barRows(shownBars, options, layout);
    svgs.push(heading?.svg ?? '', barSvgs.svg);
    notes.push(...barNotes(shownBars, allBars.length, options));
    y = barSvgs.bottom + (panels.length > 1 ? 16 : 0);
  }
  return { svg: svgs.join(''), height: y - top, notes: [...new Set(notes)] };
}

/** Returns a bar for the latest figure of each series, highest first. */
export function sortedBars({ series }: Panel): Bar[] {
  const allBars = series.flatMap((chartSeries): Bar[] => {
    const figure = chartSeries.figures.at(-1);
    return figure ? [{ series: chartSeries, figure }] : [];
  });
  return allBars.sort((a, b) => (b.figure.value ?? -Infinity) - (a.figure.value ?? -Infinity) || 0);
}

/** Numbers the bars. Equal figures have the same rank. */
function withRanks(allBars: readonly Bar[]): Bar[] {
  return allBars.map((bar) => {
    const { value } = bar.figure;
    if (value === null) return bar;
    return { ...bar, rank: 1 + allBars.findIndex(({ figure }) => figure.value === value) };
  });
}

function barNotes(
  shownBars: readonly Bar[],
  barCount: number,
  { messages, describeMissing }: CompleteChartOptions,
): string[] {
  const notes = [
    shownBars.some(({ figure }) => figure.isHollow) ? messages.hollowBar : '',
    missingFiguresNote(
      shownBars.map(({ figure }) => figure),
      describeMissing,
    ),
    shownBars.some(({ figure }) => figure.isBreak) ? `// ${messages.breakInSeries}` : '',
  ].filter((note) => note !== '');
  const truncationNote =
    shownBars.length < barCount ? [messages.firstOf({ shown: shownBars.length, all: barCount })] : [];
  return [...truncationNote, ...(notes.length > 0 ? [`${notes.join(' · ')}.`] : [])];
}

/** Returns the width for the names of all panels, in pixels. Longer names are wrapped. */
function nameWidth(panels: readonly Panel[], { width, ranking, messages }: CompleteChartOptions): number {
  const isBold = ranking !== undefined;
  const rankPrefix = isBold ? '000. ' : '';
  const othersTexts = ranking?.others ? [messages.others({ count: ranking.others.count })] : [];
  const texts = panels.flatMap(({ series }) => [...series.map(({ name }) => `${rankPrefix}${name}`), ...othersTexts]);
  const widths = texts.map((text) => textWidth(text, FONT_SIZE, isBold));
  return Math.min(NAME_PX.max, width * NAME_PX.share, Math.max(0, ...widths) + 4);
}

function barRows(
  shownBars: readonly Bar[],
  { width, format, describeMissing, foreign, messages, ranking }: CompleteChartOptions,
  { top, names }: { top: number; names: number },
): { svg: string; bottom: number } {
  const others = ranking?.others ?? null;
  const valueText = ({ value, state }: Figure) => (value === null ? describeMissing(state) : format.number(value));
  const valueTexts = [
    ...shownBars.map(({ figure }) => valueText(figure)),
    ...(others ? [format.number(others.value)] : []),
  ];
  const valueWidth = Math.max(0, ...valueTexts.map((text) => textWidth(text, FONT_SIZE))) + 8;
  const [low, high] = axisRange([
    ...shownBars.flatMap(({ figure }) => figure.value ?? []),
    ...(others ? [others.value] : []),
  ]);
  const isAnyHighlighted = shownBars.some(({ series }) => isHighlighted(series, ranking));
  const left = names + 10 + (low < 0 ? valueWidth : 0);
  const right = width - valueWidth;
  const toX = (value: number) => left + ((value - low) / (high - low)) * (right - left);
  let y = top;
  const rows = shownBars.map(({ series, figure, rank }) => {
    const isBold = isHighlighted(series, ranking);
    const nameText = rank === undefined ? series.name : `${rank}. ${series.name}`;
    const name = textBlock(nameText, { x: names, y, width: names, size: FONT_SIZE, anchor: 'end', isBold }, foreign);
    const height = Math.max(BAR_PX, name.bottom - y);
    const centre = y + height / 2;
    const offset = (height - (name.bottom - y)) / 2;
    const end = figure.value === null ? toX(0) : toX(figure.value);
    y += height + ROW_GAP;
    const nameSvg =
      svgElement('g', { transform: offset > 0.5 ? `translate(0,${Math.round(offset)})` : undefined }, name.svg) +
      drawBar(figure, { from: toX(0), end, centre, text: valueText(figure), isFaint: isAnyHighlighted && !isBold });
    return ranking ? svgElement('g', { class: 'row' }, nameSvg) : nameSvg;
  });
  if (others) {
    const text = messages.others({ count: others.count });
    const name = textBlock(text, { x: names, y: y + 8, width: names, size: FONT_SIZE, anchor: 'end' }, foreign);
    const rule = { x1: 0, x2: width, y1: y, y2: y, 'stroke-dasharray': '2 3', ...namedStroke('rule') };
    const centre = y + 8 + Math.max(BAR_PX, name.bottom - y - 8) / 2;
    const rect = { x: toX(0), y: centre - BAR_PX / 2, width: toX(others.value) - toX(0), height: BAR_PX };
    const label = { x: toX(others.value) + 6, y: centre + FONT_SIZE * 0.35, 'font-size': FONT_SIZE };
    rows.push(
      svgElement('line', rule),
      name.svg,
      svgElement('rect', { ...rect, ...namedFill('absent') }),
      svgElement('text', label, format.number(others.value)),
    );
    y = centre + BAR_PX / 2 + ROW_GAP;
  }
  const zero = svgElement('line', { x1: toX(0), x2: toX(0), y1: top - 4, y2: y - ROW_GAP + 4, ...namedStroke('rule') });
  return { svg: rows.join('') + zero, bottom: y };
}

function isHighlighted({ areaCode }: ChartSeries, ranking: CompleteChartOptions['ranking']): boolean {
  return areaCode !== null && ranking !== undefined && ranking.highlighted.includes(areaCode);
}

function drawBar(
  figure: Figure,
  { from, end, centre, text, isFaint }: { from: number; end: number; centre: number; text: string; isFaint: boolean },
): string {
  const isNegative = end < from;
  const label = {
    x: figure.value === null ? from + 18 : isNegative ? end - 6 : end + 6,
    y: centre + FONT_SIZE * 0.35,
    'font-size': FONT_SIZE,
    'text-anchor': isNegative ? 'end' : undefined,
    ...(figure.value === null && namedFill('soft')),
  };
  if (figure.value === null)
    return missingFigureMarkers([[from + 9, centre]]) + svgElement('text', label, escapeSvg(text));
  const inset = figure.isHollow ? 0.8 : 0;
  const style = figure.isHollow
    ? { ...namedFill('ground'), stroke: 'currentColor', 'stroke-width': 1.6 }
    : { fill: 'currentColor' };
  const rect = svgElement('rect', {
    x: Math.min(from, end) + inset,
    y: centre - BAR_PX / 2 + inset,
    width: Math.max(0.8, Math.abs(end - from) - 2 * inset),
    height: BAR_PX - 2 * inset,
    ...style,
    ...(isFaint && { opacity: 0.5 }),
  });
  return svgElement('g', seriesColour(0), rect) + svgElement('text', label, `${text}${figure.isBreak ? ' //' : ''}`);
}
