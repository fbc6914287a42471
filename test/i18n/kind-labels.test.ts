import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load-model.js';
import { ownFields, publicInverseLinks } from '../../src/pages/entry/displayed-fields.js';
import { listOrders } from '../../src/pages/list/list-orders.js';
import { emptyCell } from '../../src/series/series-cell.js';
import { AS_REPORTED, computeSeries } from '../../src/series/series-transform.js';
import { formatsFor } from '../../src/i18n/column-labels.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import {
  countLabel,
  fieldLabel,
  kindLabel,
  listLabel,
  listIntroduction,
  localisedEnumLabel,
} from '../../src/i18n/kind-labels.js';
import { unitLabel } from '../../src/i18n/unit-label.js';

const model = loadModel('schema');
const TRANSFORMS = ['PER_100K', 'YEAR_ON_YEAR', 'INDEX', 'ROLLING_MEAN', 'CUMULATIVE', 'SHARE'] as const;

test('the locales of pages are those of the content', () => {
  expect(LOCALES).toEqual(model.locales);
});

test.each(LOCALES)('each kind, list and heading of a page has a label in %s', (locale) => {
  const messages = messagesFor([locale]);
  const labelled = model.kinds.flatMap((kind) => [
    [kind.name, kindLabel(messages, kind)] as const,
    [kind.plural, listLabel(messages, kind.plural)] as const,
    [`${kind.plural} in a sentence`, listIntroduction(messages, kind.plural) ?? { lang: 'none' }] as const,
    ...[
      ...[...ownFields(model, kind), ...publicInverseLinks(model, kind)].map(({ name }) => name),
      ...listOrders(model, kind).map(({ field }) => field),
    ].map((name) => [`${kind.name}.${name}`, fieldLabel(messages, kind.name, name)] as const),
    // An embedded list is a table with a heading for each field.
    ...ownFields(model, kind)
      .filter(({ category }) => category === 'object')
      .flatMap(({ type }) => model.shape(type).fields.map(({ name }) => ({ type, name })))
      .map(({ type, name }) => [`${type}.${name}`, fieldLabel(messages, type, name)] as const),
  ]);
  expect(labelled.length).toBeGreaterThan(150);
  // English has generated names for untranslated columns.
  expect(labelled.filter(([, { lang }]) => lang !== null).map(([name]) => name)).toEqual([]);
});

test.each(LOCALES)('each unit of the content has a label in %s', (locale) => {
  const records = readdirSync('seed/indicators').filter((name) => name.endsWith('.yaml'));
  const units = records.flatMap(
    (name) => /^unit: (.+)$/m.exec(readFileSync(`seed/indicators/${name}`, 'utf8'))?.[1] ?? [],
  );
  expect(units.length).toBeGreaterThan(90);
  expect(units.filter((unit) => unitLabel(messagesFor([locale]), unit).lang !== null)).toEqual([]);
  expect(unitLabel(messagesFor(['fr']), 'parsecs')).toEqual({ text: 'parsecs', lang: 'en' });
});

test.each(LOCALES)('each derived unit has a label in %s', (locale) => {
  const measureProperties = { measure: 'FLOW', frequency: 'MONTH', absentMeans: 'MISSING', unit: 'persons' } as const;
  const cells = ['2023-01', '2024-01'].map((period) => ({ ...emptyCell(period), value: 1 }));
  const recipes = (['MONTH', 'QUARTER', 'YEAR'] as const).flatMap((frequency) =>
    TRANSFORMS.map((transform) => ({ ...AS_REPORTED, frequency, transform })),
  );
  const units = new Set(recipes.map((recipe) => computeSeries(cells, measureProperties, recipe).unit));
  units.add(computeSeries([], measureProperties, { ...AS_REPORTED, transform: 'INDEX' }).unit);
  expect(units.size).toBe(13);
  const messages = messagesFor([locale]);
  const unitTexts = [...units].map((unit) => unitLabel(messages, unit));
  expect(unitTexts.filter(({ lang }) => lang !== null)).toEqual([]);
  expect(unitTexts.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  if (locale !== 'en') expect(unitTexts.filter(({ text }) => /persons|percent|since/.test(text))).toEqual([]);
  const unknown = 'parsecs per 100 000 inhabitants';
  expect(unitLabel(messages, unknown)).toEqual({ text: unknown, lang: locale === 'en' ? null : 'en' });
});

test('an enum value or field without a label is shown by its name, marked as English', () => {
  const french = messagesFor(['fr']);
  expect(localisedEnumLabel(french, 'ROUND_THE_CLOCK', 'Guard')).toEqual({ text: 'Round the clock', lang: 'en' });
  expect(fieldLabel(messagesFor(['en']), 'Safehouse', 'isLarge').text).toBe('Large');
  expect(fieldLabel(french, 'Safehouse', 'openedOn')).toEqual({ text: 'Opened on', lang: 'en' });
  expect(fieldLabel(messagesFor(['en']), 'Safehouse', 'openedOn')).toEqual({ text: 'Opened on', lang: null });
});

test.each(LOCALES)('no field has the same label as the figures of an indicator, in %s', (locale) => {
  const messages = messagesFor([locale]);
  const { text } = fieldLabel(messages, 'Indicator', 'series');
  const called = model.kinds.flatMap((kind) =>
    ownFields(model, kind)
      .filter(({ name }) => fieldLabel(messages, kind.name, name).text === text)
      .map(({ name }) => `${kind.name}.${name}`),
  );
  expect(called.filter((name) => name !== 'Indicator.series')).toEqual([]);
});

test('"since" and "until" before a date have the grammar of the language for a year, a month or a day', () => {
  const dateText = (date: string, word: 'since' | 'until') =>
    LOCALES.map((locale) => {
      const messages = messagesFor([locale]);
      const [, month, day] = date.split('-');
      const known = day ? 'DAY' : month ? 'MONTH' : 'YEAR';
      return messages.page[word]({ date: formatsFor(messages).date(date), known, day: Number(day ?? 0) });
    });
  expect(dateText('2022', 'since')).toEqual(['since 2022', 'depuis 2022', 'seit 2022', 'desde 2022', 'dal 2022']);
  expect(dateText('2020-02-01', 'since')).toEqual([
    'since 1 February 2020',
    'depuis le 1er février 2020',
    'seit dem 1. Februar 2020',
    'desde el 1 de febrero de 2020',
    'dal 1º febbraio 2020',
  ]);
  expect(dateText('2024-11', 'until')).toEqual([
    'until November 2024',
    'jusqu’en novembre 2024',
    'bis November 2024',
    'hasta noviembre de 2024',
    'fino a novembre 2024',
  ]);
  expect(dateText('2021-12-08', 'until')).toEqual([
    'until 8 December 2021',
    'jusqu’au 8 décembre 2021',
    'bis zum 8. Dezember 2021',
    'hasta el 8 de diciembre de 2021',
    'fino all’8 dicembre 2021',
  ]);
});

test('nouns after a count use the singular for one, and German ones are capitalised', () => {
  const pluralText = (locale: string, count: number) =>
    countLabel(messagesFor([locale]), count, { singular: 'resource', plural: 'resources' }).text;
  expect(LOCALES.map((locale) => [pluralText(locale, 0), pluralText(locale, 1), pluralText(locale, 2)])).toEqual([
    ['resources', 'resource', 'resources'],
    ['ressource', 'ressource', 'ressources'],
    ['Ressourcen', 'Ressource', 'Ressourcen'],
    ['recursos', 'recurso', 'recursos'],
    ['risorse', 'risorsa', 'risorse'],
  ]);
});
