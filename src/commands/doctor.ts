import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.js';
import { printContract } from '../contract/served-schema.js';
import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import { linkTargetKeys } from '../model/links.js';
import { loadModel } from '../model/load-model.js';
import type { Kind, Model } from '../model/model.js';
import { verifyEmbeddedDatabase } from '../store/connection/verify-embedded-database.js';
import type { EntryStore } from '../store/entries.js';
import type { ChangeLog } from '../store/change-log.js';
import type { Store } from '../store/store.js';
import { defineCommand, EXIT_CODES, type ExitCode, jsonFlag } from './command.js';
import { connectDatabase } from '../connect-database.js';
import { openDatabase } from '../open-database.js';
import { MissingFieldCollector, describeUnknownKinds } from './schema-warnings.js';
import { printJson } from './terminal.js';

interface Finding {
  what: string;
  state: 'good' | 'bad' | 'note';
  detail: string;
}

const MAX_NAMED_LINKS = 10;
const CHANGES_PER_READ = 50;

/** Checks this machine, the schema, the database and the content. Read-only. */
export const doctorCommand = defineCommand({
  name: 'doctor',
  description: 'Check this machine, the schema, the database and the content.',
  examples: ['doctor', 'doctor --deep'],
  args: {
    deep: {
      type: 'boolean',
      description: 'Also check the embedded database for consistency; takes longer with more data.',
    },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const findings: Finding[] = [];
    const report = (finding: Finding) => {
      findings.push(finding);
      if (!args.json) terminal.out(`${STATUS_MARKS[finding.state]} ${finding.what.padEnd(18)} ${finding.detail}`);
    };
    const code = await runChecks(config, report, args.deep);
    if (args.json) printJson(terminal, { findings });
    return code;
  },
});

const STATUS_MARKS = { good: '✓', bad: '✗', note: '·' } as const;

type Report = (finding: Finding) => void;

async function runChecks(config: Readonly<Config>, report: Report, isDeep: boolean): Promise<ExitCode> {
  let isHealthy = true;
  const check = (name: string, isGood: boolean, detail: string) => {
    report({ what: name, state: isGood ? 'good' : 'bad', detail });
    isHealthy &&= isGood;
  };
  check('Node.js', true, process.versions.node);
  let model: Model;
  try {
    model = loadModel(config.schemaDir);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    check('schema', false, error.message);
    return EXIT_CODES.problems;
  }
  check('schema', true, `${model.kinds.length} kinds`);
  const isCurrent = hasCurrentContract(model, dirname(config.schemaDir));
  check('generated files', isCurrent, isCurrent ? 'current' : 'run "npm run generate": schema.graphql');
  const page = join(dirname(config.schemaDir), 'dist', 'graphiql', 'index.html');
  if (!existsSync(page)) report({ what: 'GraphiQL', state: 'note', detail: 'not built; run "npm run build"' });
  try {
    const folderExists = config.mongodbUri !== null || existsSync(config.dataDir);
    if (isDeep && folderExists && !(await checkDataFolder(config, check, report))) return EXIT_CODES.problems;
    await using database = await openDatabase(config, { readOnly: 'AS_IS' });
    const folderText = `embedded, in ${config.dataDir}${folderExists ? '' : ', which does not exist yet'}`;
    const databaseText = database.isEmbedded ? folderText : 'MongoDB';
    await database.store.connection.ping();
    check('database', true, databaseText);
    await checkContent(model, database.store, check, report);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    check('database', false, error.message);
    return error.code === 'DATABASE_UNREACHABLE' ? EXIT_CODES.databaseUnreachable : EXIT_CODES.problems;
  }
  return isHealthy ? EXIT_CODES.done : EXIT_CODES.problems;
}

type Check = (what: string, isHealthy: boolean, detail: string) => void;

/** Checks the data folder of the embedded database, which no other process may use. Returns whether it is intact. */
async function checkDataFolder(config: Readonly<Config>, check: Check, report: Report): Promise<boolean> {
  await using server = await connectDatabase(config);
  if (!server.isEmbedded) {
    const detail = 'of the embedded database alone; MongoDB has its own command, validate';
    report({ what: 'deep check', state: 'note', detail });
    return true;
  }
  const { documentCount, errors } = await verifyEmbeddedDatabase(server.uri);
  const isHealthy = errors.length === 0;
  const detail = isHealthy ? `${documentCount} documents and their indexes are intact` : errors[0]!;
  check('deep check', isHealthy, isHealthy ? detail : `${detail}; restore ${config.dataDir} from a backup`);
  return isHealthy;
}

