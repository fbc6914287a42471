import { expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { Random } from '../store/random.js';
import { fieldsOf, isEntry, type RootList, type SendQuery } from './introspection.js';
import type { ExpectedEntry } from './expected-entries.js';
import { isLong, startServers, seedOf } from './start-servers.js';
import { type OrderTerm, randomOrder, sortKeyPath } from './random-order.js';
import { RandomEditor } from './random-editor.js';
import { argumentsOf, type RequestVariant } from './request-variants.js';
import { storedKindName } from '../../src/store/documents/stored-kind-name.js';
import { schemaModel } from '../support/schema-model.js';

const SEED = seedOf(8);
/** Number of walks through a list with edits between its pages. Twice as many walks run without edits. */
const WALKS = isLong ? 120 : 2;
/** Number of pages of a list, and maximum number of edits between two of them. */
const [PAGES, EDITS] = [6, 4];
const LARGEST = 100;
const READER: RequestVariant = { locale: 'en' };

const { variants, lists } = await startServers();

/** A list to page through: at the root, or of the links to one entry. */
interface ListWalk {
  /** The root list with the same type and the same orders. */
  list: RootList;
  orderBy: readonly OrderTerm[];
  /** Whether the query selects the total, which takes another code path. */
  isCounted: boolean;
  /** Returns the query of one page. */
  query: (args: string, fields: string) => string;
}
interface Page {
  totalCount?: number;
  nodes: ExpectedEntry[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

/** Returns a random root list with at least one entry for each page. */
async function randomRootList(random: Random, sendQuery: SendQuery): Promise<ListWalk> {
  for (;;) {
    const list = random.pick(lists);
    const orderBy = randomOrder(random, list);
    const filter = random.chance(0.5) ? {} : { title: { contains: random.pick(['a', 'e', 'i', 'o', 'u']) } };
    const listArguments = argumentsOf(list, filter, orderBy);
    const query = (args: string, fields: string) => `{ list: ${list.name}(${listArguments}, ${args}) { ${fields} } }`;
    const isCounted = random.chance(0.5);
    const { totalCount } = await read(sendQuery, { list, orderBy, isCounted: true, query }, 'first: 0', '');
    if (totalCount! >= PAGES) return { list, orderBy, isCounted, query };
  }
}

/** Returns a random list of links to an entry, with at least one link for each page. */
async function randomLinkList(random: Random, sendQuery: SendQuery): Promise<ListWalk> {
  for (;;) {
    const { name, node } = random.pick(lists);
    const fields = Object.values(fieldsOf(node)).filter(({ args }) => args.some((arg) => arg.name === 'after'));
    if (fields.length === 0) continue;
    const field = random.pick(fields);
    const target = getNamedType(fieldsOf(getNamedType(field.type))['nodes']!.type);
    const list = lists.find((each) => each.node === target);
    if (!list || !isEntry(target)) continue;
    const orderInput = getNamedType(field.args.find((arg) => arg.name === 'orderBy')?.type);
    const query = `{ list: ${name}(first: 40) { nodes { id counted: ${field.name}(first: 0) { totalCount } } } }`;
    const { nodes } = (await sendQuery(query))['list'] as { nodes: { id: string; counted: { totalCount: number } }[] };
    const [largest] = nodes.toSorted((a, b) => b.counted.totalCount - a.counted.totalCount);
    if (!largest || largest.counted.totalCount < PAGES) continue;
    // A list of several kinds can only be sorted by title.
    const order = isInputObjectType(orderInput) ? orderInput : null;
    const orderBy = order ? randomOrder(random, { ...list, order }) : [];
    const linkArguments = order ? `${argumentsOf({ ...list, order }, {}, orderBy)}, ` : '';
    return {
      list,
      orderBy,
      isCounted: random.chance(0.5),
      query: (args, inner) =>
        `{ node(id: "${largest.id}") { ... on ${node.name} { list: ${field.name}(${linkArguments}${args}) { ${inner} } } } }`,
    };
  }
}

async function read(sendQuery: SendQuery, { query, isCounted }: ListWalk, args: string, fields: string): Promise<Page> {
  const data = await sendQuery(
    query(
      args,
      `${isCounted ? 'totalCount' : ''} nodes { __typename id slug ${fields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
    ),
  );
  return (data['list'] ?? (data['node'] as { list: Page } | null)?.list ?? null) as Page;
}

/** Returns the selection of the sort values. They can change when a linked entry changes. */
function sortValueSelection({ list, orderBy }: ListWalk): string {
  return (orderBy.length > 0 ? orderBy : [{ title: 'ASC' }])
    .map((term) => sortKeyPath(list.node, Object.keys(term)[0]!)!.names)
    .map((names) => {
      if (isEntry(getNamedType(fieldsOf(list.node)[names[0]!]!.type))) return `${names[0]} { id revision }`;
      return names.reduceRight((inner, name) => (inner ? `${name} { ${inner} }` : name), '');
    })
    .join(' ');
}

/** Returns all entries of a list in order, by id, with their sort values; null if the list no longer exists. */
async function readAll(sendQuery: SendQuery, walked: ListWalk): Promise<Map<string, string> | null> {
  const sortValuesById = new Map<string, string>();
  for (let after = ''; ;) {
    const page = await read(sendQuery, walked, `first: ${LARGEST}${after}`, sortValueSelection(walked));
    if (!page) return null;
    for (const { id, ...place } of page.nodes) sortValuesById.set(id, JSON.stringify(place));
    if (!page.pageInfo.hasNextPage) return sortValuesById;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
}

/** Pages through a list that is edited between pages. Returns the number of edits. */
async function walk(
  random: Random,
  sendQuery: SendQuery,
  listWalk: ListWalk,
  edit: (() => Promise<string>) | null,
): Promise<number> {
  const isForward = listWalk.query('', '').startsWith('{ node') || random.chance(0.5);
  const [size, cursor] = isForward ? ['first', 'after'] : ['last', 'before'];
  const snapshots = [(await readAll(sendQuery, listWalk))!];
  const pageSize = Math.min(LARGEST, Math.ceil(snapshots[0]!.size / PAGES));
  const steps: unknown[] = [listWalk.query(`${size}: ${pageSize}`, '…')];
  const seen: string[] = [];
  for (let index: string | null = null; ;) {
    const stage = snapshots.at(-1)!;
    const page = await read(
      sendQuery,
      listWalk,
      `${size}: ${pageSize}${index === null ? '' : `, ${cursor}: "${index}"`}`,
      '',
    );
    const found = page.nodes.map(({ id }) => id);
    const order = [...stage.keys()];
    steps.push(found);
    if (listWalk.isCounted) expect([steps, page.totalCount]).toEqual([steps, stage.size]);
    // The page follows the last entry of the page before, if that one has not moved.
    const last = isForward ? seen.at(-1) : seen[0];
    if (last === undefined || stage.get(last) === snapshots.at(-2)?.get(last)) {
      const place = last === undefined ? (isForward ? -1 : order.length) : order.indexOf(last);
      const expected = isForward
        ? order.slice(place + 1, place + 1 + pageSize)
        : order.slice(Math.max(0, place - pageSize), place);
      if (last === undefined || place >= 0) {
        expect([steps, found]).toEqual([steps, expected]);
        const { hasNextPage, hasPreviousPage } = page.pageInfo;
        const [before, after] = isForward
          ? [place + 1, order.length - place - 1 - found.length]
          : [place - found.length, order.length - place];
        expect([steps, hasPreviousPage, hasNextPage]).toEqual([steps, before > 0, after > 0]);
      }
    }
    seen[isForward ? 'push' : 'unshift'](...found);
    if (!(isForward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) break;
    index = isForward ? page.pageInfo.endCursor : page.pageInfo.startCursor;
    const edits = edit ? random.below(EDITS + 1) : 0;
    for (let count = 0; count < edits; count += 1) steps.push(await edit!());
    const next = edits > 0 ? await readAll(sendQuery, listWalk) : stage;
    if (!next) return 0;
    snapshots.push(next);
  }
  const places = (id: string) => new Set(snapshots.flatMap((stage) => stage.get(id) ?? []));
  const times = (id: string) => seen.filter((each) => each === id).length;
  for (const id of new Set(snapshots.flatMap((stage) => [...stage.keys()]))) {
    // An entry that moved may appear twice or not at all.
    if (places(id).size > 1) continue;
    const isInAllStages = snapshots.every((stage) => stage.has(id));
    expect([steps, id, times(id)]).toEqual([steps, id, isInAllStages ? 1 : Math.min(1, times(id))]);
  }
  return new Set(snapshots.map((stage) => JSON.stringify([...stage]))).size - 1;
}

test(`seed ${SEED}: ${WALKS} walks through lists during edits neither repeat nor miss an entry`, async () => {
  const random = new Random(SEED);
  const senders = [variants.sendUncached(READER), variants.sendCached(READER)];
  const editors = variants.sendCached({ ...READER, preview: true });
  let changes = 0;
  for (let count = 0; count < WALKS; count += 1) {
    const sendQuery = senders[count % 2]!;
    // Every third walk is through a list of links.
    const listWalk =
      count % 3 === 0 ? await randomLinkList(random, sendQuery) : await randomRootList(random, sendQuery);
    const editor = new RandomEditor(random, editors, [listWalk.list]);
    changes += await walk(random, sendQuery, listWalk, () => editor.step());
    await walk(random, sendQuery, await randomRootList(random, sendQuery), null);
    await walk(random, sendQuery, await randomRootList(random, sendQuery), null);
  }
  expect(changes).toBeGreaterThan(WALKS / 2);
});

test('a list of all kinds contains all entries with the same slug, ordered by kind', async () => {
  const random = new Random(SEED);
  const sendQuery = variants.sendUncached(READER);
  const editors = variants.sendCached({ ...READER, preview: true });
  const slug = 'of-one-name';
  for (const { name } of lists.filter(({ node }) => isObjectType(node))) {
    // Select a public entry; its newest revision may be a draft.
    const { nodes } = (await sendQuery(`{ list: ${name}(first: 1) { nodes { id } } }`))['list'] as {
      nodes: { id: string }[];
    };
    if (nodes.length === 0) continue;
    const { id } = nodes[0]!;
    const { revision } = (await editors(`{ node(id: "${id}") { ... on Entry { revision } } }`))['node'] as {
      revision: number;
    };
    // Areas cannot be renamed: their slug follows from their code.
    await editors(`mutation { entryRename(id: "${id}", expectedRevision: ${revision}, to: "${slug}") { revision } }`);
  }
  await variants.waitUntilSynced();
  const filter = { slug: { eq: slug } };
  const common = lists.filter(({ node }) => !isObjectType(node));
  for (const list of common) {
    for (const orderBy of [[{ slug: 'ASC' }], [{ slug: 'DESC' }]]) {
      const listArguments = argumentsOf(list, filter, orderBy);
      const query = (args: string, fields: string) => `{ list: ${list.name}(${listArguments}, ${args}) { ${fields} } }`;
      const listWalk = { list, orderBy, isCounted: true, query };
      const kinds = [...(await readAll(sendQuery, listWalk))!.values()].map(
        (place) => (JSON.parse(place) as ExpectedEntry).__typename,
      );
      expect(kinds.length).toBeGreaterThan(PAGES);
      const stored = kinds.map((kind) => storedKindName(schemaModel.kind(kind)));
      expect(stored).toEqual(stored.toSorted());
      for (let times = 0; times < (isLong ? 4 : 1); times += 1) await walk(random, sendQuery, listWalk, null);
    }
  }
  expect(common.length).toBeGreaterThan(0);
});
