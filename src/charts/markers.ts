import shapes from './marker-shapes.json' with { type: 'json' };
import { namedFill } from './palette.js';
import { pathData, formatCoordinate, svgElement } from './svg.js';

type Point = readonly [x: number, y: number];

/** Outlines of markers around the origin, relative to their radius. Null is a circle. */
const MARKER_SHAPES = shapes as readonly (readonly Point[] | null)[];

/** Draws the marker of a series in the current colour. A hollow marker is filled with the background colour. */
export function drawMarker(series: number, point: Point, { radius = 4, isHollow = false } = {}): string {
  const style = isHollow
    ? { ...namedFill('ground'), stroke: 'currentColor', 'stroke-width': 1.6 }
    : { fill: 'currentColor', stroke: 'none' };
  const shape = MARKER_SHAPES[series % MARKER_SHAPES.length];
  if (!shape) return svgElement('circle', { cx: point[0], cy: point[1], r: radius, ...style });
  return svgElement('path', { d: drawOutline(shape, point, radius), ...style });
}

/** Draws the filled markers of a series as one element. */
export function drawMarkers(series: number, points: readonly Point[], radius: number): string {
  if (points.length === 0) return '';
  const shape = MARKER_SHAPES[series % MARKER_SHAPES.length];
  if (!shape) {
    // A line of length 0 is drawn as its round caps.
    const dots = `${pathData(points).replaceAll('l', 'h0m')}h0`;
    const style = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2 * radius, 'stroke-linecap': 'round' };
    return svgElement('path', { d: dots, ...style });
  }
  const outlines = points.map((point) => drawOutline(shape, point, radius));
  return svgElement('path', { d: outlines.join(''), fill: 'currentColor', stroke: 'none' });
}

function drawOutline(shape: readonly Point[], [x, y]: Point, radius: number): string {
  const scaledPoints = shape.map(([dx, dy]): Point => [dx * radius, dy * radius]);
  const [[left, top]] = scaledPoints as [Point];
  const path = pathData(scaledPoints);
  return `M${formatCoordinate(x + left)},${formatCoordinate(y + top)}${path.slice(path.indexOf('l'))}Z`;
}

const CROSS_PX = 3;

/** Draws the crosses of missing figures as one element. */
export function missingFigureMarkers(points: readonly Point[]): string {
  if (points.length === 0) return '';
  const size = 2 * CROSS_PX;
  const crossPaths = points.map(
    ([x, y]) =>
      `M${formatCoordinate(x - CROSS_PX)},${formatCoordinate(y - CROSS_PX)}l${size},${size}m0,${-size}l${-size},${size}`,
  );
  return svgElement('path', { d: crossPaths.join(''), stroke: 'currentColor', 'stroke-width': 1.4, fill: 'none' });
}
