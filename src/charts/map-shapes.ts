import map from './map-shapes.json' with { type: 'json' };

/** The shape of a country on the map, in pixels. */
export interface CountryShape {
  /** ISO 3166-1 alpha-2, or XK. */
  code: string;
  /** The centre of its largest part. */
  x: number;
  y: number;
  /** Whether it is too small to see without a dot. */
  isTiny: boolean;
  /** An SVG path. */
  d: string;
}

export const MAP_WIDTH = map.width;
export const MAP_HEIGHT = map.height;
export const SHAPES: readonly CountryShape[] = map.shapes;
