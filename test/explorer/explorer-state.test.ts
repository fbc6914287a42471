import { describe, expect, test } from '@jest/globals';
import { explorerQuery } from '../../src/explorer/explorer-query.js';
import {
  defaultParameterValues,
  drawableViews,
  EXPLORER_MEASURES,
  type ExplorerState,
  parseExplorerState,
  toParameterValues,
} from '../../src/explorer/explorer-state.js';
import { explorerAsQuestion } from '../../src/explorer/explorer-as-question.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { writeUrlValues } from '../../src/saved-queries/variable-values.js';
import { APPLICANTS_FACTS as FACTS } from './sample-indicator.js';
import { seededRandom } from './seeded-random.js';

const messages = messagesFor(['en']);
/** The invented indicator with only the dimension whose codes have a total. */
const whole = { ...FACTS, indicator: { ...FACTS.indicator, dimensions: FACTS.indicator.dimensions.slice(0, 1) } };

function read(search: string, facts = FACTS) {
  return parseExplorerState(new URLSearchParams(search), facts, messages);
}

function inputsOf(state: ExplorerState, facts = FACTS) {
  const shown = explorerQuery(state, facts);
  return explorerAsQuestion(state, facts, { shown, messages, path: '/indicator/applicants' }).inputs;
}

/** Returns the measures in the form of an explorer. */
function offeredMeasures(search: string, facts = FACTS): string[] {
  const input = inputsOf(read(search, facts).state, facts).find(({ name }) => name === 'measure')!;
  return input.choices.map(({ value }) => value);
}

/** Returns the URL parameters of an explorer state. */
function write(state: ExplorerState): URLSearchParams {
  const search = new URLSearchParams();
  const inputs = inputsOf(state);
  writeUrlValues(search, toParameterValues(state), defaultParameterValues(state, FACTS), inputs);
  return search;
}

describe('explorer states in URLs', () => {
  test.each([
    ['', 'form'],
    ['areas=DE', 'form'],
    ['areas=DE,FR', 'area'],
    ['form=A', 'area'],
    ['view=map', 'area'],
    ['by=area', 'area'],
  ])('the codes of a dimension without a total are compared, unless "%s" compares areas', (search, by) => {
    const { state, notices } = read(search);
    expect([state.by, notices]).toEqual([by, []]);
    expect(read(String(write(state))).state).toEqual(state);
  });

  test('an empty URL is the default state, and the default state has an empty URL', () => {
    const { state, notices } = read('');
    expect(notices).toEqual([]);
    expect(read('', whole).state.by).toBe('area');
    expect(state).toMatchObject({ view: 'line', by: 'form', areas: [], measure: 'value', from: null, at: null });
    expect(String(write(state))).toBe('');
  });

  test('every explorer state survives a round trip through the URL', () => {
    const random = seededRandom(7);
    for (let count = 0; count < 500; count += 1) {
      const by = random.one(['area', 'citizen', 'form']);
      const periods = random.some(['2011', '2015', '2020', '2023'], 2).sort();
      const state: ExplorerState = {
        by,
        areas: random.some(['DE', 'FR', 'IT', 'EU', 'ES'], by === 'area' ? 5 : 1),
        codes: {
          citizen: random.some(['SY', 'AF', 'IQ'], by === 'citizen' ? 3 : 1),
          form: random.some(['A', 'B'], by === 'form' ? 2 : 1),
        },
        measure: random.one(['value', 'per100k', 'change', 'index']),
        base: random.one([null, '2012']),
        from: periods[0] ?? null,
        to: periods[1] ?? null,
        at: random.one([null, '2022']),
        top: random.one([null, 3, 100]),
        sort: random.one([null, 'name', '2019']),
        rows: random.one([null, 'all']),
        scale: random.one([null, 'own']),
        edition: null,
        view: random.one([...drawableViews(by, FACTS)]),
      };
      expect(read(String(write(state)))).toEqual({ state, changes: null, notices: [] });
    }
  });

  test('an edition in the URL is identified by its date, and the newest edition is omitted', () => {
    const edition = (number: number) => ({
      number,
      at: `202${number}-01-01T00:00:00.000Z`,
      date: `202${number}`,
      dateOf: 'UPDATE',
    });
    const facts = { ...FACTS, editions: [edition(3), edition(2), edition(1)] };
    expect(read('edition=2022', facts)).toMatchObject({ state: { edition: '2022' }, notices: [] });
    expect(read('edition=2023', facts)).toMatchObject({ state: { edition: null }, notices: [] });
    expect(read('edition=2024', facts).notices).toEqual(['“2024” is not an option of “Edition”.']);
    expect(read('edition=2022').notices).toHaveLength(1);
  });

  test.each([
    ['from=2022-06&to=2024', 'bar'],
    ['from=2022&to=2024-11', 'bar'],
    ['from=2022&to=2024', 'line'],
  ])('the URL parameters %s select the years that lie within the span', (search, view) => {
    expect(read(search)).toMatchObject({ state: { view }, notices: [] });
  });

  test('areas in an explorer URL are read by code or name, from a list or repeated parameters, without duplicates', () => {
    expect(read('areas=Germany,EL&areas=FR&areas=de').state.areas).toEqual(['DE', 'GR', 'FR']);
  });
});

