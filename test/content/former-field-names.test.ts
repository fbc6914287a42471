import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content.js';
import { recordYaml } from '../../src/content/record-yaml.js';
import { kindModules } from '../../src/kinds/index.js';
import { normaliseRecord } from '../../src/records/normalise-record.js';
import { NO_LOCATION, type Problem, Report } from '../../src/records/problem.js';
import { model, withContentCopy } from './invalid-content.js';

const FORMER =
  'title: Report for 2023\npublisher: The Agency # as printed\nurl: https://example.org/report\npublishedOn: 2024\n';

test('a former field name in a content file is read with a warning', async () => {
  await withContentCopy(async (root) => {
    writeFileSync(join(root, 'sources/report-2023.yaml'), FORMER);
    const { problems, records, warnings } = await loadContent(root, {
      model,
      modules: kindModules,
    });
    expect(problems).toEqual([]);
    expect(records.find(({ slug }) => slug === 'report-2023')!.record['publisherName']).toBe('The Agency');
    expect(warnings).toEqual([
      'sources: rename "publisher" to "publisherName" in 1 file. The next version no longer reads the former name.',
    ]);
  });
});

test('a problem in the value of a field with a former name is reported at that value', async () => {
  await withContentCopy(async (root) => {
    const file = join(root, 'sources/report-2023.yaml');
    writeFileSync(file, FORMER.replace('The Agency', '[a, b]'));
    const { problems } = await loadContent(root, {
      model,
      modules: kindModules,
    });
    expect(problems).toMatchObject([{ line: 2, column: 12, path: 'publisher' }]);
  });
});

test('a content file with the former and the current name of a field is rejected', async () => {
  await withContentCopy(async (root) => {
    const file = join(root, 'sources/report-2023.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}publisher: The Agency\n`);
    const { problems } = await loadContent(root, {
      model,
      modules: kindModules,
    });
    expect(problems).toMatchObject([{ code: 'FIELD_UNKNOWN', path: 'publisher' }]);
  });
});

test('an export replaces a former field name by the current one, and preserves comments', () => {
  const record = {
    title: { en: 'Report for 2024' },
    publisherName: 'The Agency',
    url: 'https://example.org/report',
    publishedOn: '2024',
  };
  const entry = {
    slug: 'x',
    status: 'PUBLISHED',
    originalLocale: 'en',
    record,
  };
  const earlier = {
    text: FORMER,
    unchanged: new Set(['publisherName', 'url', 'publishedOn']),
  };
  const text = recordYaml(model, model.kind('Source'), entry, [], earlier);
  expect(text).toBe(
    'title: Report for 2024\npublisherName: The Agency # as printed\nurl: https://example.org/report\npublishedOn: 2024\n',
  );
});

test('a record from the API with a former field name is rejected, with the current name as tip', () => {
  const problems: Problem[] = [];
  const report = new Report(null, NO_LOCATION, problems);
  normaliseRecord(
    model,
    model.kind('Event'),
    { title: { en: 'A' }, organiser: 'a', series: 'Meetings' },
    {
      originalLocale: 'en',
      report,
    },
  );
  expect(problems).toMatchObject([{ code: 'FIELD_UNKNOWN', path: 'series', tip: 'did you mean eventSeries?' }]);
});
