import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { describeInputs, type QuestionInput } from '../../src/saved-queries/describe-inputs.js';
import { inputLabelParts } from '../../src/i18n/column-labels.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { type SeededApp, seededApp } from './seeded-app.js';

const FOLDER = 'seed/questions';
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Returns the inputs that are derived from the variables of a query. */
function inputs(document: string, locale = 'en') {
  return describeInputs(schema, parse(document), messagesFor([locale]));
}

function short({ name, title, form, isRequired, isList, lists, indicators }: QuestionInput): string {
  const location = [lists.length === 1 ? lists[0] : null, ...indicators].filter(Boolean).join(' ');
  return `${name}: ${title}, ${form}${isList ? ' *' : ''}${isRequired ? ' !' : ''}${location === '' ? '' : ` of ${location}`}`;
}

describe('the inputs derived from a query', () => {
  test('each variable of a query is an input whose form follows from the use of the variable', () => {
    const document = `query ($slug: Slug!, $areas: [AreaCode!], $citizen: String!, $from: Period, $asOf: DateTime, $n: Int = 5, $up: Locale, $code: AreaCode!) {
      indicator(slug: $slug) { series(areas: $areas, breakdown: [{ dimension: "citizen", code: $citizen }], from: $from, asOf: $asOf, first: $n) { unit } }
      topics { nodes { title(locale: $up) } }
      country(by: { code: $code }) { title } }`;
    expect(inputs(document).map(short)).toEqual([
      'slug: Indicator, ENTRY ! of indicators $slug',
      'areas: Countries, groups, routes, AREA * of $slug',
      'citizen: Citizenship, CODE ! of $slug',
      'from: From, PERIOD of $slug',
      'asOf: As of, MOMENT of $slug',
      'n: Number of rows, NUMBER of $slug',
      'up: Language, VALUE',
      'code: Country, AREA ! of countries',
    ]);
  });

  test('variables within filters, input objects and fragments are inputs', () => {
    const document = `query ($topic: Slug!, $left: AreaCode!, $right: AreaCode!, $what: Slug!, $words: String, $after: String, $filter: TrendFilter) {
      laws(filter: { topics: { some: { slug: { eq: $topic } } }, title: { contains: $words } }, after: $after) { ...more }
      trends(filter: $filter) { totalCount }
      compare(series: [{ indicator: $what, area: $left }, { indicator: "x", area: $right }]) { __typename } }
      fragment more on LawConnection { totalCount }`;
    expect(inputs(document).map(short)).toEqual([
      'topic: Topic, ENTRY ! of topics',
      'left: Country, group or route (left), AREA ! of $what',
      'right: Country, group or route (right), AREA ! of x',
      'what: Indicator, ENTRY ! of indicators',
      'words: Search terms, TEXT',
      'after: After, CURSOR',
      'filter: Filter, JSON',
    ]);
  });

  test('an input of a fragment on an indicator refers to all indicators of the query', () => {
    const document = `query ($areas: [AreaCode!], $group: AreaCode!) {
      one: indicator(slug: "x") { ...figures } other: indicator(slug: "y") { ...figures } country(by: { code: $group }) { title } }
      fragment figures on Indicator { series(areas: $areas) { unit } }`;
    expect(inputs(document).map(({ indicators }) => indicators)).toEqual([['x', 'y'], []]);
  });

  test('the group of a total does not refer to an indicator', () => {
    const document = 'query ($group: AreaCode!) { indicator(slug: "x") { groupTotal(group: $group) { unit } } }';
    expect(inputs(document).map(({ indicators }) => indicators)).toEqual([[]]);
  });

  test('inputs with equal labels are distinguished by the names of their variables', () => {
    const document = `query ($left: Slug!, $right: Slug!, $mine: Slug!) {
      one: indicator(slug: $left) { title } other: indicator(slug: $right) { title } third: indicator(slug: $mine) { title } }`;
    const titles = ['fr', 'de'].map((locale) => inputs(document, locale).map(({ title }) => title));
    expect(titles).toEqual([
      ['Indicateur (à gauche)', 'Indicateur (à droite)', 'Indicateur (mine)'],
      ['Indikator (Linke Seite)', 'Indikator (Rechte Seite)', 'Indikator (mine)'],
    ]);
    const parts = inputs(document, 'fr').map((input) =>
      inputLabelParts(messagesFor(['fr']), input).map(({ lang }) => lang),
    );
    expect(parts).toEqual([
      [null, null, null, null],
      [null, null, null, null],
      [null, null, 'en', null],
    ]);
  });

  test('an input with an enum type has its values as choices, in the locale of the labels', () => {
    const [use] = inputs(
      'query ($use: DigitalUse!) { trends(filter: { digital: { some: { use: { eq: $use } } } }) { totalCount } }',
      'fr',
    );
    expect(use).toMatchObject({ title: 'Usage', form: 'VALUE' });
    expect(use!.choices).toContainEqual({ value: 'MONEY_TRANSFER', title: 'Transfert d’argent' });
  });

  test('no saved question has an input in JSON, except one with a complete filter', () => {
    const questions = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
    const asJson = questions.flatMap((name) => {
      const { document } = parseYaml(readFileSync(`${FOLDER}/${name}`, 'utf8')) as { document: string };
      return inputs(document).flatMap((input) => (input.form === 'JSON' ? [`${name}: ${input.name}`] : []));
    });
    expect(questions.length).toBeGreaterThanOrEqual(50);
    expect(asJson).toEqual(['resource-facets.yaml: filter']);
  });
});

