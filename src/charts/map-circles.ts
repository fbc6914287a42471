import type { LocaleFormats } from '../i18n/locale-formats.js';
import type { Figure } from './chart-data.js';
import type { LegendEntry } from './legend.js';
import type { CountryShape } from './map-shapes.js';
import { seriesColour } from './palette.js';
import { svgElement } from './svg.js';

const MAX_RADIUS_PX = 30;
/** Colours of positive and negative figures. */
const [POSITIVE_COLOUR, NEGATIVE_COLOUR] = [seriesColour(0), seriesColour(1)];

/** Circles on a map with areas proportional to the figures. Negative ones are empty and have another colour. */
export class MapCircles {
  private readonly maxAbsolute: number;

  /** @param values figures of all periods, so that these are comparable @param scale pixels for each unit of the map */
  constructor(
    values: readonly number[],
    private readonly scale: number,
  ) {
    this.maxAbsolute = Math.max(...values.map(Math.abs));
  }

  /** Draws the circle of a figure. Returns an empty string for a missing figure and for zero. */
  drawCircle({ x, y }: CountryShape, { value, isHollow }: Figure): string {
    if (!value) return '';
    const fillStyle = isHollow ? { 'fill-opacity': 0.12 } : { 'fill-opacity': 0.45 };
    const lineWidth = 1 / this.scale;
    const style = {
      ...(value < 0
        ? { 'fill-opacity': 0, 'stroke-width': 1.5 * lineWidth, ...NEGATIVE_COLOUR }
        : { ...fillStyle, 'stroke-width': lineWidth, ...POSITIVE_COLOUR }),
      ...(isHollow && { 'stroke-dasharray': '3 2' }),
    };
    return svgElement('circle', {
      cx: x,
      cy: y,
      r: this.radius(value) / this.scale,
      fill: 'currentColor',
      stroke: 'currentColor',
      ...style,
    });
  }

  /** Returns the circles of the highest of the drawn figures and of a quarter of it. */
  legend(drawn: readonly Figure[], format: LocaleFormats): LegendEntry[] {
    const maxValue = Math.max(...drawn.map(({ value }) => Math.abs(value ?? 0)));
    const values = [maxValue, Math.round(maxValue / 4)].filter((value) => value > 0);
    return values.map((value) => {
      const radius = this.radius(value);
      const outline = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1, ...POSITIVE_COLOUR };
      const size = 2 * radius + 2;
      const symbol = svgElement('circle', { cx: radius + 1, cy: radius + 1, r: radius, ...outline });
      return { text: format.number(value), symbol, size, isToScale: true };
    });
  }

  /** Returns the radius of the circle of a figure, in pixels. */
  private radius(value: number): number {
    return Math.sqrt(Math.abs(value) / this.maxAbsolute) * MAX_RADIUS_PX;
  }
}
