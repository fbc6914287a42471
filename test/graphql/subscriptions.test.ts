import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { CostLimiter } from '../../src/cost/cost-limiter.js';
import { LiveSubscription } from '../../src/graphql/live/live-subscription.js';
import { type Context, createContext } from '../../src/graphql/request/context.js';
import type { Action, ChangeEvent } from '../../src/store/change-log.js';
import { type SeededApp, seededApp } from './seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ seedDir: null });
});
afterAll(() => server.close());

const change = (sequence: number, slug: string, action: Action): ChangeEvent => ({
  sequence,
  entries: [{ kind: 'Topic', slug, revision: sequence, action, status: 'PUBLISHED', isPublic: true }],
});

test('two subscriptions by the id of an entry both receive its changes after it is renamed', async () => {
  const { services } = server;
  let movedTo: string | null = null;
  const contextOf = () => {
    const viewer = { role: 'READER' as const, name: null, locales: ['en'], preview: false };
    const context = createContext(services, { requestId: '', viewer, deadlineMs: 5000 });
    const bySlug = async (_kind: string, [slug]: readonly string[]) => [slug === 'old' ? { movedTo } : null];
    const entries = { ...context.store.entries, bySlug: bySlug as never };
    return { ...context, store: { ...context.store, entries } } as Context;
  };
  const schema = executableSchema(services.model, services.modules);
  const how = {
    schema,
    cost: new CostLimiter(schema, services.model, services.modules),
    sharedResponses: new WeakMap(),
    report: () => {},
    contextOf,
  };
  const ids = [Buffer.from('topics/old').toString('base64url')];
  const query = 'subscription ($ids: [ID!]) { entryChanged(ids: $ids) { entries { slug } } }';
  const [first, second] = [1, 2].map(() =>
    LiveSubscription.open({ query, variables: { ids }, operationName: undefined }, how),
  );
  const notify = async (change: ChangeEvent, ...operations: (LiveSubscription | undefined)[]) => {
    const answers = await Promise.all(
      operations.map((each) => each!.responsesTo({ sequence: change.sequence, payload: change })),
    );
    return answers.map((each) => each.length);
  };
  expect(await notify(change(1, 'old', 'SAVE'), second, first)).toEqual([1, 1]);
  movedTo = 'new';
  expect(await notify(change(2, 'new', 'RENAME'), first, second)).toEqual([1, 1]);
  expect(await notify(change(3, 'new', 'SAVE'), second, first)).toEqual([1, 1]);
});
