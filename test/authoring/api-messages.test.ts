import { EditingServer, idOf, topic } from './editing-server.js';

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start();
});
afterAll(() => server.close());

/** Returns the suggestions in the errors of a save, by field path. */
async function tipsOf(kind: string, record: unknown): Promise<Record<string, string | null>> {
  const { userErrors } = await server.mutate('entrySave', { kind, slug: 'written', record, expectedRevision: 0 });
  return Object.fromEntries(userErrors.map(({ path, tip }) => [path.join('.'), tip]));
}

test('a link given as a name, acronym or code is rejected with its slug as suggestion', async () => {
  const { data } = await server.reader('{ organisations { nodes { slug title acronym } } }');
  const agency = data.organisations!.nodes.find(({ slug }: { slug: string }) => slug === 'agency')!;
  expect(await tipsOf('LEAFLET', { title: 'A', issuer: agency.title, topics: ['Adverts'] })).toMatchObject({
    issuer: 'did you mean agency?',
    'topics.0': 'did you mean adverts?',
  });
  expect(await tipsOf('TREND', { title: 'A', direction: 'RISING', countries: ['EL', 'Italy', 'ITA'] })).toMatchObject({
    'countries.0': 'did you mean gr?',
    'countries.1': 'did you mean it?',
    'countries.2': 'did you mean it?',
  });
  const claims = [{ statement: 'A', indicator: 'cases', area: 'Greece', period: '2023', value: 1 }];
  expect(await tipsOf('TREND', { title: 'A', direction: 'RISING', claims })).toMatchObject({
    'claims.0.area': 'did you mean countries/gr?',
  });
  // "the-agency" has the format of a slug, so it could also be the slug of an unknown entry.
  expect(await tipsOf('LEAFLET', { title: 'A', issuer: 'the-agency' })).toMatchObject({
    issuer: expect.stringMatching(/agency/),
  });
});

test('error messages of the API do not mention content files', async () => {
  const wrong: Record<string, unknown>[] = [
    { title: 12, scheme: 'subject', broader: 'nothing-like-it', relatedTopics: 'adverts, smuggling' },
    { title: [{ en: 'A' }, { fr: 'B' }], title_fr: 'C', scheme: 'SUBJECT', broader: ['adverts', 'smuggling'] },
    { slug: 'other', title: 'A', scheme: 'SUBJECT', altLabels: '- one\n- two', 'some words': 1 },
    { title: { value: 'A' }, scheme: 'SUBJECT', broader: { slug: 'adverts' }, citations: ['report-2023'] },
    { title: 'A', scheme: 'SUBJECT', altLabels: [{ text: 'A' }], relatedTopics: ['a - b', 'смuggling', null] },
    { title: 'A', scheme: 'SUBJECT', broader: 'report-2023', citations: 'report-2023', sameAs: 'example.org' },
  ];
  const messages: string[] = [];
  for (const record of wrong) {
    const payload = await server.mutate('entrySave', { kind: 'TOPIC', slug: 'written', record, expectedRevision: 0 });
    expect(payload.userErrors).not.toEqual([]);
    for (const { message, tip } of payload.userErrors) messages.push(`${message}; ${tip ?? ''}`);
  }
  const ofFiles = /\bfiles?\b|\.yaml|\.md\b|hyphen|blanks|line of its own|npx|: …|write - |folder/i;
  expect(messages.filter((each) => ofFiles.test(each))).toEqual([]);
});

test('entryPublish with a future time returns the draft, its revision and the schedule', async () => {
  await server.mutate('topicSave', { slug: 'scheduled', record: topic('Scheduled'), expectedRevision: 0 });
  const id = idOf('topics/scheduled');
  const payload = await server.mutate('entryPublish', { id, expectedRevision: 1, at: '2127-01-31T09:00:00Z' });
  expect(payload).toMatchObject({
    entry: { slug: 'scheduled', status: 'DRAFT' },
    revision: 1,
    schedule: { revision: 1, at: '2127-01-31T09:00:00Z' },
  });
  await server.mutate('topicSave', { slug: 'dry', record: topic('Dry'), expectedRevision: 0 });
  const dry = { id: idOf('topics/dry'), expectedRevision: 1, at: '2127-01-31T09:00:00Z', dryRun: true };
  expect(await server.mutate('entryPublish', dry)).toMatchObject({ entry: null, userErrors: [], schedule: null });
  const { data } = await server.preview('{ topic(slug: "dry") { schedule { at } } }');
  expect(data.topic!.schedule).toBeNull();
});

test('diff reports the positions of added and removed list items', async () => {
  const record = (altLabels: string[]) => topic('Listed', { altLabels });
  await server.mutate('topicSave', { slug: 'listed', record: record(['a', 'b', 'c']), expectedRevision: 0 });
  await server.mutate('topicSave', { slug: 'listed', record: record(['a', 'c', 'd']), expectedRevision: 1 });
  const { data } = await server.preview('{ diff(kind: TOPIC, slug: "listed", from: 1, to: 2) { path before after } }');
  expect(data.diff).toEqual([
    { path: ['altLabels', '1'], before: 'b', after: null },
    { path: ['altLabels', '2'], before: null, after: 'd' },
  ]);
});

test('a record that lists a language without text in reviewedTranslations is rejected', async () => {
  const record = topic('Reviewed', { reviewedTranslations: ['fr'] });
  const payload = await server.mutate('topicSave', { slug: 'reviewed', record, expectedRevision: 0 });
  const both = { ...record, broader: 'nothing' };
  const { userErrors } = await server.mutate('topicSave', { slug: 'reviewed', record: both, expectedRevision: 0 });
  expect(userErrors.map(({ code }) => code).sort()).toEqual(['LINK_UNKNOWN', 'TRANSLATION_MISSING']);
  expect(payload.userErrors).toEqual([
    {
      code: 'TRANSLATION_MISSING',
      path: ['reviewedTranslations', '0'],
      message: 'the record has no text in fr',
      tip: 'remove fr, or write the translation',
    },
  ]);
});

test('an unsupported originalLocale is reported as LOCALE_UNKNOWN in userErrors', async () => {
  const entry = { kind: 'TOPIC', slug: 'written', record: { title: { fr: 'A' }, scheme: 'SUBJECT' } };
  const payload = await server.mutate('entrySave', { ...entry, originalLocale: '?', expectedRevision: 0 });
  expect(payload.userErrors.map(({ code, path }) => [code, ...path])).toEqual([['LOCALE_UNKNOWN', 'originalLocale']]);
});
