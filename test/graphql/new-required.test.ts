import { MongoClient } from 'mongodb';
import { seededApp } from './seeded-app.js';

test('an entry that is older than the rule that a field is required is told, and the others are served', async () => {
  const server = await seededApp({ seedDir: 'test/fixtures/valid' });
  const { uri, database } = server.place;
  const client = await MongoClient.connect(uri);
  const topics = client.db(database).collection<{ _id: string }>('topics');
  await topics.updateOne({ _id: 'adverts' }, { $unset: { 'record.scheme': '' } });
  await client.close();
  const query =
    '{ topic(slug: "adverts") { scheme } topics { nodes { title } } other: topic(slug: "smuggling") { scheme } }';
  const { data, errors } = await server.ask(query);
  expect(errors).toMatchObject([
    {
      message:
        '"topics/adverts" has no "scheme" to be shown, which it must have; leave the field out, or let an editor write it.',
      path: ['topic', 'scheme'],
      extensions: { code: 'CONTENT_INVALID' },
    },
  ]);
  expect(data).toMatchObject({ topic: null, topics: { nodes: [{}, {}] }, other: { scheme: 'SUBJECT' } });
  expect(server.log).toEqual([]);
  await server.close();
});
