import { type Chart, type ChartTable, emptyChart } from './chart.js';
import { type ChartSeries, type Figure, type Panel, type PanelData, readChartData } from './chart-data.js';
import {
  type ChartBody,
  type ChartOptions,
  type CompleteChartOptions,
  completeOptions,
  missingFigureReasons,
  renderFrame,
  withTextLanguages,
} from './chart-frame.js';
import { findFullestPeriod } from '../series/period.js';
import { boxEntry, type LegendEntry } from './legend.js';
import { MapCircles } from './map-circles.js';
import { classLimits, MAX_MAP_CLASSES } from './choropleth-classes.js';
import {
  type BaseMap,
  chooseMap,
  type CountryShape,
  isInSection,
  type MapSection,
  mapSectionFor,
} from './map-shapes.js';
import { classColour, namedFill, namedStroke } from './palette.js';
import { barSummary } from './chart-summary.js';
import { formatCoordinate, svgElement } from './svg.js';

const DOT_PX = 5;
const BORDER_PX = 0.7;
const MAX_HEIGHT_PX = 600;
const KOSOVO_CODE = 'XK';

interface LocatedFigure {
  series: ChartSeries;
  figure: Figure;
  shape: CountryShape | null;
}

/** The drawn section of a map, and its scale. */
interface MapView {
  map: BaseMap;
  section: MapSection;
  /** Pixels for each unit of the map. */
  scale: number;
}

/**
 * Draws the figures of countries as a map: rates in at most five classes, counts as circles. It shows the latest of
 * the periods with the most figures, and is cropped to the countries of the indicator. `scripts/make-map.ts`
 * generates the boundaries.
 */
export function drawMap(table: ChartTable, options: ChartOptions): Chart {
  const allOptions = completeOptions(options);
  const data = readChartData(table, allOptions);
  if (!data) return emptyChart('NO_FIGURES', allOptions);
  const drawing = withTextLanguages(allOptions, data.texts, data.units);
  const panel = data.panels.find(({ isRate }) => isRate) ?? data.panels[0];
  const shownPeriod = panel && findFullestPeriod(panel.series.flatMap(({ figures }) => figures))?.period;
  if (!panel || shownPeriod === undefined) return emptyChart('NO_AREAS', drawing);
  const covered = allOptions.map?.covered ?? panel.series.map(({ name, areaCode }) => ({ code: areaCode ?? '', name }));
  const view = createView(
    covered.map(({ code }) => code),
    drawing.width,
  );
  const locatedFigures = locateFigures(panel, shownPeriod, view.map);
  if (!locatedFigures.some(({ shape, figure }) => shape && figure.value !== null))
    return emptyChart('NO_AREAS', drawing);
  if (new Set(locatedFigures.map(({ series }) => series.areaCode)).size < locatedFigures.length)
    return emptyChart('NOT_COMPARABLE', drawing);
  const mapPanel = { ...panel, series: locatedFigures.map(({ series, figure }) => ({ ...series, figures: [figure] })) };
  const summary = barSummary({ ...data, panels: [mapPanel] }, drawing.messages, drawing.format);
  const subtitle = `${panel.heading}, ${drawing.format.period(shownPeriod)}`;
  const title = allOptions.title ?? data.title;
  const texts = { title, subtitle, summary, sources: data.sources, scope: allOptions.scopeOf(table) };
  // A page shows the legend and the notes of a bare map as text, so the map is only as wide as its section.
  const width = drawing.isBare ? Math.round(view.section.width * view.scale) : drawing.width;
  const { foreign } = drawing;
  const names = new Map(covered.map(({ code, name }) => [code, name]));
  const content = { located: locatedFigures, panel, names, period: shownPeriod };
  const frame = renderFrame((top) => mapBody(content, view, drawing, top), texts, { ...drawing, width });
  return { form: 'MAP', ...frame, title, summary, foreign, width };
}

function createView(codes: readonly string[], width: number): MapView {
  const map = chooseMap(codes);
  const section = mapSectionFor(map, new Set(codes));
  return { map, section, scale: Math.min(width / section.width, MAX_HEIGHT_PX / section.height) };
}

function locateFigures({ series }: Panel, period: string, map: BaseMap): LocatedFigure[] {
  const shapes = new Map(map.shapes.map((shape) => [shape.code, shape]));
  return series.flatMap((chartSeries): LocatedFigure[] => {
    const figure = chartSeries.figures.find((item) => item.period === period);
    return figure ? [{ series: chartSeries, figure, shape: shapes.get(chartSeries.areaCode ?? '') ?? null }] : [];
  });
}

interface MapContent {
  located: readonly LocatedFigure[];
  panel: PanelData;
  /** Names of all countries of the indicator, by code. */
  names: ReadonlyMap<string, string>;
  period: string;
}

