import { servedSchema } from '../../src/contract/served-schema.js';
import { idOf } from '../authoring/editing-server.js';
import { searchQueries, kindQueries, multiKindListQueries } from './generated-queries.js';
import { createSecretDatabase, type SecretDatabase, SECRETS } from './secret-database.js';

const LONG = Boolean(process.env.LONG);
/** Depth of the generated filters. Two levels reach every operator of every field. */
const DEPTH = LONG ? 3 : 2;
/** Distance between the generated queries of the sample. */
const STRIDE = LONG ? 1 : 5;
if (!LONG) console.log('visibility: every fifth query of kinds and lists; all with LONG=1');

let bases: [SecretDatabase, SecretDatabase];
beforeAll(async () => {
  bases = [await createSecretDatabase(SECRETS[0]), await createSecretDatabase(SECRETS[1])];
});
afterAll(() => Promise.all(bases.map((base) => base.close())));

function questions(kind: string): string[] {
  const model = bases[0].schema;
  return kindQueries(servedSchema(model), model.kind(kind), DEPTH);
}

function sampleQueries(queries: readonly string[]): readonly string[] {
  return queries.filter((_query, index) => index % STRIDE === 0);
}

/** Returns the queries to which the two databases respond differently. */
async function differing(queries: readonly string[], asEditor = false): Promise<string[]> {
  const found: string[] = [];
  for (const query of queries) {
    const [a, b] = await Promise.all(bases.map((base) => base.query(query, asEditor ? base : undefined)));
    // An invalid query would have the same response from both databases, so none may be invalid.
    for (const wrong of ['VALIDATION_FAILED', 'PARSE_FAILED', 'INTERNAL_SERVER_ERROR']) {
      if (a!.includes(wrong)) throw new Error(`${query}\n  ${a}`);
    }
    if (a !== b) found.push(`${query}\n  ${a}\n  ${b}`);
  }
  return found;
}

test.each(['Dossier', 'Topic'])(
  'no filter, order, facet, inverse, page or past state of %s reveals a hidden value',
  async (kind) => {
    const request = questions(kind);
    expect(request.length).toBeGreaterThan(300);
    expect(await differing(sampleQueries(request))).toEqual([]);
  },
);

test('no list of entries of all kinds reveals a hidden value', async () => {
  const request = multiKindListQueries(servedSchema(bases[0].schema), DEPTH);
  expect(request.length).toBeGreaterThan(100);
  expect(await differing(sampleQueries(request))).toEqual([]);
});

test('no search, path, node or list of changes reveals a hidden value', async () => {
  expect(await differing(searchQueries())).toEqual([]);
});

test('the missing texts of a translation include withheld fields only for viewers who may see them', async () => {
  const query = '{ dossier(slug: "shown") { translation(locale: fr) { missing } } }';
  const [base] = bases;
  expect(await base.query(query)).not.toContain('remark');
  expect(await base.query(query, base)).toContain('"remark"');
});

test('no page of an entry reveals a hidden value', async () => {
  for (const path of ['shown', 'other', 'secret', 'changing', 'withdrawn', 'dropped', 'recalled']
    .map((slug) => `/dossier/${slug}`)
    .concat('/topic/left', '/topic/right', '/topic/drafted', '/')) {
    const [a, b] = await Promise.all(bases.map((base) => base.get(path, { accept: 'text/html' })));
    expect(a).toBe(b);
    for (const { word } of SECRETS) expect(a).not.toContain(word);
  }
});

test('the tested queries select hidden values: for editors in a preview, the two databases respond differently', async () => {
  const request = questions('Dossier').filter((_query, index) => index % 7 === 0);
  expect((await differing(request, true)).length).toBeGreaterThan(request.length / 10);
});

test('a mutation without permission gets the same response whether or not the entry exists', async () => {
  const slugQueries = ['secret', 'shown', 'nowhere'].map(
    (slug) => `mutation { entryRetire(id: "${idOf(`dossiers/${slug}`)}", expectedRevision: 1) { revision } }`,
  );
  expect(await differing(slugQueries)).toEqual([]);
  const answers = await Promise.all(slugQueries.map((query) => bases[0].query(query)));
  expect(new Set(answers).size).toBe(1);
});

