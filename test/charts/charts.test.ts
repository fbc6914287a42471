import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import type { Chart } from '../../src/charts/chart.js';
import * as chart from '../../src/charts/chart.js';
import type { ChartOptions } from '../../src/charts/chart-frame.js';
import * as map from '../../src/charts/map.js';
import { classLimits } from '../../src/charts/choropleth-classes.js';
import { EUROPE_SHAPES } from '../../src/charts/map-shapes.js';
import { spreadLabels } from '../../src/charts/line-chart.js';
import { textWidth, wrapText } from '../../src/charts/text-width.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { figuresTable, monthlyFigures } from './figures-table.js';

type Drawn = Exclude<Chart, { form: 'NONE' }>;

/** Options of a chart, with a locale instead of its messages. Default: English. */
type Options = Omit<ChartOptions, 'messages'> & { locale?: string; period?: string };
const inLanguage = ({ locale = 'en', ...options }: Options = {}) => ({ ...options, messages: messagesFor([locale]) });
const drawChart = (table: Parameters<typeof chart.drawChart>[0], options?: Options) =>
  chart.drawChart(table, inLanguage(options));
const drawMap = (table: Parameters<typeof map.drawMap>[0], options?: Options) =>
  map.drawMap(table, inLanguage(options));

const FOLDER = 'test/charts/expected';
const LONG_NAME = 'Third-country nationals found to be illegally present, by citizenship & reason <all>';
const countries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    area: `Country ${index + 1}`,
    code: `X${index}`,
    figures: { '2023': 1000 - index * 20 },
  }));
const RATES = { IT: 20, ES: 35, DE: 340, CY: 1200, MT: 500, UA: 12, XK: 3, VN: 9 };

const CHARTS: Record<string, () => Chart> = {
  lines: () =>
    drawChart(
      figuresTable([
        {
          area: 'Italy',
          figures: { '2018': 20, '2019': 31, '2021': [44, 'PROVISIONAL'], '2022': 'NOT_REPORTED', '2023': 60 },
        },
        {
          area: 'Spain',
          figures: { '2018': 5, '2019': [90, 'BREAK_IN_SERIES'], '2020': 80, '2023': [70, 'ESTIMATED; REVISED'] },
        },
      ]),
    ),
  months: () =>
    drawChart(
      figuresTable([
        { area: 'Italy', figures: monthlyFigures(2014, 120, (index) => Math.round(500 + 400 * Math.sin(index / 2))) },
      ]),
    ),
  quarters: () =>
    drawChart(
      figuresTable([
        { area: 'EU', figures: { '2022-Q3': 4, '2022-Q4': 5, '2023-Q1': 3, '2023-Q2': 6 } },
        { area: 'EU', sex: 'Women', figures: { '2022-Q3': 1, '2023-Q2': 2 } },
      ]),
      { placement: 'FILE' },
    ),
  phone: () =>
    drawChart(
      figuresTable([
        { area: 'Italy', indicator: LONG_NAME, figures: { '2022': 3, '2023': 4 } },
        { area: 'Spain', indicator: LONG_NAME, figures: { '2022': 5, '2023': 1 } },
      ]),
      { width: 358, locale: 'de' },
    ),
  multiples: () =>
    drawChart(
      figuresTable(
        countries(8).map((each, index) => ({
          ...each,
          figures: { '2021': index, '2022': index * 3, '2023': index * 2 },
        })),
      ),
    ),
  units: () =>
    drawChart(
      figuresTable([
        { list: 'yearOnYear', area: 'Italy', unit: 'percent', figures: { '2022': -20, '2023': 30 } },
        { list: 'yearOnYear', area: 'Spain', unit: 'percent', figures: { '2022': 4, '2023': 7 } },
        { list: 'plain', area: 'Italy', figures: { '2022': 1000, '2023': 2_000_000 } },
      ]),
    ),
  ranking: () =>
    drawChart(
      figuresTable(
        [
          ...countries(44),
          { area: 'Luxembourg', figures: { '2023': [1100, 'PROVISIONAL'] } },
          { area: 'Malta', figures: { '2023': 'NOT_REPORTED' } },
        ],
        { isRanked: true },
      ),
    ),
  map: () =>
    drawMap(
      figuresTable([
        ...Object.entries(RATES).map(([code, value]) => ({
          area: code,
          unit: 'persons per 100 000',
          figures: { '2023': value },
        })),
        { area: 'FR', unit: 'persons per 100 000', figures: { '2023': 'NOT_REPORTED' } },
      ]),
    ),
};