function mapBody(
  { located, panel: { isRate }, names, period }: MapContent,
  { map, section, scale }: MapView,
  drawing: CompleteChartOptions,
  top: number,
): ChartBody {
  const { messages, format, describeMissing, isBare } = drawing;
  const byCode = new Map(located.flatMap((located) => (located.shape ? [[located.shape.code, located] as const] : [])));
  const figures = [...byCode.values()].map(({ figure }) => figure);
  const values = (drawing.map?.values ?? figures.flatMap(({ value }) => value ?? [])).toSorted((a, b) => a - b);
  const limits = isRate ? classLimits(values) : [];
  const hatch = `hatch-${computeHash(located)}`;
  const shapes = map.shapes.filter((shape) => isInSection(shape, section));
  const styleOf = ({ code }: CountryShape) => {
    const figure = byCode.get(code)?.figure;
    if (!figure || figure.value === null) return namedFill(names.has(code) ? 'absent' : 'land');
    return classColour(isRate ? chooseClass(figure.value, limits) : 0);
  };
  const drawn = shapes.map((shape) => {
    const { d, code } = shape;
    if (d === '') return '';
    const nameAttribute = isBare ? { 'data-n': names.get(code) } : {};
    const isHatched = byCode.get(code)?.figure.value === null;
    return (
      svgElement('path', { d, ...nameAttribute, ...styleOf(shape) }) +
      (isHatched ? svgElement('path', { d, fill: `url(#${hatch})` }) : '')
    );
  });
  const dots = shapes
    .filter(({ code, isTiny, d }) => isTiny && (isRate ? byCode.has(code) : d === '' && names.has(code)))
    .map((shape) => {
      const nameAttribute = isBare ? { 'data-n': names.get(shape.code) } : {};
      return svgElement('circle', { cx: shape.x, cy: shape.y, r: DOT_PX / scale, ...nameAttribute, ...styleOf(shape) });
    });
  const circles = isRate ? null : new MapCircles(values, scale);
  const circleSvgs = circles ? [...byCode.values()].map(({ shape, figure }) => circles.drawCircle(shape!, figure)) : [];
  const kosovo = shapes.find(({ code }) => code === KOSOVO_CODE);
  const size = 12 / scale;
  const kosovoStar =
    kosovo && svgElement('text', { x: kosovo.x + 0.4 * size, y: kosovo.y + 0.4 * size, 'font-size': size }, '*');
  const [width, height] = [section.width * scale, section.height * scale];
  const borderWidth = formatCoordinate(BORDER_PX / scale);
  const svg = svgElement(
    'svg',
    { y: top, width, height, viewBox: `${section.x} ${section.y} ${section.width} ${section.height}` },
    hatchPattern(hatch),
    svgElement('g', { 'stroke-width': borderWidth, ...namedStroke('ground') }, ...drawn, ...dots),
    ...circleSvgs,
    kosovoStar ?? '',
  );
  const missingReasons = missingFigureReasons(figures, describeMissing);
  const hasUnfilled = shapes.some(({ code }) => names.has(code) && !byCode.has(code));
  const hasOutside = shapes.some(({ code }) => !names.has(code));
  const legend = [
    ...(circles ? [...circles.legend(figures, format), boxEntry(messages.withFigure, classColour(0))] : []),
    ...(circles ? [] : listClasses(limits, values, drawing)),
    ...(hasUnfilled ? [boxEntry(messages.absent({ period: format.period(period) }), namedFill('absent'))] : []),
    ...(hasOutside ? [boxEntry(messages.notShown, namedFill('land'))] : []),
    ...(missingReasons === '' ? [] : [boxEntry(missingReasons, { fill: `url(#${hatch})` })]),
  ];
  const outside = located
    .filter(({ shape, figure }) => !shape && figure.value !== null)
    .map(({ series, figure }) => `${series.name} (${format.number(figure.value!)})`);
  const notes = [
    circles ? messages.circles : messages.classes,
    ...(circles && values.some((value) => value < 0) ? [messages.circlesBelow] : []),
    ...(outside.length > 0 ? [messages.outside({ names: outside.join(', ') })] : []),
    messages.boundaries,
    ...(kosovo ? [messages.kosovo] : []),
  ];
  return { svg, height: height + 10, notes, legend };
}

function chooseClass(value: number, limits: readonly number[]): number {
  const index = limits.filter((limit) => value >= limit).length;
  // Fewer classes use the darkest colours, which differ most from each other.
  return MAX_MAP_CLASSES - 1 - limits.length + index;
}

function listClasses(
  limits: readonly number[],
  values: readonly number[],
  { format, messages }: CompleteChartOptions,
): LegendEntry[] {
  const [first, last] = [limits[0], limits.at(-1)];
  const formatNumber = (value: number) => format.number(value);
  const texts =
    first === undefined || last === undefined
      ? [`${formatNumber(values[0]!)}–${formatNumber(values.at(-1)!)}`]
      : [
          messages.classBelow({ to: formatNumber(first) }),
          ...limits
            .slice(1)
            .map((to, index) => messages.classBetween({ from: formatNumber(limits[index]!), to: formatNumber(to) })),
          messages.classFrom({ from: formatNumber(last) }),
        ];
  return texts.map((text, index) => boxEntry(text, classColour(MAX_MAP_CLASSES - 1 - limits.length + index)));
}

function hatchPattern(id: string): string {
  const line = svgElement('path', { d: 'M0,6L6,0', 'stroke-width': 1.2, ...namedStroke('rule') });
  return svgElement(
    'defs',
    {},
    svgElement('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, line),
  );
}

/** Returns a hash of the data, as part of an id that is unique in the page. */
function computeHash(located: readonly LocatedFigure[]): string {
  let hash = 0;
  for (const { series, figure } of located) {
    for (const char of `${series.areaCode}${figure.value}`) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0;
  }
  return (hash >>> 0).toString(36);
}
