import { describe, expect, test } from '@jest/globals';
import { AppError } from '../../src/errors.js';
import { writeJson } from '../../src/http/json-writer.js';
import { Random } from '../store/random.js';

const WRITING_OPTIONS = { maxBytes: 1_000_000, yieldIfOver: () => undefined };

/** Returns a random JSON value, sometimes long. */
function anything(random: Random, depth: number): unknown {
  const texts = [
    '',
    'plain',
    'quoted "text" \\ and\n lines',
    'déjà vu €',
    '\u0000\u2028',
    'x'.repeat(random.below(400)),
  ];
  const leaf = () => random.pick([...texts, 0, -1.5, 1e21, true, false, null]);
  if (depth === 0 || random.chance(0.2)) return leaf();
  const items = Array.from({ length: random.below(14) }, () => anything(random, depth - 1));
  if (random.chance(0.5)) return items;
  return Object.fromEntries(items.map((item, index) => [`field "${index}"`, item]));
}

test('a long response is serialised like JSON.stringify, in several turns of the event loop', async () => {
  const random = new Random(7);
  let turns = 0;
  for (let round = 0; round < 20; round += 1) {
    const data = Array.from({ length: 30 }, () => anything(random, 4));
    const answer = { data, left: undefined, [`${round}`]: null };
    const written = await writeJson(answer, { maxBytes: Infinity, yieldIfOver: () => void (turns += 1) as undefined });
    expect(written).toBe(JSON.stringify(answer));
  }
  expect(turns).toBeGreaterThan(20);
});

test('a long list of short items just below the size limit is not rejected', async () => {
  const answer = { data: Array.from({ length: 200_000 }, () => 1) };
  const text = JSON.stringify(answer);
  expect((await writeJson(answer, { ...WRITING_OPTIONS, maxBytes: text.length + 10 })) === text).toBe(true);
});

test('a short response is serialised synchronously', () => {
  expect(writeJson({ data: { a: [1, 'é'] } }, WRITING_OPTIONS)).toBe('{"data":{"a":[1,"é"]}}');
});

describe('responses above the size limit', () => {
  const longBody = (text: string) => ({
    data: {
      countries: {
        totalCount: 100,
        nodes: Array.from({ length: 100 }, (_, index) => ({
          slug: `c${index}`,
          body: text,
          trends: { nodes: [{ title: 'x' }] },
        })),
      },
      topics: { nodes: [{ title: 'y' }] },
    },
  });
  const rejection = async (answer: object): Promise<AppError> => {
    try {
      await writeJson(answer, WRITING_OPTIONS);
    } catch (error) {
      if (error instanceof AppError) return error;
    }
    throw new Error('It was written.');
  };

  test('a response above the size limit is rejected, naming its largest field', async () => {
    const error = await rejection(longBody('z'.repeat(20_000)));
    expect(error).toMatchObject({ code: 'ANSWER_TOO_LARGE', details: { field: 'countries' } });
    expect(error.message).toContain('"countries"');
    expect(error.message).toContain('"first"');
  });

  test('the size limit of a response counts bytes, not characters', async () => {
    // 900 000 characters of three bytes each, or six if they are escaped.
    for (const sign of ['€', '\u0001'])
      expect((await rejection(longBody(sign.repeat(9000)))).code).toBe('ANSWER_TOO_LARGE');
    const { length } = await writeJson(longBody('e'.repeat(9000)), WRITING_OPTIONS);
    expect(length).toBeGreaterThan(900_000);
  });
});

test('the serialisation of a long response can be aborted between turns of the event loop', async () => {
  const data = Array.from({ length: 1000 }, () => 'x'.repeat(500));
  const late = new AppError('DEADLINE', 'Too late.');
  let turns = 0;
  const yieldIfOver = () => ((turns += 1) > 3 ? Promise.reject(late) : undefined);
  await expect(Promise.resolve(writeJson({ data }, { ...WRITING_OPTIONS, yieldIfOver }))).rejects.toBe(late);
});
