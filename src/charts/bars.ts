import { fitRange } from './axes.js';
import type { ChartSeries, Figure, Panel } from './figures.js';
import type { ChartBody, CompleteChartOptions } from './chart-frame.js';
import { crossNote, textBlock } from './chart-frame.js';
import { missingFigureMarkers } from './markers.js';
import { paintFill, seriesColour, paintStroke } from './palette.js';
import { tag } from './svg.js';
import { textWidth } from './text-width.js';

const MAX_BARS = 40;
const NAME_PX = { most: 250, share: 0.42 };
const SIZE = 12.5;
const BAR_PX = 16;
const ROW_GAP = 8;

interface Bar {
  series: ChartSeries;
  figure: Figure;
}

/** Draws one bar per series, in descending order. Series without a figure are last. Each unit has its own scale. */
export function bars(panels: readonly Panel[], drawing: CompleteChartOptions, top: number): ChartBody {
  const svgs: string[] = [];
  const notes: string[] = [];
  let y = top;
  const left = nameWidth(panels, drawing.width);
  for (const panel of panels) {
    const heading =
      panels.length > 1
        ? textBlock(panel.heading, { y, width: drawing.width, size: 13, isSoft: true }, drawing.foreign)
        : null;
    const allBars = makeBars(panel);
    const shownBars = allBars.slice(0, MAX_BARS);
    const place = { top: (heading?.bottom ?? y) + (heading ? 8 : 0), names: left };
    const drawn = barRows(shownBars, drawing, place);
    svgs.push(heading?.svg ?? '', drawn.svg);
    notes.push(...barNotes(shownBars, allBars.length, drawing));
    y = drawn.bottom + (panels.length > 1 ? 16 : 0);
  }
  return { svg: svgs.join(''), height: y - top, notes: [...new Set(notes)] };
}

/** Returns the latest figure of each series, in descending order. */
export function makeBars({ series }: Panel): Bar[] {
  const allBars = series.flatMap((chartSeries): Bar[] => {
    const figure = chartSeries.figures.at(-1);
    return figure ? [{ series: chartSeries, figure }] : [];
  });
  return allBars.sort((a, b) => (b.figure.value ?? -Infinity) - (a.figure.value ?? -Infinity) || 0);
}

function barNotes(
  shownBars: readonly Bar[],
  barCount: number,
  { messages, describeMissing }: CompleteChartOptions,
): string[] {
  const notes = [
    shownBars.some(({ figure }) => figure.isHollow) ? messages.hollowBar : '',
    crossNote(
      shownBars.map(({ figure }) => figure),
      describeMissing,
    ),
    shownBars.some(({ figure }) => figure.isBreak) ? `// ${messages.breakInSeries}` : '',
  ].filter((note) => note !== '');
  const cut = shownBars.length < barCount ? [messages.firstOf({ shown: shownBars.length, all: barCount })] : [];
  return [...cut, ...(notes.length > 0 ? [`${notes.join(' · ')}.`] : [])];
}

/** Returns the width for the names of all panels, in pixels. Longer names are wrapped. */
function nameWidth(panels: readonly Panel[], width: number): number {
  const names = panels.flatMap(({ series }) => series.map(({ name }) => textWidth(name, SIZE)));
  return Math.min(NAME_PX.most, width * NAME_PX.share, Math.max(0, ...names) + 4);
}

function barRows(
  shownBars: readonly Bar[],
  { width, format, describeMissing, foreign }: CompleteChartOptions,
  { top, names }: { top: number; names: number },
): { svg: string; bottom: number } {
  const valueText = ({ value, state }: Figure) => (value === null ? describeMissing(state) : format.number(value));
  const values = Math.max(0, ...shownBars.map(({ figure }) => textWidth(valueText(figure), SIZE))) + 8;
  const [low, high] = fitRange(shownBars.flatMap(({ figure }) => figure.value ?? []));
  const left = names + 10 + (low < 0 ? values : 0);
  const right = width - values;
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left);
  let y = top;
  const rows = shownBars.map(({ series, figure }) => {
    const name = textBlock(series.name, { x: names, y, width: names, size: SIZE, anchor: 'end' }, foreign);
    const height = Math.max(BAR_PX, name.bottom - y);
    const centre = y + height / 2;
    const lift = (height - (name.bottom - y)) / 2;
    const end = figure.value === null ? x(0) : x(figure.value);
    y += height + ROW_GAP;
    return (
      tag('g', { transform: lift > 0.5 ? `translate(0,${Math.round(lift)})` : undefined }, name.svg) +
      bar(figure, { from: x(0), end, centre, text: valueText(figure) })
    );
  });
  const zero = tag('line', { x1: x(0), x2: x(0), y1: top - 4, y2: y - ROW_GAP + 4, ...paintStroke('rule') });
  return { svg: rows.join('') + zero, bottom: y };
}

function bar(
  figure: Figure,
  { from, end, centre, text }: { from: number; end: number; centre: number; text: string },
): string {
  const isNegative = end < from;
  const label = {
    x: figure.value === null ? from + 18 : isNegative ? end - 6 : end + 6,
    y: centre + SIZE * 0.35,
    'font-size': SIZE,
    'text-anchor': isNegative ? 'end' : undefined,
    ...(figure.value === null && paintFill('soft')),
  };
  if (figure.value === null) return missingFigureMarkers([[from + 9, centre]]) + tag('text', label, text);
  const inset = figure.isHollow ? 0.8 : 0;
  const look = figure.isHollow
    ? { ...paintFill('ground'), stroke: 'currentColor', 'stroke-width': 1.6 }
    : { fill: 'currentColor' };
  const rect = tag('rect', {
    x: Math.min(from, end) + inset,
    y: centre - BAR_PX / 2 + inset,
    width: Math.max(0.8, Math.abs(end - from) - 2 * inset),
    height: BAR_PX - 2 * inset,
    ...look,
  });
  return tag('g', seriesColour(0), rect) + tag('text', label, `${text}${figure.isBreak ? ' //' : ''}`);
}
