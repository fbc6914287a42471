import type { ExplorerMetadata } from '../../src/explorer/explorer-metadata.js';
import { AreaIndex } from '../../src/series/area-index.js';

const NAMES: Readonly<Record<string, string>> = {
  DE: 'Germany',
  FR: 'France',
  IT: 'Italy',
  GR: 'Greece',
  ES: 'Spain',
  US: 'United States',
};
const area = (code: string, title: string, kind = 'Country') => ({
  ...{ kind, code, slug: code.toLowerCase(), titles: { en: title }, alpha3: null, codes: [] },
});
const areas = new AreaIndex([
  ...Object.entries(NAMES).map(([code, title]) => area(code, title)),
  area('EU', 'European Union', 'CountryGroup'),
]);

/** The data of an invented indicator with two dimensions, as the explorer needs it. */
export const APPLICANTS_FACTS: ExplorerMetadata = {
  indicator: {
    ...{
      slug: 'applicants',
      title: 'Applicants',
      summary: null,
      summaryLocale: null,
      definition: null,
      unit: 'persons',
    },
    ...{ measure: 'FLOW', relevance: 'CONTEXT', frequency: 'YEAR', absentMeans: 'MISSING', status: 'PUBLISHED' },
    publisher: { title: 'Eurostat', path: '/organisation/eurostat', translation: { missing: [], fellBackTo: null } },
    population: { slug: 'population' },
    totalIndicator: null,
    dimensions: [
      {
        ...{ name: 'citizen', title: 'Citizenship', total: 'TOTAL' },
        codes: ['TOTAL', 'SY', 'AF', 'IQ'].map((code) => ({ code, title: `Citizens of ${code}` })),
      },
      { name: 'form', title: 'Form', total: null, codes: ['A', 'B'].map((code) => ({ code, title: `Form ${code}` })) },
    ],
    coverage: { from: '2010', to: '2024', areas: ['DE', 'FR', 'IT', 'GR', 'ES'] },
    ...{ vintages: [], translation: { missing: [], fellBackTo: null }, translations: [] },
  },
  ...{
    areas,
    among: 'COUNTRIES',
    ranked: { codes: ['DE', 'IT', 'FR', 'ES', 'GR'], period: '2023' },
    rankedCodes: null,
  },
  ...{ groups: ['EU'], editions: [], locale: 'en' },
};
