import { nice, ticks } from 'd3-array';
import { frequencyOfPeriod, parsePeriod } from '../series/period.js';
import { namedFill, namedStroke } from './palette.js';
import { formatCoordinate, svgElement } from './svg.js';
import { textWidth } from './text-width.js';
import type { LocaleFormats } from '../i18n/locale-formats.js';

/** A drawn value axis, with the vertical position of each value. */
export interface ValueAxis {
  toY(value: number): number;
  svg: string;
}

const TICK_COUNT = 5;
const LABEL_FONT_SIZE = 12;
const MIN_LABEL_GAP = 14;

/** Returns rounded limits of a value axis that include all values and zero. */
export function axisRange(values: readonly number[]): [low: number, high: number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : (nice(low, high, TICK_COUNT) as [number, number]);
}

/** Returns the width of the widest axis label, in pixels. */
export function maxLabelWidth(range: readonly [number, number], format: LocaleFormats, count = TICK_COUNT): number {
  const maxAbsolute = Math.max(...range.map(Math.abs));
  return Math.max(...ticks(...range, count).map((tick) => textWidth(format.tick(tick, maxAbsolute), LABEL_FONT_SIZE)));
}

/** Draws the value axis with a line at each tick. The line at zero is darker. */
export function valueAxis(
  range: readonly [number, number],
  layout: { left: number; right: number; top: number; bottom: number; ticks?: number; size?: number },
  format: LocaleFormats,
): ValueAxis {
  const { left, right, top, bottom, ticks: count = TICK_COUNT, size = LABEL_FONT_SIZE } = layout;
  const [low, high] = range;
  const toY = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const maxAbsolute = Math.max(...range.map(Math.abs));
  const tickValues = ticks(low, high, count);
  const tickLines = (values: readonly number[]) =>
    values.map((value) => `M${formatCoordinate(left)},${formatCoordinate(toY(value))}H${formatCoordinate(right)}`);
  const style = { 'text-anchor': 'end', 'font-size': size, ...namedFill('soft') };
  const labels = tickValues.map((value) =>
    svgElement('text', { x: left - 8, y: toY(value) + size * 0.35 }, format.tick(value, maxAbsolute)),
  );
  const svg = [
    drawLines(tickLines(tickValues.filter((value) => value !== 0)), namedStroke('grid')),
    drawLines(tickLines(tickValues.filter((value) => value === 0)), namedStroke('rule')),
    svgElement('g', style, ...labels),
  ];
  return { toY, svg: svg.join('') };
}

function drawLines(lines: readonly string[], style: ReturnType<typeof namedStroke>): string {
  return lines.length === 0 ? '' : svgElement('path', { d: lines.join(''), ...style });
}

interface PeriodLabel {
  index: number;
  text: string;
}

/** Draws the labels of the period axis, as many as fit. The last label is always shown. */
export function periodAxis(
  periods: readonly string[],
  layout: { at(index: number): number; y: number; bottom: number; size?: number },
  format: LocaleFormats,
): string {
  const { at, y, bottom, size = LABEL_FONT_SIZE } = layout;
  const shownLabels = thinLabels(candidateLabels(periods, format), at, size);
  const ticks = shownLabels.map(({ index }) => `M${formatCoordinate(at(index))},${formatCoordinate(bottom)}v4`);
  const style = { 'text-anchor': 'middle', 'font-size': size, ...namedFill('soft') };
  const labels = shownLabels.map(({ index, text }) => svgElement('text', { x: at(index), y }, text));
  return drawLines(ticks, namedStroke('rule')) + svgElement('g', style, ...labels);
}

/** Returns candidate axis labels: the year at each first period; every period if there are fewer than three years. */
function candidateLabels(periods: readonly string[], format: LocaleFormats): PeriodLabel[] {
  const labels = periods.map((period, index) => ({ index, text: format.period(period), parts: parsePeriod(period)! }));
  if (periods.length === 0 || frequencyOfPeriod(periods[0]!) === 'YEAR') return labels;
  const yearLabels = labels
    .filter(({ parts }) => parts.part === 1)
    .map((label) => ({ ...label, text: String(label.parts.year) }));
  return yearLabels.length >= 3 ? yearLabels : labels;
}

/** Returns every n-th label, with the smallest n at which none overlap. Counts from the last label. */
function thinLabels(labels: readonly PeriodLabel[], at: (index: number) => number, size: number): PeriodLabel[] {
  for (let step = 1; step < labels.length; step += 1) {
    const shownLabels = labels.filter((_, index) => (labels.length - 1 - index) % step === 0);
    const fits = shownLabels.every((label, index) => {
      const previous = shownLabels[index - 1];
      if (!previous) return true;
      const distance = at(label.index) - at(previous.index);
      return distance >= (textWidth(label.text, size) + textWidth(previous.text, size)) / 2 + MIN_LABEL_GAP;
    });
    if (fits) return shownLabels;
  }
  return labels.slice(-1);
}
