import type { Figure } from './figures.js';
import type { CompleteChartOptions } from './chart-frame.js';
import type { CountryShape } from './map-shapes.js';
import { MAP_WIDTH } from './map-shapes.js';
import { seriesColour } from './palette.js';
import { tag } from './svg.js';
import { textWidth } from './text-width.js';

const MAX_RADIUS_PX = 34;
const LEGEND_TEXT_PX = 12;
/** Colours of positive and negative figures. */
const [POSITIVE_COLOUR, NEGATIVE_COLOUR] = [seriesColour(0), seriesColour(1)];

/**
 * Circles on a map, with areas proportional to the figures. Positive figures are filled; negative ones are empty and
 * have another colour.
 */
export class Circles {
  /** Maximum absolute figure. */
  private readonly maxAbsolute: number;
  readonly hasNegative: boolean;

  constructor(values: readonly number[]) {
    this.maxAbsolute = Math.max(...values.map(Math.abs));
    this.hasNegative = values.some((value) => value < 0);
  }

  /** Draws the circle of a figure; empty if it is missing or zero. */
  at({ x, y }: CountryShape, { value, isHollow }: Figure): string {
    if (!value) return '';
    const filled = isHollow ? { 'fill-opacity': 0.12 } : { 'fill-opacity': 0.45 };
    const look = {
      ...(value < 0
        ? { 'fill-opacity': 0, 'stroke-width': 1.5, ...NEGATIVE_COLOUR }
        : { ...filled, 'stroke-width': 1, ...POSITIVE_COLOUR }),
      ...(isHollow && { 'stroke-dasharray': '3 2' }),
    };
    return tag('circle', {
      cx: x,
      cy: y,
      r: this.radius(value),
      fill: 'currentColor',
      stroke: 'currentColor',
      ...look,
    });
  }

  legend({ width, format }: CompleteChartOptions, y: number): { svg: string; height: number } {
    const scale = width / MAP_WIDTH;
    const quarter = Math.round(this.maxAbsolute / 4);
    const values = [this.maxAbsolute, quarter].filter((value) => value > 0);
    let x = 0;
    const drawn = values.map((value) => {
      const r = this.radius(value) * scale;
      const outline = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1, ...POSITIVE_COLOUR };
      const shape = tag('circle', { cx: x + r + 1, cy: y + 2 * MAX_RADIUS_PX * scale - r, r, ...outline });
      const text = format.number(value);
      const at = { x: x + 2 * r + 8, y: y + 2 * MAX_RADIUS_PX * scale - 4, 'font-size': LEGEND_TEXT_PX };
      x += 2 * r + textWidth(text, LEGEND_TEXT_PX) + 30;
      return shape + tag('text', at, text);
    });
    return { svg: drawn.join(''), height: 2 * MAX_RADIUS_PX * scale + 12 };
  }

  private radius(value: number): number {
    return Math.sqrt(Math.abs(value) / this.maxAbsolute) * MAX_RADIUS_PX;
  }
}