async function checkContent(model: Model, store: Store, check: Check, report: Report): Promise<void> {
  const head = await store.log.head();
  const published = new Map<string, Set<string>>();
  const brokenLinks: string[] = [];
  const outdatedEntries: string[] = [];
  const loggedRevisions = await publishedRevisionsFromLog(store.log);
  for (const kind of model.kinds)
    published.set(kind.name, await publishedSlugs(store.entries, kind, loggedRevisions, outdatedEntries));
  const missingFields = new MissingFieldCollector(model);
  for (const kind of model.kinds)
    await checkEntries(model, store.entries, kind, { published, brokenLinks, missingFields });
  const total = [...published.values()].reduce((sum, { size }) => sum + size, 0);
  if (head === 0)
    report({ what: 'content', state: 'note', detail: 'the database is empty; run "npx signpost seed" to fill it' });
  else report({ what: 'content', state: 'note', detail: `${total} published entries after ${head} changes` });
  for (const kind of model.kinds) {
    report({ what: `  ${kind.folder}`, state: 'note', detail: String(published.get(kind.name)!.size) });
  }
  check('up to date', outdatedEntries.length === 0, describeOutdated(outdatedEntries));
  const shownLinks = brokenLinks.slice(0, MAX_NAMED_LINKS).join(', ');
  const detail =
    brokenLinks.length === 0 ? 'every link leads to an entry' : `${brokenLinks.length} are broken: ${shownLinks}`;
  check('links', brokenLinks.length === 0, detail);
  reportFaults(check, 'kinds', await describeUnknownKinds(store), 'every kind in the database is in schema/');
  reportFaults(check, 'required values', missingFields.lines(), 'every entry has them');
}

function describeOutdated(outdatedEntries: readonly string[]): string {
  if (outdatedEntries.length === 0) return 'served entries match the log';
  return `${outdatedEntries.length} served entries differ from the log: ${outdatedEntries.slice(0, MAX_NAMED_LINKS).join(', ')}`;
}

/** Compares the served entries of a kind with the log. Adds differing ones to `outdatedEntries`; returns the slugs. */
async function publishedSlugs(
  entries: EntryStore,
  kind: Kind,
  logged: PublishedRevisions,
  outdatedEntries: string[],
): Promise<Set<string>> {
  const servedRevisions = new Map<string, number>();
  for await (const { slug, revision } of entries.published(kind.name, [])) servedRevisions.set(slug, revision);
  const expectedRevisions = logged.get(kind.name) ?? new Map<string, number>();
  for (const slug of new Set([...servedRevisions.keys(), ...expectedRevisions.keys()])) {
    if (servedRevisions.get(slug) !== expectedRevisions.get(slug)) outdatedEntries.push(folderKey(kind, slug));
  }
  return new Set(servedRevisions.keys());
}

/** Revision number of the published state of each entry, by kind, then slug. */
type PublishedRevisions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Computes the published revisions from the complete log. */
async function publishedRevisionsFromLog(log: ChangeLog): Promise<PublishedRevisions> {
  const revisionsByKind = new Map<string, Map<string, number>>();
  for (let after = 0, isMore = true; isMore;) {
    const changes = await log.changesAfter(after, CHANGES_PER_READ);
    for (const { kind, slug, revision, status, action } of changes.flatMap(({ entries }) => entries)) {
      const kindRevisions = revisionsByKind.get(kind) ?? new Map<string, number>();
      revisionsByKind.set(kind, kindRevisions);
      if (status === 'PUBLISHED') kindRevisions.set(slug, revision);
      else if (status === 'RETIRED' || action === 'UNPUBLISH') kindRevisions.delete(slug);
    }
    isMore = changes.length > 0;
    after = changes.at(-1)?.sequence ?? after;
  }
  return revisionsByKind;
}

interface ContentCheck {
  published: ReadonlyMap<string, ReadonlySet<string>>;
  brokenLinks: string[];
  missingFields: MissingFieldCollector;
}

async function checkEntries(model: Model, entries: EntryStore, kind: Kind, results: ContentCheck): Promise<void> {
  for await (const { slug, record } of entries.published(kind.name, null)) {
    results.missingFields.add(kind, slug, record);
    for (const target of linkTargetKeys(model, kind, record)) {
      if (results.published.get(target.kind)?.has(target.slug)) continue;
      results.brokenLinks.push(`${folderKey(kind, slug)} → ${folderKey(model.kind(target.kind), target.slug)}`);
    }
  }
}

/** Reports each fault as a failed check, or one passed check if there are none. */
function reportFaults(check: Check, name: string, faults: readonly string[], successMessage: string): void {
  if (faults.length === 0) check(name, true, successMessage);
  for (const fault of faults) check(name, false, fault);
}

/** Whether `schema.graphql` matches the schema folder; true if the file is missing, as in a container. */
function hasCurrentContract(model: Model, root: string): boolean {
  const path = join(root, 'schema.graphql');
  return !existsSync(path) || readFileSync(path, 'utf8') === printContract(model);
}