describe('the field inputs', () => {
  let server: SeededApp;
  beforeAll(async () => {
    server = await seededApp({ withCounts: true });
  });
  afterAll(() => server.close());

  test('the choices of an area input are sorted by group and title, and state whether there are figures', async () => {
    const { data, errors } = await server.execute(`{ question(slug: "asylum-applicants-compared") {
      inputs { name title isList form covers { from to } choices { value title group hasFigures } } } }`);
    expect(errors).toBeUndefined();
    const [slug, areas, from] = data.question!.inputs!;
    expect(slug!.choices).toContainEqual({
      value: 'eurostat-asylum-applicants',
      title: 'Asylum applicants',
      group: null,
      hasFigures: true,
    });
    expect(slug!.choices.length).toBeGreaterThan(100);
    expect(areas).toMatchObject({ title: 'Countries, groups, routes', isList: true });
    const italy = areas!.choices.find(({ value }) => value === 'IT');
    expect(italy).toEqual({ value: 'IT', title: 'Italy', group: 'Countries', hasFigures: true });
    expect(areas!.choices.find(({ value }) => value === 'AF')).toMatchObject({ hasFigures: false });
    const groups = [...new Set(areas!.choices.map(({ group }) => group))];
    expect(groups).toEqual(['Countries', 'Groups of countries', 'Routes']);
    const countries = areas!.choices.filter(({ group }) => group === 'Countries').map(({ title }) => title);
    expect(countries).toEqual(countries.toSorted(new Intl.Collator('en').compare));
    expect(from!.covers!.from).toMatch(/^20\d\d/);
  });

  test('the choices of an input depend on the values of other inputs', async () => {
    const query = `query ($values: String) { question(slug: "asylum-applicants-compared") {
      inputs(values: $values) { name choices { value hasFigures } } } }`;
    const withFigures = async (values: string | null) => {
      const { data } = await server.execute(query, { values });
      return data.question!.inputs![1]!.choices.filter(({ hasFigures }) => hasFigures).map(({ value }) => value);
    };
    expect(await withFigures(null)).toContain('IT');
    const routes = await withFigures('{"slug": "iom-dead-missing"}');
    expect(routes).toContain('ROUTE_CENTRAL_MEDITERRANEAN');
    expect(routes).not.toContain('IT');
    expect(await withFigures('{"slug": "there-is-none"}')).toEqual([]);
    expect(await withFigures('[broken')).toEqual(await withFigures(null));
  });

  test('the labels and choices of inputs are in the request locale', async () => {
    const query = '{ question(slug: "applications-of-one-citizenship") { inputs { title choices { value title } } } }';
    const { data } = await server.execute(query, {}, { headers: { 'accept-language': 'de' } });
    const [areas, citizen] = data.question!.inputs!;
    expect(areas!.choices).toContainEqual({ value: 'EL', title: 'Griechenland' });
    expect(citizen!.title).toBe('Staatsangehörigkeit');
    expect(citizen!.choices.map(({ value }) => value)).toContain('SY');
  });

  test('the choices of the breakdown input of seriesQuestion name dimension and code', async () => {
    const { data } = await server.execute(
      `query ($values: String) { seriesQuestion { title document inputs(values: $values) { name form choices { value title group } } } }`,
      { values: '{"indicator": "eurostat-first-time-applicants-by-citizenship"}' },
    );
    const { title, document, inputs: allInputs } = data.seriesQuestion;
    expect(title).toBe('Figures of a series');
    const breakdown = allInputs!.find(({ name }) => name === 'breakdown')!;
    expect(breakdown.form).toBe('BREAKDOWN');
    expect(breakdown.choices).toContainEqual({ value: 'citizen:SY', title: 'Syria', group: 'Citizenship' });
    const { data: figures, errors } = await server.execute(document, {
      indicator: 'eurostat-first-time-applicants-by-citizenship',
      area: 'DE',
      breakdown: [{ dimension: 'citizen', code: 'SY' }],
    });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(figures)).toContain('"2015"');
  });
});
