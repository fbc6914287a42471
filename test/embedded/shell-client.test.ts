import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { testWithPackage, runPackage } from '../support/npx-package.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

/** A shell script that connects, lists, queries and writes. Each step prints one line. */
const SCRIPT = `
const say = (name, value) => print(name + ' ' + EJSON.stringify(value));
db = db.getSiblingDB('shell');
say('hello', db.hello().setName);
say('version', db.version());
say('insertOne', db.people.insertOne({ _id: 1, name: 'Ann', age: 31, tags: ['a', 'b'] }).acknowledged);
say('insertMany', Object.keys(db.people.insertMany([{ _id: 2, name: 'Bob', age: 25 }, { _id: 3, name: 'Cem', age: 40 }]).insertedIds).length);
say('find', db.people.find({ age: { $gt: 30 } }).sort({ age: -1 }).toArray().map((p) => p.name));
say('findOne', db.people.findOne({ name: 'Bob' }).age);
say('projection', db.people.find({ _id: 1 }, { name: 1, _id: 0 }).toArray());
say('updateOne', db.people.updateOne({ _id: 2 }, { $inc: { age: 1 } }).modifiedCount);
say('updateMany', db.people.updateMany({}, { $set: { seen: true } }).matchedCount);
say('replaceOne', db.people.replaceOne({ _id: 3 }, { name: 'Cem', age: 41 }).modifiedCount);
say('upsert', db.people.updateOne({ _id: 4 }, { $setOnInsert: { name: 'Dee' } }, { upsert: true }).upsertedCount);
say('deleteOne', db.people.deleteOne({ _id: 4 }).deletedCount);
say('countDocuments', db.people.countDocuments({ age: { $exists: true } }));
say('estimatedDocumentCount', db.people.estimatedDocumentCount());
say('createIndex', db.people.createIndex({ age: 1, name: -1 }));
say('unique', db.people.createIndex({ name: 1 }, { unique: true }));
say('getIndexes', db.people.getIndexes().map((i) => i.name));
say('explain', db.people.find({ age: 31 }).explain().queryPlanner.winningPlan.inputStage.indexName);
try { db.people.insertOne({ name: 'Ann' }); } catch (e) { say('duplicate', e.code); }
say('aggregate', db.people.aggregate([{ $group: { _id: null, n: { $sum: 1 } } }]).toArray());
say('bulkWrite', db.people.bulkWrite([{ insertOne: { document: { _id: 5, name: 'Eve' } } }, { deleteOne: { filter: { _id: 5 } } }]).deletedCount);
say('deleteOne', db.people.deleteOne({ _id: 3 }).deletedCount);
say('getCollectionNames', db.getCollectionNames());
say('show dbs', db.adminCommand({ listDatabases: 1 }).databases.map((d) => d.name));
say('dropIndex', db.people.dropIndex('name_1').ok);
say('drop', db.people.drop());
say('dropDatabase', db.dropDatabase().ok);
`;

testWithPackage('mongosh')('mongosh connects, lists, finds and writes', () => {
  const script = path.join(scratch.dataDir, 'script.js');
  writeFileSync(script, SCRIPT);
  const stdout = runPackage('mongosh', [scratch.database.uri, '--norc', '--quiet', '--file', script], {
    env: { ...process.env, HOME: scratch.dataDir },
  });
  expect(stdout.trim().split('\n')).toEqual([
    'hello "embedded"',
    'version "7.0.0"',
    'insertOne true',
    'insertMany 2',
    'find ["Cem","Ann"]',
    'findOne 25',
    'projection [{"name":"Ann"}]',
    'updateOne 1',
    'updateMany 3',
    'replaceOne 1',
    'upsert 1',
    'deleteOne 1',
    'countDocuments 3',
    'estimatedDocumentCount 3',
    'createIndex "age_1_name_-1"',
    'unique "name_1"',
    'getIndexes ["_id_","age_1_name_-1","name_1"]',
    'explain "age_1_name_-1"',
    'duplicate 11000',
    'aggregate [{"_id":null,"n":3}]',
    'bulkWrite 1',
    'deleteOne 1',
    'getCollectionNames ["people"]',
    'show dbs ["shell"]',
    'dropIndex 1',
    'drop true',
    'dropDatabase 1',
  ]);
});
