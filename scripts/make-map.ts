import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoAzimuthalEqualArea, geoEqualEarth, type GeoPath, geoPath, type GeoProjection } from 'd3-geo';
import type { MultiPolygon as GeoMultiPolygon, Polygon as GeoPolygon } from 'geojson';
import countries from 'i18n-iso-countries';
import { feature, mergeArcs } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

// Writes the projected shapes of countries: src/charts/map-shapes.json (Europe and its neighbours) and
// map-shapes-world.json. Differs from Natural Earth, which world-atlas contains: Crimea belongs to Ukraine, the north of
// Cyprus to Cyprus, and Kosovo has its code. Run it (npx tsx scripts/make-map.ts) after an update of world-atlas.

type Country = (Polygon | MultiPolygon) & { id?: string; properties: { name: string } };
type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A map to write: its countries, their projection, and its size in pixels. */
interface Target {
  file: string;
  world: World;
  projection: GeoProjection;
  path: GeoPath;
  width: number;
  height: number;
}

const EUROPE = { width: 760, height: 620 };
const WHOLE = { width: 840, height: 390 };
/** The corners of the map of Europe: from the Canaries to the Caspian Sea, from the Sahara to the North Cape. */
const CORNERS = { west: -20, east: 52, south: 24, north: 71 };
/** Minimum distance between points of a coast, in pixels. Nearer points are omitted. */
const THINNED_PX = 1.1;
/** Minimum size of islands and enclaves, in pixels. The largest part of a country is always included. */
const MIN_SIZE_PX = 1.5;
/** Minimum area of a country in square pixels. Smaller ones are drawn as dots. */
const TINY_PX2 = 30;
const CRIMEA = { west: 32, east: 37, south: 44, north: 46.5 };
/** Code of a country that the map of the world omits, because it has no figures. */
const ANTARCTICA = 'AQ';

/** Returns a copy of a map in world-atlas, because its shapes are thinned in place. */
const readWorld = (name: string) =>
  structuredClone(createRequire(import.meta.url)(`world-atlas/${name}.json`) as World);

function targetOf(file: string, name: string, projection: GeoProjection, size: typeof EUROPE): Target {
  return { file, world: readWorld(name), projection, path: geoPath(projection).digits(1), ...size };
}

const europe = targetOf(
  'src/charts/map-shapes.json',
  'countries-50m',
  geoAzimuthalEqualArea()
    .rotate([-16, -47])
    .fitExtent(
      [
        [0, 0],
        [EUROPE.width, EUROPE.height],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [CORNERS.west, CORNERS.south + 14],
          [CORNERS.east, CORNERS.south + 14],
          [16, CORNERS.south],
          [16, CORNERS.north],
        ],
      },
    )
    .clipExtent([
      [0, 0],
      [EUROPE.width, EUROPE.height],
    ]),
  EUROPE,
);
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WHOLE.width, { type: 'Sphere' });
// Without Antarctica, the map ends at 58 degrees south.
const top = projection([11, 84])![1];
projection.translate([projection.translate()[0], projection.translate()[1] - top]);
const whole = targetOf('src/charts/map-shapes-world.json', 'countries-110m', projection, WHOLE);

thin(europe);
write(europe, shapesOf(europe));
thin(whole);
const large = shapesOf(whole).filter(({ code }) => code !== ANTARCTICA);
// Countries without a shape at this scale are dots.
const known = new Set([...large.map(({ code }) => code), ANTARCTICA]);
const dots = shapesOf({ ...whole, world: readWorld('countries-50m') })
  .filter(({ code }) => !known.has(code))
  .map((shape) => ({ ...shape, isTiny: true, d: '' }));
write(whole, inOrder([...large, ...dots]));

interface Shape {
  code: string;
  x: number;
  y: number;
  isTiny: boolean;
  d: string;
}

function shapesOf(target: Target): Shape[] {
  return inOrder([...arcsByCode(target.world)].flatMap(([code, arcs]) => shape(target, code, arcs) ?? []));
}

