import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { getNamedType, isIntrospectionType, isObjectType } from 'graphql';
import { servedSchema } from '../../src/contract/served-schema.js';
import { loadModel } from '../../src/model/load-model.js';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp } from '../graphql/seeded-app.js';

/** Texts in the language of the request, on fields without a `locale` argument. */
const REQUEST_LOCALE_FIELDS = [
  ...['Availability.sentence', 'IncompatiblePair.message', 'SeriesQuestion.title', 'SeriesQuestion.summary'],
  ...['CooperationFact.sentence', 'PenaltyTier.sentence', 'Law.basicPenalty', 'Law.highestPenalty'],
  ...['issuedBy', 'validation', 'threshold', 'deadlineInWords', 'conditions', 'form', 'unknown'].map(
    (name) => `EvidenceRoute.${name}`,
  ),
  ...['FigureAnswer.title', 'FigureAnswer.unitLabel', 'RequestedItem.sentence', 'GridRow.title', 'RankedCode.title'],
  ...['QuestionInput.title', 'QuestionInputChoice.title', 'QuestionInputChoice.group', 'ValueCount.value'],
];

/** Fields that are the same in every language, by name, with the reason. */
const SAME_IN_EVERY_LANGUAGE: Readonly<Record<string, string>> = {
  ...because('a key, a code, a path or a token for programs', [
    ...[
      'code',
      'alpha3',
      'numeric',
      'path',
      'value',
      'dimension',
      'period',
      'name',
      'total',
      'table',
      'field',
      'missing',
    ],
    ...['stale', 'digest', 'sha256', 'commit', 'file', 'cursor', 'startCursor', 'endCursor', 'reference', 'permalink'],
    ...[
      'previewLink',
      'unit',
      'document',
      'variables',
      'parameters',
      'by',
      'withoutFigure',
      'seriesName',
      'updated',
      'layout',
    ],
  ]),
  ...because('a proper name without translations', [
    'publisherName',
    'publisher',
    'holder',
    'acronym',
    'otherNames',
    'author',
    'operation',
  ]),
  ...because('as its publisher words it', [
    ...['licence', 'attribution', 'edition', 'locator', 'act', 'article'],
    ...['quote', 'copy', 'postalAddress', 'telephone', 'mailbox'],
  ]),
  ...because('a name in any language, by which the entry is found', [
    'altLabels',
    'alternativeTitles',
    'demonyms',
    'suggestions',
  ]),
  ...because('what somebody typed, or a piece of a text that names its language', [
    ...['input', 'term', 'word', 'text', 'didYouMean'],
  ]),
  ...because('for those who write queries or prepare data, in English as the contract', [
    ...['tip', 'problem', 'description', 'matchedBy'],
  ]),
  ...because('in a style whose words are English', ['citation']),
};

/**
 * Fields that are the same in every language on one type, although fields of the same name on other types are
 * localised.
 */
const SHARED_TYPE_FIELDS: readonly string[] = [
  // Texts by an editor or by the API.
  ...['UserError.message', 'Schedule.message', 'Revision.message', 'Change.message'],
  // Stored with the figures, as worded by the publisher.
  'Observation.note',
];

function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

const schema = servedSchema(loadModel('schema'));
const texts = Object.values(schema.getTypeMap())
  .filter((type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
  .filter(({ field }) => ['String', 'Markdown'].includes(getNamedType(field.type).name));

function takesLocale({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === 'locale');
}

describe('text fields of the contract', () => {
  test('every text field has a locale argument, or is listed as an exception with the reason', () => {
    const others = texts.filter(
      ({ name, field }) =>
        !takesLocale(field) &&
        !REQUEST_LOCALE_FIELDS.includes(name) &&
        !SHARED_TYPE_FIELDS.includes(name) &&
        !Object.hasOwn(SAME_IN_EVERY_LANGUAGE, field.name),
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  test('every text field listed as an exception exists and has no locale argument', () => {
    const plain = texts.filter(({ field }) => !takesLocale(field));
    const names = new Set(plain.flatMap(({ name, field }) => [name, field.name]));
    const listed = [...REQUEST_LOCALE_FIELDS, ...SHARED_TYPE_FIELDS, ...Object.keys(SAME_IN_EVERY_LANGUAGE)];
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('texts in the seed', () => {
  let server: SeededApp;
  beforeAll(async () => {
    server = await seededApp();
  });
  afterAll(() => server.close());

  test('capitals, places, series of meetings and units depend on the locale', async () => {
    const query = `{
      country(by: { code: "IT" }) { capital german: capital(locale: de)
        developments(first: 1) { unit unitLabel } }
      event(slug: "annual-meeting-2022") { place eventSeries }
      indicator(slug: "eurostat-asylum-applicants") { unit unitLabel german: unitLabel(locale: de)
        series(areas: ["DE"], from: "2022", recipe: { transform: PER_100K }) { unit unitLabel }
        ranking(first: 1) { unit unitLabel }
        growth(areas: ["DE"], from: "2021", to: "2022") { unit unitLabel }
        groupTotal(group: "EU27_2020", from: "2022", to: "2022") { unit unitLabel } }
      compare(series: [{ indicator: "eurostat-asylum-applicants", area: "DE" },
        { indicator: "eurostat-population", area: "DE" }]) { ... on IncompatibleSeries { pairs { message } } }
    }`;
    const { data, errors } = await server.execute(query as string, {}, { headers: { 'accept-language': 'fr' } });
    expect(errors).toBeUndefined();
    const persons = { unit: 'persons', unitLabel: 'personnes' };
    expect(data).toMatchObject({
      country: { capital: 'Rome', german: 'Rom' },
      event: { place: 'La Haye', eventSeries: 'Réunions d’Eurojust sur le trafic de migrants' },
      indicator: {
        ...persons,
        german: 'Personen',
        series: [{ unit: 'persons per 100 000 inhabitants', unitLabel: 'personnes pour 100 000 habitants' }],
        ranking: [persons],
        growth: [persons],
        groupTotal: persons,
      },
    });
    expect(data).toHaveProperty(
      'compare.pairs.0.message',
      expect.stringMatching(/^Demandeurs d'asile, Allemagne \/ .+, Allemagne\u202f: /),
    );
  });
});
