import { serialiseError } from '../src/server.js';
import { readFileSync } from 'node:fs';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { expect, test } from '@jest/globals';
import { plugin as errorCodesDocument } from '../scripts/error-codes.js';
import { COMMAND_CODES, REQUEST_CODES, SERVER_CODES } from '../src/errors.js';
import { EDIT_CODES, PROBLEM_CODES } from '../src/records/problem-codes.js';

test('docs/errors.md is up to date with the error codes', () => {
  const text = errorCodesDocument();
  expect(readFileSync('docs/errors.md', 'utf8') === text ? 'current' : 'run npm run generate').toBe('current');
});

test('each error code is defined only once', () => {
  const codes = [REQUEST_CODES, SERVER_CODES, COMMAND_CODES, EDIT_CODES, PROBLEM_CODES].flatMap(Object.keys);
  expect(new Set(codes).size).toBe(codes.length);
});

test('the explanation of every error code has at least two sentences of at most 25 words', () => {
  const allCodes = { ...REQUEST_CODES, ...SERVER_CODES, ...COMMAND_CODES, ...EDIT_CODES, ...PROBLEM_CODES };
  const unclear = Object.entries<string>(allCodes).filter(([, text]) => {
    const sentences = text.split(/(?<=\.) /);
    return sentences.length < 2 || sentences.some((each) => each.split(' ').length > 25) || !text.endsWith('.');
  });
  expect(unclear).toEqual([]);
});

test('every error code of Apollo Server has an explanation', () => {
  expect({ ...REQUEST_CODES, ...SERVER_CODES }).toMatchObject(
    Object.fromEntries(Object.values(ApolloServerErrorCode).map((code) => [code, expect.any(String)])),
  );
});

test('a logged error has its class name, even in minified code', () => {
  class Renamed4 extends Error {
    override readonly name = 'MongoNetworkError';
  }
  expect(serialiseError(new Renamed4('gone'))).toMatchObject({ type: 'MongoNetworkError', message: 'gone' });
});