function readDrawing(chart: Chart): Drawn {
  if (chart.form === 'NONE') throw new Error(chart.sentence);
  return chart;
}

/** Removes the country outlines. They come from a separate file and would hide the other content of a map in a diff. */
function withoutShapes(svg: string): string {
  const drawing = svg.includes('<pattern') ? svg.replace(/ d="M[^"]{200,}"/g, ' d="…"') : svg;
  return drawing.replace(/></g, '>\n<');
}

interface Text {
  text: string;
  x: number;
  size: number;
  anchor: string;
  isBold: boolean;
}

/** Returns the texts of a drawing with their positions. Throws if the drawing is not well-formed XML. */
function textsIn(svg: string): Text[] {
  const texts: Text[] = [];
  const parser = new SaxesParser();
  let open: Text | null = null;
  /** Attributes of the open group, which its texts inherit. */
  let group: Record<string, string> = {};
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'g') group = attributes as Record<string, string>;
    if (name !== 'text') return;
    const {
      x,
      'font-size': size,
      'text-anchor': anchor = 'start',
      'font-weight': weight,
    } = { ...group, ...(attributes as Record<string, string>) };
    open = { text: '', x: Number(x), size: Number(size), anchor, isBold: weight !== undefined };
    texts.push(open);
  });
  parser.on('text', (text) => {
    if (open) open.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') open = null;
    if (name === 'g') group = {};
  });
  parser.write(svg).close();
  return texts;
}

describe.each(Object.entries(CHARTS))('the chart "%s"', (name, make) => {
  test('the chart matches its recorded image', () => {
    const path = `${FOLDER}/${name}.svg`;
    const svg = withoutShapes(readDrawing(make()).svg);
    // A missing expected file is written, and the test fails. Check the image before you commit it.
    const isKnown = existsSync(path);
    if (!isKnown) writeFileSync(path, `${svg}\n`);
    expect(isKnown).toBe(true);
    expect(`${svg}\n`).toBe(readFileSync(path, 'utf8'));
  });

  test('the chart is valid XML without styles, and all its texts are within its bounds', () => {
    const { svg, width, summary } = readDrawing(make());
    const overflowing = textsIn(svg).filter(({ text, x, size, anchor, isBold }) => {
      const extent = textWidth(text, size, isBold) * (anchor === 'middle' ? 0.5 : 1);
      const right = anchor === 'end' ? x : x + extent;
      const left = anchor === 'start' ? x : x - extent;
      return left < -1 || right > width + 1;
    });
    expect(overflowing).toEqual([]);
    expect(svg).not.toMatch(/style|<script|undefined|NaN/);
    // In the SVG, spans mark texts in another language. The summary is plain text.
    expect(svg.replace(/<\/?span\b[^>]*>/g, '')).toContain(
      `<desc>${summary.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)}</desc>`,
    );
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title>/);
  });
});

test('a line chart shows an earlier edition as a dotted line where its figures differ', () => {
  const table = (figures: Record<string, number>) => figuresTable([{ area: 'Italy', figures }]);
  const newer = table({ '2019': 1, '2020': 2, '2021': 3, '2022': 4, '2023': 5 });
  const draw = (earlier: ReturnType<typeof table>) =>
    (drawChart(newer, { earlier: { table: earlier, note: 'Dotted: edition 1' } }) as Drawn).svg;
  const pathOf = (figures: Record<string, number>) =>
    /d="([^"]*)"[^>]*stroke-dasharray/.exec(draw(table(figures)))![1]!.replace(/[^Ml]/g, '');
  expect(draw(table({ '2019': 1, '2020': 2, '2021': 9, '2022': 4 }))).toContain('Dotted: edition 1');
  expect(pathOf({ '2019': 1, '2020': 2, '2021': 9, '2022': 4 })).toBe('Mll');
  expect(pathOf({ '2019': 8, '2020': 2, '2021': 3, '2022': 4, '2023': 9 })).toBe('MlMl');
  expect(draw(newer)).not.toContain('Dotted');
});

