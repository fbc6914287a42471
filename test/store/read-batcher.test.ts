import { expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { type BatchableRead, ReadBatcher } from '../../src/store/connection/read-batcher.js';

const readOf = (slug: string): BatchableRead => ({ collection: 'countries', stages: [{ $match: { _id: slug } }] });

it('identical reads of a batch are sent once, and returned as separate lists', async () => {
  const sent: Document[][] = [];
  const together = new ReadBatcher(async (_collection, stages) => {
    sent.push(stages);
    return [
      { _id: 'it', reading: 0 },
      { _id: 'fr', reading: 1 },
    ];
  });
  const alone = () => Promise.reject(new Error('it was read with others'));
  const answers = await Promise.all(['it', 'fr', 'it'].map((slug) => together.read(readOf(slug), alone)));
  expect(sent.map((stages) => stages.filter((stage) => '$unionWith' in stage).length)).toEqual([1]);
  expect(answers.map(([document]) => document!['_id'])).toEqual(['it', 'fr', 'it']);
  expect(answers[0]).not.toBe(answers[2]);
});

it('each document of a batch gets the number of its read, in the last projection or in an additional stage', async () => {
  const sent: Document[][] = [];
  const together = new ReadBatcher(async (_collection, stages) => {
    sent.push(stages);
    return [];
  });
  const match = { $match: {} };
  const counted = { $unionWith: { coll: 'laws', pipeline: [match, { $count: 'total' }] } };
  const pipelines = [
    [match, { $project: { _id: 0, slug: '$_id' } }, counted],
    [match, { $project: { _id: 0 } }],
  ];
  await Promise.all(pipelines.map((stages) => together.read({ collection: 'laws', stages }, async () => [])));
  const marked = [match, { $count: 'total' }, { $set: { reading: 0 } }];
  expect(sent).toEqual([
    [
      match,
      { $project: { _id: 0, slug: '$_id', reading: { $literal: 0 } } },
      { $unionWith: { coll: 'laws', pipeline: marked } },
      { $unionWith: { coll: 'laws', pipeline: [...pipelines[1]!, { $set: { reading: 1 } }] } },
    ],
  ]);
});

it('a failed batch is repeated as separate reads, each of which reports its own error', async () => {
  let attemptCount = 0;
  const together = new ReadBatcher(() => Promise.reject(new Error('nothing is read with others')));
  const alone = async () => {
    attemptCount += 1;
    throw new Error('it is away');
  };
  const answers = await Promise.allSettled([together.read(readOf('it'), alone), together.read(readOf('it'), alone)]);
  expect([attemptCount, answers.map(({ status }) => status)]).toEqual([1, ['rejected', 'rejected']]);
});
