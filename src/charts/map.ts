import type { Chart, ChartTable } from './chart.js';
import { emptyChart } from './chart.js';
import type { ChartSeries, Figure, Panel, ReadPanel } from './figures.js';
import { readChartData } from './figures.js';
import type { ChartBody, ChartOptions, CompleteChartOptions } from './chart-frame.js';
import { completeOptions, renderFrame, unavailableReason, withTexts } from './chart-frame.js';
import { Circles } from './map-circles.js';
import { classLimits, MAX_CLASSES } from './map-classes.js';
import type { CountryShape } from './map-shapes.js';
import { MAP_HEIGHT, MAP_WIDTH, SHAPES } from './map-shapes.js';
import { classColour, paintFill, paintStroke } from './palette.js';
import { barSummary } from './chart-summary.js';
import { tag } from './svg.js';
import { textWidth } from './text-width.js';

const DOT_PX = 5;
const KOSOVO = 'XK';
const LEGEND = { box: 74, height: 14, size: 12 };

interface LocatedFigure {
  series: ChartSeries;
  figure: Figure;
  shape: CountryShape | null;
}

/**
 * Draws the figures of countries as a map: rates in five classes of similar size, counts as circles. Of the periods with
 * the most figures, it shows the latest. `scripts/make-map.ts` generates the boundaries.
 */
export function drawMap(table: ChartTable, options: ChartOptions): Chart {
  const plain = completeOptions(options);
  const data = readChartData(table, plain);
  if (!data) return emptyChart('NO_FIGURES', plain);
  const drawing = withTexts(plain, data.texts, data.units);
  const panel = data.panels.find(({ isRate }) => isRate) ?? data.panels[0];
  const shownPeriod = panel && fullestPeriod(panel);
  if (!panel || shownPeriod === undefined) return emptyChart('NO_AREAS', drawing);
  const locatedFigures = locateFigures(panel, shownPeriod);
  if (!locatedFigures.some(({ shape, figure }) => shape && figure.value !== null))
    return emptyChart('NO_AREAS', drawing);
  if (new Set(locatedFigures.map(({ series }) => series.areaCode)).size < locatedFigures.length)
    return emptyChart('NOT_COMPARABLE', drawing);
  const only = { ...panel, series: locatedFigures.map(({ series, figure }) => ({ ...series, figures: [figure] })) };
  const summary = barSummary({ ...data, panels: [only] }, drawing.messages, drawing.format);
  const subtitle = `${panel.heading}, ${drawing.format.period(shownPeriod)}`;
  const texts = { title: data.title, subtitle, summary, sources: data.sources, scope: plain.scopeOf(table) };
  const { svg, height } = renderFrame((top) => mapBody(locatedFigures, panel, drawing, top), texts, drawing);
  const { width, foreign } = drawing;
  return { form: 'MAP', svg, title: data.title, summary, foreign, width, height };
}