function inOrder(shapes: readonly Shape[]): Shape[] {
  return shapes.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** Omits points close to the previous one, per arc, so that neighbours share one border. */
function thin({ world: topology, projection }: Target): void {
  const { scale, translate } = topology.transform!;
  topology.arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx, dy]) => {
      [x, y] = [x + dx!, y + dy!];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    let kept = projection([points[0]![0]!, points[0]![1]!]);
    return points.filter((point, at) => {
      if (at === 0 || at === points.length - 1) return true;
      const there = projection([point[0]!, point[1]!]);
      if (!there || !kept) return true;
      if (Math.hypot(there[0] - kept[0], there[1] - kept[1]) < THINNED_PX) return false;
      kept = there;
      return true;
    });
  });
  delete topology.transform;
}

/** Returns the corrected rings of each country as lists of arcs, by country code. */
function arcsByCode(world: World): Map<string, number[][][]> {
  const byCode = new Map<string, number[][][]>();
  for (const country of world.objects.countries.geometries as Country[]) {
    const polygons = country.type === 'Polygon' ? [country.arcs] : country.arcs;
    for (const polygon of polygons) {
      const code = codeOf(world, country, polygon);
      if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), polygon]);
    }
  }
  return byCode;
}

function codeOf(world: World, { id, properties: { name } }: Country, polygon: number[][]): string | null {
  if (name === 'Kosovo') return 'XK';
  if (name === 'N. Cyprus') return 'CY';
  if (name === 'Somaliland') return 'SO';
  if (id === undefined) return null;
  const code = countries.numericToAlpha2(id) ?? null;
  return code === 'RU' && isCrimea(world, polygon) ? 'UA' : code;
}

function isCrimea(world: World, polygon: number[][]): boolean {
  const [ring] = (feature(world, { type: 'Polygon', arcs: polygon }).geometry as GeoPolygon).coordinates;
  return ring!.every(([lon, lat]) => {
    return lon! > CRIMEA.west && lon! < CRIMEA.east && lat! > CRIMEA.south && lat! < CRIMEA.north;
  });
}

function shape({ world, path }: Target, code: string, arcs: number[][][]): Shape | null {
  const merged = mergeArcs(world, [{ type: 'MultiPolygon', arcs }]);
  const whole = feature(world, merged).geometry as GeoMultiPolygon;
  const polygons = whole.coordinates
    .map((coordinates): GeoPolygon => ({ type: 'Polygon', coordinates }))
    .map((polygon) => ({ polygon, area: path.area(polygon), span: spanOf(path, polygon) }))
    .sort((one, other) => other.area - one.area);
  const [largest] = polygons;
  if (!largest || largest.area === 0) return null;
  const kept = polygons.filter(({ span }, at) => at === 0 || span >= MIN_SIZE_PX);
  const d = path({ type: 'MultiPolygon', coordinates: kept.map(({ polygon }) => polygon.coordinates) });
  const [x, y] = path.centroid(largest.polygon);
  const area = kept.reduce((sum, each) => sum + each.area, 0);
  return d === null ? null : { code, d, x: Math.round(x), y: Math.round(y), isTiny: area < TINY_PX2 };
}

function spanOf(path: GeoPath, polygon: GeoPolygon): number {
  const [[left, top], [right, bottom]] = path.bounds(polygon);
  return Math.max(right - left, bottom - top);
}

/** Writes one shape per line, so that a diff shows which countries changed. */
function write({ file, width, height }: Target, shapes: readonly Shape[]): void {
  const lines = shapes.map(({ code, x, y, isTiny, d }) => `    ${JSON.stringify({ code, x, y, isTiny, d })}`);
  writeFileSync(file, `{\n  "width": ${width},\n  "height": ${height},\n  "shapes": [\n${lines.join(',\n')}\n  ]\n}\n`);
}
