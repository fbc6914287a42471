import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SeededApp, seededApp } from './seeded-app.js';

const QUERY: string = `query Routes($from: AreaCode!, $provider: AreaCode, $urgent: Boolean!) {
  evidenceRoutes(from: $from, provider: $provider, servicesInEu: true, data: CONTENT, urgent: $urgent) {
    law { slug } name article issuers validation threshold thresholdMonths deadline deadlineInWords form
    excluded { code } quote quoteLanguage source { slug } unknown textLocale
  }
}`;

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

test('the first evidence route to an Irish provider is a European Production Order, with its threshold and the conditions to check', async () => {
  const { data, errors } = await server.execute(QUERY, { from: 'DE', provider: 'IE', urgent: false });
  expect(errors).toBeUndefined();
  expect(data.evidenceRoutes[0]).toEqual({
    law: { slug: 'eu-2023-1543' },
    name: 'European Production Order for traffic and content data',
    article: '4(2), 5(2), 5(4), 8, 9, 10(2)–10(4)',
    issuers: ['JUDGE_OR_COURT', 'INVESTIGATING_AUTHORITY'],
    validation:
      'Orders of another investigating authority are validated by a judge, a court or an investigating judge. ' +
      'Validation after issuing is not available.',
    threshold: expect.stringContaining('at least three years in the issuing State'),
    thresholdMonths: 36,
    deadline: 'P10D',
    deadlineInWords: expect.stringMatching(/^Ten days from receipt/),
    form: 'Certificate EPOC (Annex I), in a language that the addressee accepts.',
    excluded: [{ code: 'DK' }],
    quote: '(a) a judge, a court or an investigating judge competent in the case concerned',
    quoteLanguage: 'en',
    source: { slug: 'reg-2023-1543' },
    unknown: ['Check whether the maximum prison term for the offence in Germany is at least 36 months.'],
    textLocale: 'en',
  });
});

test('an urgent evidence route has the emergency deadline, and the conditions to check in the request locale', async () => {
  const { data } = await server.execute(QUERY, { from: 'GR', provider: null, urgent: true }, { locale: 'de' });
  const order = data.evidenceRoutes.find((each: { deadline: string | null }) => each.deadline === 'PT8H');
  expect(order.unknown[0]).toBe('Der Staat des Anbieters ist nicht angegeben.');
  expect(order.deadlineInWords).toContain(
    'Eine unterrichtete Vollstreckungsbehörde kann binnen 96 Stunden widersprechen.',
  );
});

test('evidenceRoutes rejects the code of a group of countries', async () => {
  const { errors } = await server.execute(QUERY, { from: 'EU', provider: null, urgent: false });
  expect(errors![0]!.message).toContain('"EU" is not the code of a country. Use a code such as DE.');
});