test('an editor cannot write entries of a kind for administrators', async () => {
  const write =
    'mutation { vaultSave(slug: "new", expectedRevision: 0, record: { title: { en: "A" } }, options: { dryRun: true }) { revision } }';
  const { errors } = JSON.parse(await bases[0].query(write, bases[0])) as { errors: { message: string }[] };
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('"vaults" requires the role ADMIN')]);
});

test('a missing token and insufficient permissions have different errors', async () => {
  const write =
    'mutation { dossierSave(slug: "new", expectedRevision: 0, record: { title: { en: "A" }, sealed: "B" }) { revision } }';
  const answers = await Promise.all([
    bases[0].query('{ dossiers(filter: { codename: { eq: "A" } }) { totalCount } }'),
    bases[0].query(write),
    bases[0].query(write, bases[0]),
  ]);
  const codes = answers.map((answer) => /"code":"(\w+)"/.exec(answer)?.[1]);
  expect(codes).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'FORBIDDEN']);
});

test('an editor with a stale revision gets the changes, except those that only administrators see', async () => {
  const query = `mutation { entryUnpublish(id: "${idOf('dossiers/changing')}", expectedRevision: 1) {
    obstacle { ... on Conflict { revision record fields { path base theirs } } } } }`;
  const answer = JSON.parse(await bases[0].query(query, bases[0])) as {
    data: { entryUnpublish: { obstacle: { revision: number; record: object; fields: { path: string[] }[] } } };
  };
  const { revision, record, fields } = answer.data.entryUnpublish.obstacle;
  const hiddenFields = fields.map(({ path }) => path[0]!);
  expect([Object.keys(record).includes('codename'), Object.keys(record).includes('sealed')]).toEqual([true, false]);
  expect([revision, hiddenFields.includes('codename'), hiddenFields.includes('sealed')]).toEqual([2, true, false]);
});

test('the difference between two revisions contains no fields that only administrators see', async () => {
  const query = '{ diff(kind: DOSSIER, slug: "changing", from: 1, to: 2) { path } }';
  const answer = JSON.parse(await bases[0].query(query, bases[0])) as { data: { diff: { path: string[] }[] } };
  const fields = answer.data.diff.map(({ path }) => path[0]);
  expect(fields).toContain('codename');
  expect(fields).not.toContain('sealed');
});

test('the merged record in a conflict contains no fields that only administrators see', async () => {
  const query = `mutation { dossierSave(slug: "changing", expectedRevision: 1, record: { title: { en: "Sent" } }) {
    obstacle { ... on Conflict { merged fields { path } } } } }`;
  const answer = JSON.parse(await bases[0].query(query, bases[0])) as {
    data: { dossierSave: { obstacle: { merged: object; fields: { path: string[] }[] } } };
  };
  const { merged, fields } = answer.data.dossierSave.obstacle;
  expect(Object.keys(merged)).toContain('codename');
  expect(JSON.stringify([merged, fields])).not.toContain('sealed');
});

test('an editor can neither save nor clear fields that only administrators see', async () => {
  const runMutation = async (mutation: string) => {
    const answer = JSON.parse(await bases[0].query(`mutation { ${mutation} { revision } }`, bases[0])) as {
      errors?: { message: string; extensions: { code: string } }[];
    };
    return answer.errors?.map(({ message, extensions }) => `${extensions.code} ${message}`);
  };
  const rejection = ['FORBIDDEN "sealed" requires the role ADMIN; remove it.'];
  for (const sealed of ['"open"', 'null']) {
    const args = `slug: "changing", expectedRevision: 2, options: { dryRun: true }`;
    expect(await runMutation(`dossierPatch(${args}, changes: { sealed: ${sealed} })`)).toEqual(rejection);
  }
  const args = `slug: "changing", expectedRevision: 2, options: { dryRun: true }, record: { title: { en: "A" }, sealed:`;
  expect(await runMutation(`dossierSave(${args} "open" })`)).toEqual(rejection);
  expect(await runMutation(`dossierSave(${args} null })`)).toBeUndefined();
});
