import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EditingServer } from '../authoring/editing-server.js';

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start();
});
afterAll(() => server.close());

const RESULT = 'revision userErrors { code path }';

/** Returns the error messages for a record as a literal in the mutation. */
async function literalErrors(record: string, mutation = 'topicSave'): Promise<string[]> {
  const query = `mutation { ${mutation}(slug: "a", record: { ${record} }, expectedRevision: 0) { ${RESULT} } }`;
  const { errors } = await server.editor<string>(query);
  expect(errors?.map(({ extensions }) => extensions['code'])).toContain('GRAPHQL_VALIDATION_FAILED');
  return errors!.map(({ message }) => message);
}

/** Returns the error messages for a record in a variable. */
async function variableErrors(record: unknown, [type, mutation] = ['TopicRecord', 'topicSave']): Promise<string[]> {
  const query = `mutation ($record: ${type}!) { ${mutation}(slug: "a", record: $record, expectedRevision: 0) { ${RESULT} } }`;
  const { errors } = await server.editor<string>(query, { record });
  expect(errors?.map(({ extensions }) => extensions['code'])).toContain('BAD_USER_INPUT');
  return errors!.map(({ message }) => message);
}

const SCHEMES = 'SUBJECT, DIGITAL_USE, DIGITAL_SERVICE';

describe('an error about an input in a query contains an instruction', () => {
  test.each([
    ['title: { en: "A" }', `The required field "scheme" of TopicRecord is missing. Add one of ${SCHEMES}.`],
    ['scheme: SUBJECT', 'The required field "title" of TopicRecord is missing. Add title: { en: … }.'],
    ['title: "A", scheme: SUBJECT', 'At "title": "A" is not an object. Write { en: "A" }.'],
    ['title: { en: "A" }, scheme: "SUBJECT"', 'At "scheme": "SUBJECT" is in quotes. Write SUBJECT without quotes.'],
    [
      'title: { en: "A" }, scheme: "subject"',
      'At "scheme": "subject" is not a value of TopicScheme. Did you mean SUBJECT? Write it without quotes.',
    ],
    ['title: { en: "A" }, scheme: SUBJET', 'At "scheme": SUBJET is not a value of TopicScheme. Did you mean SUBJECT?'],
    ['title: { en: "A" }, scheme: X', `At "scheme": X is not a value of TopicScheme. Use one of ${SCHEMES}.`],
    ['title: { en: "A" }, scheme: null', 'At "scheme": The value must not be null. Write a value of TopicScheme.'],
    ['title: { en: Boats }, scheme: SUBJECT', 'At "en": Boats is not a text. Write it in quotes: "Boats".'],
    [
      'title: { en: "A" }, scheme: SUBJECT, broader: { slug: "b" }',
      'At "broader": { slug: "b" } is not a text. Write one text in quotes.',
    ],
    [
      'title: { xx: "A" }, scheme: SUBJECT',
      'Field "xx" is not defined by type "LocalisedText". Its fields are en, fr, de, es, it.',
    ],
    [
      'title: { en: "A" }, scheme: SUBJECT, citations: "report"',
      'At "citations": "report" is not an object. Write { source: "report" }.',
    ],
    [
      'title: { en: "A" }, scheme: SUBJECT, citations: [{ locator: "1" }]',
      'The required field "source" of CitationRecord is missing. Add it: The document or page that states the fact. Write the slug.',
    ],
  ])('the error about the record { %s } says what to write', async (record, message) => {
    expect(await literalErrors(record)).toEqual([message]);
  });

  test('the error about a quoted enum value in a filter says to remove the quotes', async () => {
    const { errors } = await server.reader<string>(
      /* invalid on purpose */ '{ topics(filter: { scheme: { eq: "SUBJECT" } }) { totalCount } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      'At "eq": "SUBJECT" is in quotes. Write SUBJECT without quotes.',
    ]);
  });
});

describe('an error about a field or an argument contains an instruction', () => {
  test.each([
    [
      /* invalid on purpose */ 'mutation { entryRename(id: "a", to: "b") { revision } }',
      /^The argument "expectedRevision" of "entryRename" is missing\. Add it: .+/,
    ],
    [
      /* invalid on purpose */ 'mutation { entryRename(id: "a", to: "b", expectedRevision: "1") { revision } }',
      /^At "expectedRevision": "1" is in quotes\. Write 1 without quotes\.$/,
    ],
    [/* invalid on purpose */ '{ topics(first: "many") { totalCount } }', /^At "first": "many" is not an integer\.$/],
    [/* invalid on purpose */ '{ topics(first: 1, status: 2) { totalCount } }', /Its arguments are filter, /],
    [
      /* invalid on purpose */ '{ topics { scheme } }',
      /^Cannot query field "scheme" on type "TopicConnection"\. It is a field of the items: select nodes \{ scheme \}\.$/,
    ],
    [
      /* invalid on purpose */ '{ topics { nodes { schema } } }',
      /^Cannot query field "schema" on type "Topic"\. Did you mean "scheme"\?$/,
    ],
    [/* invalid on purpose */ '{ topics { totalCount }', /^The query ends before its last closing brace\. Add \}\.$/],
  ])('the error about the query %s says what to write', async (query, message) => {
    const { errors } = await server.editor<string>(query);
    expect(errors?.[0]?.message).toMatch(message);
  });
});

describe('an error about a variable contains the position of the value and an instruction', () => {
  test.each([
    [
      { title: { en: 'A' } },
      'Variable "$record": The required field "scheme" of TopicRecord is missing. Add one of "SUBJECT", "DIGITAL_USE", "DIGITAL_SERVICE".',
    ],
    [{ title: 'A', scheme: 'SUBJECT' }, 'Variable "$record" at "title": "A" is not an object. Write { "en": "A" }.'],
    [
      { title: { en: 'A' }, scheme: 'subject' },
      'Variable "$record" at "scheme": "subject" is not a value of TopicScheme. Did you mean SUBJECT?',
    ],
    [
      { title: { en: 3 }, scheme: 'SUBJECT' },
      'Variable "$record" at "title.en": 3 is not a text. Write it in quotes: "3".',
    ],
    [
      { title: { en: 'A' }, scheme: 'SUBJECT', citations: [{ locator: '1' }] },
      'Variable "$record" at "citations[0]": The required field "source" of CitationRecord is missing. Add it: The document or page that states the fact. Write the slug.',
    ],
    [
      { title: { en: 'A' }, scheme: 'SUBJECT', citations: ['report'] },
      'Variable "$record" at "citations[0]": "report" is not an object. Write { "source": "report" }.',
    ],
  ])('the error about the variable %j names the position and says what to write', async (record, message) => {
    expect(await variableErrors(record)).toEqual([message]);
  });

  test('the error about a missing required link in a variable describes the link', async () => {
    expect(await variableErrors({ title: { en: 'A' } }, ['LeafletRecord', 'leafletSave'])).toEqual([
      'Variable "$record": The required field "issuer" of LeafletRecord is missing. Add it: The organisation that publishes the leaflet. Write the slug.',
    ]);
  });
});
