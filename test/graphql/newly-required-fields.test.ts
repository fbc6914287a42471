import { MongoClient } from 'mongodb';
import { batch, entry, nextChange, topic } from '../store/test-stores.js';
import { seededApp } from './seeded-app.js';

test('an entry without a newly required field causes an error for that entry only', async () => {
  const server = await seededApp({ seedDir: 'test/fixtures/valid' });
  const { uri, database } = server.place;
  const client = await MongoClient.connect(uri);
  const topics = client.db(database).collection<{ _id: string }>('topics');
  await topics.updateOne({ _id: 'adverts' }, { $unset: { 'record.scheme': '' } });
  await client.close();
  const query =
    '{ topic(slug: "adverts") { scheme } topics { nodes { title } } other: topic(slug: "smuggling") { scheme } }';
  const { data, errors } = await server.execute(query);
  expect(errors).toMatchObject([
    {
      message:
        '"topics/adverts" lacks the required field "scheme". Remove the field from the query, or ask an editor to add it.',
      path: ['topic', 'scheme'],
      extensions: { code: 'CONTENT_INVALID' },
    },
  ]);
  expect(data).toMatchObject({ topic: null, topics: { nodes: [{}, {}] }, other: { scheme: 'SUBJECT' } });
  expect(server.log).toEqual([]);
  await server.close();
});

test('missing required fields of a retired entry cause errors, including a code that is derived from the slug', async () => {
  const server = await seededApp({ seedDir: null });
  const { log } = server.services.store;
  const [retired, it] = [topic('gone', { scheme: 'SUBJECT' }), entry('Country', 'it')];
  await log.commit(batch(retired, it));
  await log.commit(batch(nextChange(retired, 'RETIRE', 'RETIRED'), nextChange(it, 'RETIRE', 'RETIRED')));
  const { data, errors } = await server.execute(
    '{ topic(slug: "gone") { scheme } country(by: { slug: "it" }) { code } left: country(by: { slug: "it" }) { slug status } }',
  );
  expect(data).toEqual({ topic: null, country: null, left: { slug: 'it', status: 'RETIRED' } });
  expect(errors).toMatchObject(
    ['topics/gone', 'countries/it'].map((key) => ({
      message: `"${key}" was withdrawn; only its slug, title and status are available.`,
      extensions: { code: 'NOT_FOUND' },
    })),
  );
  expect(server.log).toEqual([]);
  await server.close();
});