describe('impossible choices in an explorer URL', () => {
  test.each([
    ['areas=XX', '“XX”'],
    ['areas=US', 'United States is not covered by this indicator (5 areas).'],
    ['from=2001', 'No figures for 2001: the figures are from 2010 to 2024.'],
    ['from=2020&to=2012', 'is after the last one'],
    ['from=2024-06', 'No figures for Jun 2024: the figures are from 2010 to 2024.'],
    ['from=2016-03&to=2016-09', 'No figures for Mar 2016'],
    ['view=cake', '“cake” is not an option of “View”.'],
    ['measure=share', messages.scope.noShare],
    ['citizen=XX', '“XX” is not an option of “Citizenship”.'],
    ['citizen=SY,AF', 'Not shown: Citizens of AF.'],
    ['by=citizen&areas=DE,FR', 'Not shown: France.'],
    ['by=citizen&view=map', 'These figures cannot be shown as “Map”.'],
    ['colour=red', 'This page has no option “colour”.'],
    ['top=0', '“0” is not an option'],
    ['changes=moved', '“moved” is not an option of “Changes between editions”.'],
    ['at=2015-01', '“2015-01” is not an option'],
    ['view=bar&view=map', '“bar” is not an option of “View”.'],
  ])('the impossible URL parameters %s are reported', (search, sentence) => {
    expect(read(search).notices.join('\n')).toContain(sentence);
  });

  test('the explorer neither divides a rate by inhabitants nor sums it for a group', () => {
    const rate = { ...FACTS, groups: [], indicator: { ...FACTS.indicator, measure: 'RATE' } };
    const { state, notices } = read('measure=per100k&areas=EU', rate);
    expect(state).toMatchObject({ measure: 'value', areas: [] });
    expect(notices).toHaveLength(2);
  });

  const withIndicator = (properties: Partial<typeof FACTS.indicator>) => ({
    ...whole,
    indicator: { ...whole.indicator, ...properties },
  });

  test.each([
    ['a rate', 'by=citizen', withIndicator({ measure: 'RATE' }), messages.explorer.noRateShare],
    ['figures without a breakdown', '', withIndicator({ dimensions: [] }), messages.explorer.noParts],
    ['a dimension without a total', 'by=citizen', FACTS, messages.scope.noShare],
    ['the total itself', '', whole, messages.explorer.noShare],
    ['the codes of a total', 'by=citizen', whole, null],
    ['a code of a total', 'citizen=SY', whole, null],
  ])(
    'a share of %s is offered only if it can be calculated, and otherwise the reason is given',
    (_, search, facts, why) => {
      const { state, notices } = read(`measure=share&${search}`, facts);
      expect([state.measure, notices]).toEqual(why === null ? ['share', []] : ['value', [why]]);
      expect(offeredMeasures(search, facts).includes('share')).toBe(why === null);
    },
  );

  test('a rate per inhabitant is offered only if the indicator has a population', () => {
    expect(offeredMeasures('')).toContain('per100k');
    expect(offeredMeasures('', withIndicator({ population: null }))).toEqual(['value', 'change', 'index']);
  });

  test('the explorer of an indicator without figures has no view, and reports the requested areas and periods', () => {
    const coverage = { from: null, to: null, areas: [] };
    const empty = { ...FACTS, groups: [], indicator: { ...FACTS.indicator, coverage } };
    expect(drawableViews('area', empty)).toEqual([]);
    expect(read('areas=DE&from=2015', empty).notices).toHaveLength(2);
  });
});

describe('the query of an explorer state', () => {
  const variables = (search: string) => explorerQuery(read(`by=area&${search}`).state, FACTS).variables;

  test('the explorer query selects the five highest areas, or the requested ones', () => {
    expect(variables('')).toMatchObject({
      areas: ['DE', 'IT', 'FR', 'ES', 'GR'],
      breakdown: [{ dimension: 'form', code: 'A' }],
    });
    expect(variables('areas=IT,DE')).toMatchObject({ areas: ['IT', 'DE'] });
  });

  test('the explorer query sums the members of a requested group', () => {
    const { document } = explorerQuery(read('by=area&areas=EU').state, FACTS);
    expect(document).toContain('sum1: groupTotal(group: "EU"');
  });

  test('the explorer query ranks all areas if a requested area is not in the top ranks', () => {
    expect(variables('view=bar&top=2&areas=GR')).toMatchObject({ period: '2023', first: 100 });
    expect(variables('view=bar&top=2&areas=DE')).toMatchObject({ first: 2 });
  });

  test.each(EXPLORER_MEASURES.filter((measure) => measure !== 'value'))(
    'the measure %s selects a transform',
    (measure) => {
      const { state } = read(`measure=${measure}&by=citizen`, whole);
      expect(explorerQuery(state, whole).variables).toHaveProperty('recipe.transform');
    },
  );
});