test("a standalone image follows the reader's colour scheme by media query, and otherwise equals the inline image", () => {
  const table = figuresTable([{ area: 'Italy', figures: { '2022': 3, '2023': 4 } }]);
  const [inPage, picture] = [drawChart(table), drawChart(table, { placement: 'PICTURE' })];
  if (inPage.form === 'NONE' || picture.form === 'NONE') throw new Error('There is no chart.');
  const [style] = /<style>.*?<\/style>/s.exec(picture.svg)!;
  expect(style).toMatch(/^<style>:root \{ color-scheme: light dark; color: light-dark\(#14212e, #e7edf3\); \}/);
  expect(style).toContain('.chart .d1 { color: light-dark(');
  expect(picture.svg.replace(style, '')).toBe(inPage.svg);
});

test('the notes of a line chart explain its symbols, and its summary counts missing and flagged figures', () => {
  const { svg, summary } = readDrawing(CHARTS['lines']!());
  const notes = textsIn(svg)
    .map(({ text }) => text)
    .join(' ');
  expect(notes).toContain(
    'hollow point: provisional, estimated or partial · × not reported · gap in the line: no figure',
  );
  expect(notes).toContain('break in the series: do not compare with the figures before it');
  expect(summary).toBe(
    'Arrivals (persons). Italy: 20 in 2018, 60 in 2023. Spain: 5 in 2018, 70 in 2023; highest 90 in 2019. ' +
      '4 figures missing. 3 figures with a flag.',
  );
});

test('withheld and inapplicable figures are labelled, and inapplicable figures do not count as missing', () => {
  const figures = { '2018': 20, '2019': 'SUPPRESSED', '2020': 'NOT_APPLICABLE', '2021': 'NOT_REPORTED', '2022': 5 };
  const table = figuresTable([{ area: 'Italy', figures }]);
  const chart = readDrawing(drawChart(table, { locale: 'de' }));
  const notes = textsIn(chart.svg)
    .map(({ text }) => text)
    .join(' ');
  expect(notes).toContain('× vom Herausgeber zurückgehalten, nicht zutreffend, nicht gemeldet.');
  expect(chart.summary).toContain('2 Zahlen fehlen');
  const places = figuresTable(
    [
      { area: 'Italy', code: 'IT', figures: { '2022': 5 } },
      { area: 'Spain', code: 'ES', figures: { '2022': 'SUPPRESSED' } },
    ],
    { isRanked: true },
  );
  for (const { svg } of [readDrawing(drawChart(places)), readDrawing(drawMap(places))]) {
    expect(svg).toContain('withheld by the publisher');
    expect(svg).not.toContain('not reported');
  }
});

test('units of a chart are in its locale, after transforms too, with English as fallback', () => {
  const figures = { '2018': 20, '2019': 30 };
  const drawnIn = (unit: string, locale: string) => {
    const chart = readDrawing(drawChart(figuresTable([{ area: 'Italy', unit, figures }]), { locale }));
    return [chart.summary, chart.svg] as const;
  };
  const [summary, svg] = drawnIn('persons per 100 000 inhabitants', 'fr');
  expect(summary).toContain('(personnes pour 100 000 habitants)');
  expect(svg).not.toContain('persons');
  expect(drawnIn('parsecs', 'fr')[1]).toContain('lang="en">parsecs');
  const places = [
    { area: 'Italy', code: 'IT', unit: 'offences per 100 000 inhabitants', figures: { '2018': 5 } },
    { area: 'Spain', code: 'ES', unit: 'offences per 100 000 inhabitants', figures: { '2018': 6 } },
  ];
  // A rate is recognised in any locale, so the map has colour classes instead of circles.
  expect(readDrawing(drawMap(figuresTable(places), { locale: 'it' })).svg).not.toContain('fill-opacity');
});

test('map classes have round, distinct limits, and none is empty', () => {
  const rates = [1.02, 3.37, 4.9, 9.98, 10.3, 14.1, 22.2, 31.7, 48.8, 112.4];
  expect(classLimits(rates)).toEqual([5, 10, 20, 40]);
  expect(classLimits([98.11, 98.12, 98.13])).toEqual([98.117, 98.123]);
  expect(classLimits([5, 5, 5])).toEqual([]);
  expect(classLimits([0, 0, 0, 7])).toEqual([]);
  const places = rates.map((value, index) => ({
    area: `Country ${index}`,
    code: EUROPE_SHAPES[index]!.code,
    unit: 'persons per 100 000 inhabitants',
    figures: { '2023': value },
  }));
  const { svg } = readDrawing(drawMap(figuresTable(places)));
  const legend = textsIn(svg).map(({ text }) => text);
  expect(legend).toEqual(
    expect.arrayContaining(['under 5', '5 to under 10', '10 to under 20', '20 to under 40', '40 and over']),
  );
});

test('the line of a series is interrupted at missing figures and at breaks in the series', () => {
  const { svg } = readDrawing(CHARTS['lines']!());
  const lines = [...svg.matchAll(/<path d="([Ml\d.,-]+)" fill="none" stroke="currentColor" stroke-width="2"/g)];
  expect(lines.map(([, d]) => d!.split('l').length)).toEqual([2, 2]);
});

test('a line chart has one value axis, which includes zero', () => {
  for (const make of [CHARTS['lines']!, CHARTS['months']!, CHARTS['phone']!]) {
    const ends = textsIn(readDrawing(make()).svg).filter(
      ({ anchor, text }) => anchor === 'end' && /^[\d.,]+$/.test(text),
    );
    expect(ends.filter(({ text }) => text === '0')).toHaveLength(1);
    expect(new Set(ends.map(({ x }) => x)).size).toBe(1);
  }
});

test('a chart that would be empty or misleading is replaced by an explanation', () => {
  const reason = (chart: Chart) => (chart.form === 'NONE' ? chart.reason : chart.form);
  const emptyTable = { columns: [], rows: [] };
  expect(reason(drawChart(emptyTable))).toBe('NO_FIGURES');
  expect(reason(drawChart(figuresTable([{ area: 'Italy', figures: { '2023': 'NOT_REPORTED' } }])))).toBe('EMPTY');
  expect(reason(drawChart(figuresTable([{ area: 'Italy', figures: { '2023': 1 } }])))).toBe('ONE_FIGURE');
  const apples: Parameters<typeof figuresTable>[0] = [
    { area: 'Italy', indicator: 'Apples', figures: { '2023': 1 } },
    { area: 'Italy', indicator: 'Pears', figures: { '2022': 2 } },
  ];
  expect(reason(drawChart(figuresTable(apples)))).toBe('NOT_COMPARABLE');
  expect(reason(drawMap(figuresTable([{ area: 'A route', code: 'ROUTE_X', figures: { '2023': 1 } }])))).toBe(
    'NO_AREAS',
  );
  const twice = [
    { area: 'Italy', code: 'IT', sex: 'Women', figures: { '2023': 1 } },
    { area: 'Italy', code: 'IT', sex: 'Men', figures: { '2023': 1 } },
  ];
  expect(reason(drawMap(figuresTable(twice)))).toBe('NOT_COMPARABLE');
});

test('several indicators are compared over time in separate charts', () => {
  const figures = { '2022': 3, '2023': 4 };
  const drawnChart = drawChart(
    figuresTable([
      { indicator: 'Detections', area: 'Italy', figures },
      { indicator: 'Returns', area: 'Spain', unit: 'percent', figures },
    ]),
  );
  expect(drawnChart.form).toBe('MULTIPLES');
  // Without a common title, the accessible name of the chart consists of the headings of its panels.
  expect((drawnChart as Drawn).svg).toContain('<title>persons; percent</title>');
});

test('figures of one period are drawn as bars, ranked or not', () => {
  const table = (isRanked: boolean) => figuresTable(countries(3), { isRanked });
  expect([false, true].map((isRanked) => drawChart(table(isRanked)).form)).toEqual(['BARS', 'BARS']);
});

test('a chart has at most 30 panels, and no heading without a panel', () => {
  const series = (indicator: string, unit: string, count: number) =>
    countries(count).map(({ area, code }) => ({ indicator, unit, area, code, figures: { '2022': 3, '2023': 4 } }));
  const { svg } = readDrawing(
    drawChart(figuresTable([...series('Detections', 'persons', 31), ...series('Shares', 'percent', 2)])),
  );
  const texts = textsIn(svg).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('Country '))).toHaveLength(30);
  expect(texts.filter((text) => /Detections|Shares/.test(text))).toEqual(['Detections: persons']);
  expect(texts).toContain('The first 30 of 33; all are in the table.');
});

test('French chart texts have spaces before punctuation, and no line breaks before punctuation or within a number', () => {
  const table = figuresTable([{ area: 'Italie', figures: { '2021': 57_651, '2022': 1_250_300, '2023': 90_000 } }]);
  const { svg, summary } = drawChart(table, { locale: 'fr' }) as Drawn;
  expect(summary).toContain('90\u202f000 (2023)\u202f; maximum 1\u202f250\u202f300 (2022)');
  expect(svg).toContain('>Source\u202f: ');
  expect(wrapText('Pour 100\u202f000 habitants\u202f: rien', textWidth('habitants\u202f:', 12), 12)).toEqual([
    'Pour',
    '100\u202f000',
    'habitants\u202f:',
    'rien',
  ]);
});

test('the names beside a line chart are wrapped at their width in bold type', () => {
  const series = ['Nationals of certain countries', 'Italy'].map((area) => ({
    area,
    figures: { '2022': 1, '2023': 2 },
  }));
  const names = textsIn(readDrawing(drawChart(figuresTable(series))).svg).filter(({ isBold }) => isBold);
  expect(names.map(({ text }) => text)).toEqual(expect.arrayContaining(['Nationals of certain', 'countries', 'Italy']));
});

test('overlapping labels of lines are separated, and each stays close to its line', () => {
  const labels = [10, 11, 12, 80, 300].map((preferred) => ({ preferred, height: 16 }));
  const centres = spreadLabels(labels, 0, 300);
  const ascending = [...centres].sort((one, other) => one - other);
  expect(ascending.every((centre, index) => index === 0 || centre - ascending[index - 1]! >= 16)).toBe(true);
  expect(centres[3]).toBe(80);
  expect(Math.max(...centres)).toBe(292);
});

describe('maps of countries', () => {
  /** Whether a point is inside a shape: a ray from it crosses the outline an odd number of times. */
  function contains(code: string, [x, y]: readonly [number, number]): boolean {
    const { d } = EUROPE_SHAPES.find((shape) => shape.code === code)!;
    let crossings = 0;
    for (const ring of d.split('M').slice(1)) {
      const points = ring
        .replace('Z', '')
        .split('L')
        .map((pair) => pair.split(',').map(Number) as [number, number]);
      points.forEach(([ax, ay], index) => {
        const [bx, by] = points[(index + 1) % points.length]!;
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) crossings += 1;
      });
    }
    return crossings % 2 === 1;
  }

  // Coordinates on the map, in the units of its shapes.
  test.each([
    ['Simferopol', [548.4, 324.3], 'UA', 'RU'],
    ['the hills of Kyrenia', [567, 452.5], 'CY', 'TR'],
    ['Pristina', [429.9, 373.3], 'XK', 'RS'],
  ] as const)('the map shows %s within the right country', (_place, point, inside, outside) => {
    expect(contains(inside, point)).toBe(true);
    expect(contains(outside, point)).toBe(false);
  });

  test('map shapes have only known country codes, and include all countries near Europe', () => {
    const codes = EUROPE_SHAPES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    const near =
      'AL AT BA BE BG BY CH CY CZ DE DK DZ EE EG ES FI FR GB GE GR HR HU IE IQ IS IT JO LB LI LT LU LV LY MA MD ME MK MT NL NO PL PS PT RO RS RU SE SI SK SY TN TR UA XK';
    expect(near.split(' ').filter((code) => !codes.includes(code))).toEqual([]);
  });

  test.each([
    ['lines', { '2022': 1, '2023': 2 }, false],
    ['bars', { '2023': 2 }, false],
    ['a ranking', { '2023': 2 }, true],
  ])('charts of %s have the footnote on Kosovo only if they name Kosovo', (_, figures, isRanked) => {
    const chart = (area: string) =>
      textsIn(
        readDrawing(
          drawChart(
            figuresTable(
              [
                { area: 'Serbia', figures },
                { area, figures },
              ],
              { isRanked },
            ),
          ),
        ).svg,
      )
        .map(({ text }) => text)
        .join(' ');
    expect(chart('Kosovo*')).toContain('* This designation is without prejudice to positions on status');
    expect(chart('Albania')).not.toContain('This designation');
  });

  test('a map has notes on boundaries and Kosovo, and names the areas outside the map', () => {
    const notes = textsIn(readDrawing(CHARTS['map']!()).svg)
      .map(({ text }) => text)
      .join(' ');
    expect(notes).toContain('The boundaries shown imply no position on the status of any territory.');
    expect(notes).toContain('without prejudice to positions on status');
    expect(notes).toContain('Not on the map: VN (9).');
    expect(notes).toContain('not reported');
  });

  test('a map draws counts as circles whose area is the figure', () => {
    const count = figuresTable(
      Object.entries(RATES).map(([code, value]) => ({
        area: code,
        figures: { '2022': value, '2023': 'NOT_REPORTED' },
      })),
    );
    const svg = readDrawing(drawMap(count)).svg;
    expect(svg).toContain('The area of a circle represents the figure.');
    expect(svg).toContain('persons, 2022');
    expect([...svg.matchAll(/<circle/g)]).toHaveLength(7 + 2);
    expect(svg).not.toContain('below zero');
  });

  test('a map draws a negative count as an empty circle of the same size, and the circles of its legend to scale', () => {
    const net = { DE: 3, PL: -3, FR: 0, IT: 'NOT_REPORTED' };
    const svg = readDrawing(
      drawMap(figuresTable(Object.entries(net).map(([code, value]) => ({ area: code, figures: { '2023': value } })))),
    ).svg;
    const circles = [...svg.matchAll(/<circle[^>]* r="([^"]+)"[^>]*>/g)];
    const [de, pl, most, quarter] = circles.map(([, r]) => Number(r));
    expect(circles.map(([circle]) => circle.includes('fill-opacity="0"'))).toEqual([false, true, false, false]);
    expect(pl).toBe(de);
    expect(svg).toContain('An empty circle represents a figure below zero.');
    expect(quarter! / most!).toBeCloseTo(Math.sqrt(1 / 3), 1);
  });

  test('the legend of a map has the highest figure shown and a quarter of it, even if other periods have higher ones', () => {
    const table = figuresTable([{ area: 'DE', figures: { '2023': 40 } }]);
    const map = { covered: [{ code: 'DE', name: 'Germany' }], values: [40, 160] };
    const { svg } = readDrawing(drawMap(table, { map }));
    expect(textsIn(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['40', '10']));
    const radii = [...svg.matchAll(/<circle[^>]* r="([^"]+)"/g)].map(([, r]) => Number(r));
    expect(radii.slice(-2)).toEqual([15, 7.5]);
  });

  test('the legend of a map has one circle if a quarter of the highest figure rounds to zero', () => {
    const { svg } = readDrawing(drawMap(figuresTable([{ area: 'DE', figures: { '2023': 1 } }])));
    expect([...svg.matchAll(/<circle/g)]).toHaveLength(1 + 1);
    expect(textsIn(svg).map(({ text }) => text)).not.toContain('0');
  });
});
