import { expect, test } from '@jest/globals';
import { dataPackageDescriptor } from '../../src/files/data-package.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { figuresTable } from '../charts/figures-table.js';

/** Names and relative paths that the specification of data packages allows. */
const NAME = /^[-a-z0-9._/]+$/;
const PATH = /^(?![./~])(?!.*\.\.).+$/;
const PROFILES = ['tabular-data-package', 'tabular-data-resource'];
const TYPES = ['string', 'number', 'boolean'];

interface Descriptor {
  profile: string;
  name: string;
  licenses?: { path: string; title: string }[];
  sources?: { title: string; path?: string }[];
  resources: { profile: string; name: string; path: string; schema: { fields: { name: string; type: string }[] } }[];
}

test('a data package descriptor has all properties that the specification requires', () => {
  const { columns } = figuresTable([{ area: 'Italy', figures: { 2022: 7 } }]);
  const source = {
    title: 'Report',
    publisher: 'Eurostat',
    url: 'https://example.org',
    licence: 'CC BY 4.0',
    attribution: null,
  };
  const descriptor = dataPackageDescriptor(
    [
      {
        path: 'seaArrivals.points',
        columns: columns.map((column) => (column.role === 'value' ? { ...column, type: 'NUMBER' } : column)),
      },
    ],
    [source, { ...source, title: 'Other', url: null, licence: null }],
    { messages: messagesFor(['en']), title: 'Arrivées en Italie, 2022', address: () => null, retrievedAt: new Date(0) },
  ) as Descriptor;
  expect(descriptor.name).toBe('arrivees-en-italie-2022');
  expect(descriptor.licenses).toEqual([{ path: 'licence.txt', title: 'CC BY 4.0' }]);
  expect(descriptor.sources).toEqual([{ title: 'Report', path: 'https://example.org' }, { title: 'Other' }]);
  for (const { profile, name, path, schema } of descriptor.resources) {
    expect(PROFILES).toContain(profile);
    expect(name).toMatch(NAME);
    expect(path).toMatch(PATH);
    expect(new Set(schema.fields.map((field) => field.name)).size).toBe(columns.length);
    for (const { type } of schema.fields) expect(TYPES).toContain(type);
  }
  expect(descriptor.resources[0]!.schema.fields.find(({ name }) => name === 'value')).toMatchObject({ type: 'number' });
});
