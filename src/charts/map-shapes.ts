import { memoiseByObject } from '../memoise.js';
import europe from './map-shapes.json' with { type: 'json' };
import world from './map-shapes-world.json' with { type: 'json' };

/** Shape of a country on a map, in pixels. */
export interface CountryShape {
  /** ISO 3166-1 alpha-2 code, or XK. */
  code: string;
  /** Horizontal centre of the largest part of the country, in pixels. */
  x: number;
  /** Vertical centre of the largest part of the country, in pixels. */
  y: number;
  /** Whether the country is too small to be visible without a dot. */
  isTiny: boolean;
  /** Outline as the `d` attribute of an SVG path; empty for a country that is only a dot. */
  d: string;
}

/** Outlines of countries, and the size of the map in pixels. */
export interface BaseMap {
  width: number;
  height: number;
  shapes: readonly CountryShape[];
}

/** A rectangle on a map, in pixels. */
export interface MapSection {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const EUROPE_SHAPES: readonly CountryShape[] = europe.shapes;

const EUROPE_CODES: ReadonlySet<string> = new Set(europe.shapes.map(({ code }) => code));
const WORLD_CODES: ReadonlySet<string> = new Set(world.shapes.map(({ code }) => code));
/** Space around the countries of a section, in pixels. */
const MARGIN_PX = 8;
/** Minimum size of a section, so that a few small countries do not fill the map. */
const MIN_SECTION_PX = 200;

/** Whether a map has the shape of an area. */
export function hasShape(code: string): boolean {
  return EUROPE_CODES.has(code) || WORLD_CODES.has(code);
}

/** Returns the map of Europe and its neighbours; the world map if most of the areas are outside it. */
export function chooseMap(codes: readonly string[]): BaseMap {
  const europeCount = codes.filter((code) => EUROPE_CODES.has(code)).length;
  return 2 * europeCount >= codes.filter((code) => WORLD_CODES.has(code)).length ? europe : world;
}

/** Returns the section of a map that contains the given areas; the whole map if it has none of them. */
export function mapSectionFor({ width, height, shapes }: BaseMap, codes: ReadonlySet<string>): MapSection {
  const bounds = shapes.filter(({ code }) => codes.has(code)).map(boundsOf);
  if (bounds.length === 0) return { x: 0, y: 0, width, height };
  const [x, sectionWidth] = coverSpan(
    bounds.map(({ left }) => left),
    bounds.map(({ right }) => right),
    width,
  );
  const [y, sectionHeight] = coverSpan(
    bounds.map(({ top }) => top),
    bounds.map(({ bottom }) => bottom),
    height,
  );
  return { x, y, width: sectionWidth, height: sectionHeight };
}

function coverSpan(starts: readonly number[], ends: readonly number[], size: number): [start: number, length: number] {
  const [low, high] = [Math.min(...starts) - MARGIN_PX, Math.max(...ends) + MARGIN_PX];
  const padding = Math.max(0, MIN_SECTION_PX - (high - low)) / 2;
  const start = Math.max(0, Math.floor(low - padding));
  return [start, Math.min(size, Math.ceil(high + padding)) - start];
}

/** Whether the largest part of a shape is at least partly in a section. */
export function isInSection(shape: CountryShape, { x, y, width, height }: MapSection): boolean {
  const { left, right, top, bottom } = boundsOf(shape);
  return right >= x && left <= x + width && bottom >= y && top <= y + height;
}

interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Returns the bounds of the largest part of a shape, so that distant islands do not widen a section. */
const boundsOf = memoiseByObject((shape: CountryShape): Bounds => {
  const parts = shape.d === '' ? [`${shape.x},${shape.y}`] : shape.d.split('M').slice(1);
  const [bounds] = parts.map(boundsOfPart).sort((a, b) => sizeOf(b) - sizeOf(a)) as [Bounds];
  return bounds;
});

function boundsOfPart(part: string): Bounds {
  const points = [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function sizeOf({ left, right, top, bottom }: Bounds): number {
  return (right - left) * (bottom - top);
}
