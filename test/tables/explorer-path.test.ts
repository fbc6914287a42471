import { explorerPath } from '../../src/saved-queries/explorer-path.js';
import type { LoadedInput, LoadedQuestion } from '../../src/saved-queries/loaded-question.js';

function input(name: string, form: LoadedInput['form'], isList = false): LoadedInput {
  const of = { title: name, description: null, isRequired: false, indicatorSlug: null, choices: [], covers: null };
  return { ...of, name, form, isList };
}

const QUESTION: LoadedQuestion = {
  slug: 'asylum-by-country',
  title: 'Asylum by country',
  summary: null,
  task: null,
  document: '',
  defaults: { slug: 'asylum', areas: ['IT', 'ES'], from: '2015' },
  vintage: null,
  table: null,
  view: null,
  inputs: [input('slug', 'ENTRY'), input('areas', 'AREA', true), input('from', 'PERIOD'), input('to', 'PERIOD')],
  explorer: {
    indicator: { slug: 'asylum', path: '/indicator/asylum' },
    parameters: 'view=line&areas=$areas&from=$from&to=$to&measure=per100k',
  },
};
const pathFor = (search: string, more: Partial<LoadedQuestion> = {}) =>
  explorerPath({ ...QUESTION, ...more }, new URLSearchParams(search));

test('the explorer path of a question has the default values of its variables, without empty ones', () => {
  expect(pathFor('')).toBe('/indicator/asylum?view=line&areas=IT,ES&from=2015&measure=per100k');
});

test('values in the URL of a question replace its defaults in the explorer path; empty ones remove a parameter', () => {
  expect(pathFor('areas=DE&areas=EL&from=&to=2020')).toBe(
    '/indicator/asylum?view=line&areas=DE,EL&to=2020&measure=per100k',
  );
});

test('a parameter of an explorer path can combine the values of several variables, and omits empty values', () => {
  const compared = {
    defaults: { left: 'IT', right: 'EL' },
    inputs: [input('left', 'AREA'), input('right', 'AREA')],
    explorer: { ...QUESTION.explorer!, parameters: 'areas=$left,$right,EU' },
  };
  expect(pathFor('', compared)).toBe('/indicator/asylum?areas=IT,EL,EU');
  expect(pathFor('right=', compared)).toBe('/indicator/asylum?areas=IT,EU');
});

test('the variable with the slug of the indicator selects another indicator in the explorer path', () => {
  expect(pathFor('slug=returns&areas=DE')).toMatch(/^\/indicator\/returns\?view=line&areas=DE&/);
  expect(pathFor('slug=..%2Fx')).toMatch(/^\/indicator\/\.\.%2Fx\?/);
});

test('an explorer path has asOf and the editions from the URL, or else asOf of the question', () => {
  expect(pathFor('asOf=2026-11-01')).toMatch(/&asOf=2026-11-01$/);
  expect(pathFor('', { vintage: '2026-10-01' })).toMatch(/&asOf=2026-10-01$/);
  expect(pathFor('asOf=2026-11-01&editions=asylum:2')).toMatch(/&asOf=2026-11-01&editions=asylum:2$/);
});

test('a question without a view of an indicator has no explorer path', () => {
  expect(pathFor('', { explorer: null })).toBeNull();
});
