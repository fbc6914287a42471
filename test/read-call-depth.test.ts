import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Db } from 'mongodb';
import { Dependencies } from '../src/store/cache/dependencies.js';
import { createContext } from '../src/graphql/request/context.js';
import { EditingServer } from './authoring/editing-server.js';
import { ALL_ENTRIES_QUERY } from './store/test-stores.js';

let editing: EditingServer;

beforeAll(async () => {
  editing = await EditingServer.start({ entryCacheBytes: 1_000_000, hasNoOtherWriter: true });
});

afterAll(async () => {
  await editing.close();
});

/** Returns the files of src/ on a stack, outermost first. */
function filesOn({ stack }: Error): string[] {
  return stack!
    .split('\n')
    .flatMap((line) => /.*\/src\/([\w/-]+)\.[jt]s/.exec(line)?.[1] ?? [])
    .reverse();
}

/** Returns a query that calls back whenever it is read. The store reads its order when it starts to read a page. */
function watchedQuery(onRead: () => void) {
  return Object.defineProperty(
    { ...ALL_ENTRIES_QUERY, selection: { ...ALL_ENTRIES_QUERY.selection, totalCount: false } },
    'orderBy',
    {
      enumerable: true,
      get: () => (onRead(), ALL_ENTRIES_QUERY.orderBy),
    },
  );
}

test('a page of entries passes through at most 8 files from its loader to the driver', async () => {
  Error.stackTraceLimit = 100;
  const stacks: string[][] = [];
  const note = () => void stacks.push(filesOn(new Error()));
  const { command } = Db.prototype;
  const spy = jest.spyOn(Db.prototype, 'command').mockImplementation(function (this: Db, ...args) {
    note();
    return command.apply(this, args);
  });
  const facts = {
    requestId: '1',
    viewer: { locales: ['en'], preview: false, user: null } as never,
    deadlineMs: 60_000,
  };
  const { loaders } = createContext(editing.app.services, { ...facts, dependencies: new Dependencies() });
  const page = await loaders.page('Topic', watchedQuery(note));
  spy.mockRestore();
  expect(page.edges.length).toBeGreaterThan(0);
  // A page that is read in a batch is on two call stacks: that of the caller and that of the batch.
  const [sent, requestStack] = [stacks.pop()!, stacks.find((stack) => stack.includes('store/lists/read-page'))!];
  const toPages = requestStack.slice(0, requestStack.indexOf('store/lists/read-page') + 1);
  const layers = [...new Set([...toPages, ...sent])];
  expect(layers).toEqual(expect.arrayContaining(['graphql/request/loaders', 'store/connection/database']));
  expect(layers.length).toBeLessThanOrEqual(8);
});
