import { expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import { Random } from '../store/random.js';
import type { SendQuery, RootList } from './introspection.js';
import { type ExpectedEntry, walkEntries } from './expected-entries.js';
import { isLong, startServers, seedOf } from './start-servers.js';
import { RandomEditor } from './random-editor.js';
import type { RequestVariant } from './request-variants.js';
import { directiveArguments, unwrappedTypeName, SchemaTypes } from './schema-types.js';

const SEED = seedOf(7);
const [MOMENTS, STEPS] = isLong ? [16, 15] : [2, 6];
/** Number of lists to edit, and number of unedited entries that are queried too. */
const [LISTS, UNEDITED] = isLong ? [12, 60] : [2, 4];
/** Maximum number of entries per query, and of their fields together. A request may select at most 2000 fields. */
const MAX_BATCH = { entries: 20, fields: 1500 };
/** Number of entries at each end of a list that are edited: few, so that some are unpublished and published again. */
const EDITED_PER_END = 4;
const READER: RequestVariant = { locale: 'it,fr' };
/** Computed fields that do not depend on other entries. */
const BOOKKEEPING =
  'revision status updatedAt publishedAt translation { locale isOriginal isReviewed missing stale fellBackTo }';

/** The public entries at a moment, by id. */
interface Moment {
  at: string;
  shown: Map<string, ExpectedEntry>;
}

const writtenTypes = new SchemaTypes();
const { variants, schema, lists: allLists } = await startServers();
const lists = allLists.filter(({ node }) => writtenTypes.isKind(node.name));

/**
 * Selects all fields of an entry or object. Of linked entries it selects only the id, because their other fields have
 * their current values.
 */
function selectAll(type: string): string {
  const served = schema.getType(type) as unknown as { getFields(): Record<string, unknown> };
  return [...writtenTypes.stored(type)]
    .filter(([name]) => name in served.getFields())
    .map(([name, field]) => {
      const to = unwrappedTypeName(field.type);
      if (directiveArguments(field, 'link')) return `${name} { __typename id }`;
      return writtenTypes.isObject(to) ? `${name} { ${selectAll(to)} }` : name;
    })
    .join(' ');
}

const fieldsOf = ({ node }: RootList) => `${selectAll(node.name)} ${BOOKKEEPING}`;

/** Reads all public entries of some lists. Each query selects one field with links, to stay below the size limit. */
async function publicEntries(
  sendQuery: SendQuery,
  rootLists: readonly RootList[],
): Promise<Map<string, ExpectedEntry>> {
  const entriesById = new Map<string, ExpectedEntry>();
  for (const list of rootLists) {
    for await (const entry of walkEntries(sendQuery, list.name, fieldsOf(list))) entriesById.set(entry.id, entry);
  }
  return entriesById;
}

/** Removes links to entries that are not public. */
function removeHiddenLinks(value: unknown, isShown: (id: string) => boolean): unknown {
  if (Array.isArray(value))
    return value.map((each) => removeHiddenLinks(each, isShown)).filter((each) => each !== null);
  if (typeof value !== 'object' || value === null) return value;
  const { id } = value as { id?: string };
  if (id !== undefined && !isShown(id)) return null;
  const parts = Object.entries(value).map(([name, part]) => [name, removeHiddenLinks(part, isShown)]);
  return Object.fromEntries(parts) as unknown;
}

/** Reads entries as of a moment, by their current slugs, then again by the ids in the responses. */
async function entriesAt(
  sendQuery: SendQuery,
  list: RootList,
  slugs: readonly string[],
  at: string,
): Promise<(ExpectedEntry | null)[]> {
  const entryField = Object.values(schema.getQueryType()!.getFields()).find(
    ({ type, args }) => getNamedType(type) === list.node && args.some(({ name }) => name === 'asOf'),
  )!;
  const isByKey = entryField.args.some(({ name }) => name === 'by');
  const fragment = `fragment All on ${list.node.name} { __typename id slug ${fieldsOf(list)} }`;
  const fieldCount = fragment.match(/\w+/g)!.length;
  const batchSize = Math.min(MAX_BATCH.entries, Math.max(1, Math.floor(MAX_BATCH.fields / fieldCount)));
  const found: (ExpectedEntry | null)[] = [];
  for (let from = 0; from < slugs.length; from += batchSize) {
    const entryQueries = slugs.slice(from, from + batchSize).map((slug, index) => {
      const key = isByKey ? `by: { slug: "${slug}" }` : `slug: "${slug}"`;
      return `e${index}: ${entryField.name}(${key}, asOf: "${at}") { ...All }`;
    });
    const answers = Object.values(
      await sendQuery(`{ ${entryQueries.join(' ')} } ${fragment}`),
    ) as (ExpectedEntry | null)[];
    const ids = answers.flatMap((each) => (each ? [each.id] : []));
    const { nodes } = await sendQuery(`query ($ids: [ID!]!) { nodes(ids: $ids) { ...All } } ${fragment}`, { ids });
    expect([at, nodes]).toEqual([at, answers.filter((each) => each !== null)]);
    found.push(...answers);
  }
  return found;
}

test(`seed ${SEED}: asOf returns the state at each of ${MOMENTS} moments, with ${STEPS} random edits between them`, async () => {
  const random = new Random(SEED);
  const chosen = random.pickSome(lists, LISTS, LISTS);
  const editors = variants.sendCached({ ...READER, preview: true });
  const editor = new RandomEditor(random, editors, chosen, EDITED_PER_END);
  const otherLists = lists.filter((list) => !chosen.includes(list));
  const moments: Moment[] = [];
  const steps: string[] = [];
  for (let round = 0; round < MOMENTS; round += 1) {
    for (let step = 0; step < STEPS; step += 1) steps.push(await editor.step());
    const { changes } = await editors('{ changes(first: 1) { nodes { at } } }');
    const [{ at }] = (changes as { nodes: [{ at: string }] }).nodes;
    moments.push({ at, shown: await publicEntries(variants.sendCached(READER), chosen) });
    // Wait until the clock has advanced, so that the next edit has a later time.
    while (Date.now() <= Date.parse(at)) await new Promise(setImmediate);
  }

  const now = moments.at(-1)!.shown;
  const otherIds = new Set<string>();
  for (const { name } of otherLists) {
    for await (const { id } of walkEntries(variants.sendUncached(READER), name, '')) otherIds.add(id);
  }
  const ids = new Set(moments.flatMap((moment) => [...moment.shown.keys()]));
  const isTouched = (id: string) => new Set(moments.map((each) => JSON.stringify(each.shown.get(id)))).size > 1;
  const editedIds = [...ids].filter(isTouched);
  const queriedIds = new Set([...editedIds, ...random.pickSome([...ids], UNEDITED, UNEDITED)]);
  let differing = 0;
  for (const { at, shown: then } of moments) {
    const isShown = (id: string) => otherIds.has(id) || (now.has(id) && then.has(id));
    for (const list of chosen) {
      const latest = (id: string) => moments.findLast((moment) => moment.shown.has(id))!.shown.get(id)!;
      const entries = [...queriedIds].map(latest).filter(({ __typename }) => __typename === list.node.name);
      const slugs = entries.map(({ slug }) => slug);
      for (const sendQuery of [
        variants.sendUncached(READER),
        variants.sendCached(READER),
        variants.sendCached(READER),
      ]) {
        const answers = await entriesAt(sendQuery, list, slugs, at);
        for (const [index, { id, slug }] of entries.entries()) {
          // An unpublished entry is not public at earlier moments either.
          const expected = now.has(id) ? (then.get(id) ?? null) : null;
          const [found, expectedAnswer] = [answers[index]!, expected && { ...expected, slug }].map((each) =>
            removeHiddenLinks(each && { ...each, id: undefined }, isShown),
          );
          expect([steps, slug, at, found]).toEqual([steps, slug, at, expectedAnswer]);
          if (expected && JSON.stringify(expected) !== JSON.stringify(now.get(id))) differing += 1;
        }
      }
    }
  }
  expect([editedIds.length, differing].every((count) => count > MOMENTS)).toBe(true);
});