function fullestPeriod({ series }: Panel): string | undefined {
  const counts = new Map<string, number>();
  for (const { figures } of series) {
    for (const { period, value } of figures) if (value !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const maxCount = Math.max(...counts.values());
  return [...counts]
    .filter(([, count]) => count === maxCount)
    .sort()
    .at(-1)?.[0];
}

function locateFigures({ series }: Panel, period: string): LocatedFigure[] {
  const shapes = new Map(SHAPES.map((shape) => [shape.code, shape]));
  return series.flatMap((chartSeries): LocatedFigure[] => {
    const figure = chartSeries.figures.find((found) => found.period === period);
    return figure ? [{ series: chartSeries, figure, shape: shapes.get(chartSeries.areaCode ?? '') ?? null }] : [];
  });
}

function mapBody(
  locatedFigures: readonly LocatedFigure[],
  { isRate }: ReadPanel,
  drawing: CompleteChartOptions,
  top: number,
): ChartBody {
  const { width, messages, describeMissing } = drawing;
  const scale = width / MAP_WIDTH;
  const byCode = new Map(
    locatedFigures.flatMap((located) => (located.shape ? [[located.shape.code, located] as const] : [])),
  );
  const values = [...byCode.values()].flatMap(({ figure }) => figure.value ?? []).sort((a, b) => a - b);
  const limits = classLimits(values);
  const hatch = `hatch-${computeHash(locatedFigures)}`;
  const drawn = SHAPES.map((shape) => renderCountry(shape, byCode.get(shape.code)?.figure, { isRate, limits, hatch }));
  const dots = isRate
    ? SHAPES.filter(({ isTiny }) => isTiny).map((shape) => renderDot(shape, byCode.get(shape.code)?.figure, limits))
    : [];
  const circles = isRate ? null : new Circles(values);
  const circled = circles ? [...byCode.values()].map(({ shape, figure }) => circles.at(shape!, figure)) : [];
  const kosovo = SHAPES.find(({ code }) => code === KOSOVO)!;
  const star = tag('text', { x: kosovo.x + 5, y: kosovo.y + 4, 'font-size': 12, 'font-weight': 600 }, '*');
  const transform = `translate(0,${top}) scale(${Math.round(scale * 1000) / 1000})`;
  const map = tag('g', { transform }, hatching(hatch), ...drawn, ...dots, ...circled, star);
  const under = top + MAP_HEIGHT * scale + 10;
  const missing = unavailableReason(
    [...byCode.values()].map(({ figure }) => figure),
    describeMissing,
  );
  const hatched = missing === '' ? [] : [{ text: missing, look: { fill: `url(#${hatch})` } }];
  const legend = circles
    ? circleLegend(circles, [notShownBox(drawing), ...hatched], drawing, under)
    : drawBoxes([...listClasses(limits, values, drawing), notShownBox(drawing), ...hatched], drawing, under);
  const outside = locatedFigures
    .filter(({ shape, figure }) => !shape && figure.value !== null)
    .map(({ series }) => series.name);
  const notes = [
    circles ? messages.circles : messages.classes,
    ...(circles?.hasNegative ? [messages.circlesBelow] : []),
    ...(outside.length > 0 ? [messages.outside({ names: outside.join(', ') })] : []),
    messages.boundaries,
    messages.kosovo,
  ];
  return { svg: map + legend.svg, height: MAP_HEIGHT * scale + 10 + legend.height, notes };
}

function chooseClass(value: number, limits: readonly number[]): number {
  const at = limits.filter((limit) => value >= limit).length;
  // With fewer classes, the strongest colours are used: they differ most.
  return MAX_CLASSES - 1 - limits.length + at;
}

function renderCountry(
  { d }: CountryShape,
  figure: Figure | undefined,
  { isRate, limits, hatch }: { isRate: boolean; limits: readonly number[]; hatch: string },
): string {
  const border = { 'stroke-width': 0.7, ...paintStroke('ground') };
  const join = (look: { class: string }) => ({ ...border, ...look, class: `${look.class} ${border.class}` });
  if (figure && figure.value === null) {
    return (
      tag('path', { d, ...join(paintFill('land')) }) +
      tag('path', { d, fill: `url(#${hatch})`, ...paintStroke('ground') })
    );
  }
  if (!isRate || !figure) return tag('path', { d, ...join(paintFill('land')) });
  return tag('path', { d, ...join(classColour(chooseClass(figure.value!, limits))) });
}

function renderDot({ x, y }: CountryShape, figure: Figure | undefined, limits: readonly number[]): string {
  if (!figure || figure.value === null) return '';
  return tag('circle', {
    cx: x,
    cy: y,
    r: DOT_PX,
    stroke: 'currentColor',
    'stroke-width': 0.7,
    ...classColour(chooseClass(figure.value, limits)),
  });
}

function hatching(id: string): string {
  const line = tag('path', { d: 'M0,6L6,0', 'stroke-width': 1.2, ...paintStroke('rule') });
  return tag('defs', {}, tag('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, line));
}

/** Returns a hash of the data, as part of an id that is unique in the page. */
function computeHash(locatedFigures: readonly LocatedFigure[]): string {
  let hash = 0;
  for (const { series, figure } of locatedFigures) {
    for (const sign of `${series.areaCode}${figure.value}`) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) | 0;
  }
  return (hash >>> 0).toString(36);
}

interface Box {
  text: string;
  look: Record<string, string>;
}

/** Draws the legend: circles, and the boxes for countries without figures. */
function circleLegend(circles: Circles, otherBoxes: readonly Box[], drawing: CompleteChartOptions, y: number): Legend {
  const sizes = circles.legend(drawing, y);
  const boxes = drawBoxes(otherBoxes, drawing, y + sizes.height);
  return { svg: sizes.svg + boxes.svg, height: sizes.height + boxes.height };
}

function listClasses(
  limits: readonly number[],
  values: readonly number[],
  { format, messages }: CompleteChartOptions,
): Box[] {
  const [first, last] = [limits[0], limits.at(-1)];
  const number = (value: number) => format.number(value);
  const texts =
    first === undefined || last === undefined
      ? [`${number(values[0]!)}–${number(values.at(-1)!)}`]
      : [
          messages.classBelow({ to: number(first) }),
          ...limits
            .slice(1)
            .map((to, index) => messages.classBetween({ from: number(limits[index]!), to: number(to) })),
          messages.classFrom({ from: number(last) }),
        ];
  const classes = texts.map((text, index) => ({
    text,
    look: classColour(MAX_CLASSES - 1 - limits.length + index) as Record<string, string>,
  }));
  return classes;
}

/** Returns the legend entry for countries that are not in the table. */
function notShownBox({ messages }: CompleteChartOptions): Box {
  return { text: messages.notShown, look: paintFill('land') };
}

interface Legend {
  svg: string;
  height: number;
}

function drawBoxes(boxes: readonly Box[], { width }: CompleteChartOptions, y: number): Legend {
  let [x, row] = [0, 0];
  const drawn = boxes.map(({ text, look }) => {
    const room = Math.max(LEGEND.box, 22 + textWidth(text, LEGEND.size) + 14);
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const top = y + row * 22;
    const box = tag('rect', {
      x: x + 0.5,
      y: top + 0.5,
      width: 16,
      height: LEGEND.height,
      'stroke-width': 0.6,
      stroke: 'currentColor',
      ...look,
    });
    const label = tag('text', { x: x + 22, y: top + 12, 'font-size': LEGEND.size }, text);
    x += room;
    return box + label;
  });
  return { svg: drawn.join(''), height: (row + 1) * 22 + 6 };
}
