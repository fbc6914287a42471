import map from './map-shapes.json' with { type: 'json' };

/** Shape of a country on the map, in pixels. */
export interface CountryShape {
  /** ISO 3166-1 alpha-2 code, or XK. */
  code: string;
  /** Horizontal centre of its largest part. */
  x: number;
  /** Vertical centre of its largest part. */
  y: number;
  /** Whether the country is too small to be visible without a dot. */
  isTiny: boolean;
  /** SVG path. */
  d: string;
}

export const MAP_WIDTH = map.width;
export const MAP_HEIGHT = map.height;
export const SHAPES: readonly CountryShape[] = map.shapes;

const CODES: ReadonlySet<string> = new Set(map.shapes.map(({ code }) => code));

/** Whether the map has the shape of an area. */
export function hasShape(code: string): boolean {
  return CODES.has(code);
}
