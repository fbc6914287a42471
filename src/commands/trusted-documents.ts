import { AppError } from '../errors.js';
import { checkDocuments, type DocumentFault, operationName } from '../graphql/trusted/check-trusted-documents.js';
import { type DatabaseHandle, openDatabase } from '../open-database.js';
import { type OpenServices, openServices } from '../open-services.js';
import type { TrustedDocument } from '../store/trusted-documents.js';
import { resolveAuthor } from './resolve-author.js';
import { parseAction } from './parse-action.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { formatCount } from './format-problems.js';
import { readInputFile } from './read-input-file.js';
import { printJson, type Terminal } from './terminal.js';
import { formatDay } from '../model/iso-date.js';

const ACTIONS = ['add', 'list', 'remove', 'lock'] as const;
/** Maximum number of trusted documents. Each server stores all of them in memory. */
const MAX_DOCUMENTS = 5000;
const MAX_CHARACTERS = 8_000_000;
/** Maximum size of a manifest, in bytes. JSON may encode a character in several bytes. */
const MAX_MANIFEST_BYTES = 32 << 20;

/** Adds, lists and removes trusted documents, and locks the API to them. */
export const trustedDocumentsCommand = defineCommand({
  name: 'documents',
  description: 'Add, list, remove and lock trusted documents: queries that clients request by identifier.',
  examples: [
    'documents add persisted-documents.json',
    'documents list',
    'documents remove 1a2b3c4d',
    'documents lock',
    'documents lock --off',
  ],
  args: {
    action: { type: 'positional', required: true, description: 'add, list, remove or lock.' },
    what: {
      type: 'positional',
      multiple: true,
      description:
        'With add: manifests of identifiers and texts, as written by the client preset. With remove: identifiers.',
    },
    off: { type: 'boolean', description: 'With lock: remove the lock, so that all queries are allowed.' },
    author: { type: 'string', former: 'by', valueHint: 'name', description: 'Author (default: your login name).' },
    'dry-run': { type: 'boolean', description: 'With add: check everything and write nothing.' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const { what, off: isOff, json: asJson } = args;
    const chosen = parseAction(args.action, ACTIONS);
    if ((chosen === 'add' || chosen === 'remove') !== what.length > 0) {
      throw new AppError('USAGE', 'add takes manifests, remove takes identifiers, list and lock take nothing.');
    }
    const author = chosen === 'list' ? '' : resolveAuthor(args.author);
    const texts = chosen === 'add' ? readManifests(what) : new Map<string, unknown>();
    await using database = await openDatabase(config, chosen === 'list' ? { readOnly: 'AS_IS' } : {});
    const { trusted } = database.store;
    const { batches, isLocked } = await trusted.all();
    const storedDocuments = batches.flatMap((batch) => batch.documents);
    switch (chosen) {
      case 'list': {
        if (asJson) printJson(terminal, { isLocked, batches });
        else list(batches, isLocked, terminal);
        return EXIT_CODES.done;
      }
      case 'remove': {
        const missing = what.find((id) => !storedDocuments.some((document) => document.id === id));
        if (missing !== undefined) throw new AppError('NOT_FOUND', `There is no trusted document "${missing}".`);
        const removed = await trusted.remove(what, author);
        if (asJson) printJson(terminal, { removed });
        else terminal.out(`${formatCount(removed, 'document')} removed.`);
        return EXIT_CODES.done;
      }
      case 'lock': {
        if (!isOff && storedDocuments.length === 0)
          throw new AppError('USAGE', 'There are no trusted documents; add some first.');
        await trusted.setLocked(!isOff, author);
        const newPolicy = isOff
          ? 'any query is allowed.'
          : `without a token, ${formatCount(storedDocuments.length, 'document')} are executed and no others.`;
        if (asJson) printJson(terminal, { isLocked: !isOff });
        else terminal.out(`From now on ${newPolicy}`);
        return EXIT_CODES.done;
      }
      case 'add': {
        const { faults, added } = await checkNewDocuments(database, texts, storedDocuments);
        const isDone = faults.length === 0 && !args['dry-run'];
        if (isDone && added.length > 0) await trusted.add({ author, documents: added });
        if (asJson) printJson(terminal, { added: isDone ? added : [], faults });
        else reportAdded({ all: texts.size, added, faults, isDone }, terminal);
        return faults.length > 0 ? EXIT_CODES.problems : EXIT_CODES.done;
      }
    }
  },
});

/** Returns the new documents, and the faults of all documents. @throws AppError USAGE if there are too many */
async function checkNewDocuments(
  database: DatabaseHandle,
  texts: ReadonlyMap<string, unknown>,
  storedDocuments: readonly TrustedDocument[],
) {
  await using opened = await openWithStatistics(database);
  const checked = checkDocuments(opened.services, texts);
  const faults = [...checked.faults, ...findIdConflicts(storedDocuments, checked.documents)];
  const added = checked.documents.filter(({ id }) => !storedDocuments.some((document) => document.id === id));
  if (faults.length > 0 || storedDocuments.length + added.length <= MAX_DOCUMENTS) return { faults, added };
  throw new AppError('USAGE', `At most ${MAX_DOCUMENTS} trusted documents are allowed.`);
}

/** Opens the services with the statistics that cost estimates need. */
async function openWithStatistics(database: DatabaseHandle): Promise<OpenServices & AsyncDisposable> {
  let failure: unknown = null;
  const opened = await openServices(database, { onError: (_what, error) => (failure ??= error) });
  await opened.whenSettled();
  if (failure !== null) throw failure;
  return { ...opened, [Symbol.asyncDispose]: () => opened.close() };
}

/** Reads manifests. Returns their documents by ID. @throws AppError USAGE */
function readManifests(paths: readonly string[]): Map<string, unknown> {
  const texts = new Map<string, unknown>();
  let characters = 0;
  for (const path of paths) {
    for (const [id, text] of Object.entries(readManifest(path))) {
      if (texts.has(id) && texts.get(id) !== text) {
        throw new AppError('USAGE', `"${path}" has a different text for "${id}" than an earlier manifest.`);
      }
      texts.set(id, text);
      characters += String(text).length;
    }
  }
  if (texts.size === 0) throw new AppError('USAGE', 'The manifests contain no documents.');
  if (characters <= MAX_CHARACTERS) return texts;
  throw new AppError('USAGE', `The texts have ${characters} characters; add at most ${MAX_CHARACTERS} at a time.`);
}

function readManifest(path: string): object {
  const text = readInputFile(path, MAX_MANIFEST_BYTES);
  let manifest: unknown = null;
  try {
    manifest = JSON.parse(text);
  } catch {
    // Invalid JSON leaves `manifest` null, which is rejected below.
  }
  if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return manifest;
  throw new AppError('USAGE', `"${path}" is not a manifest. Write a JSON object with a text for each identifier.`);
}

/** Reports IDs with a different stored text. The text of an ID must never change, because clients cache responses. */
function findIdConflicts(
  storedDocuments: readonly TrustedDocument[],
  added: readonly TrustedDocument[],
): DocumentFault[] {
  return added.flatMap(({ id, text }) => {
    const existing = storedDocuments.find((document) => document.id === id && document.text !== text);
    if (!existing) return [];
    const message = 'This identifier already has another text; use a new identifier for the new text.';
    return [{ id, operation: operationName(text), at: null, code: 'CONFLICT', message }];
  });
}

function list(
  batches: readonly { at: Date; author: string; documents: readonly TrustedDocument[] }[],
  isLocked: boolean,
  terminal: Terminal,
): void {
  const count = batches.reduce((sum, { documents: of }) => sum + of.length, 0);
  terminal.out(
    `${formatCount(count, 'document')}; ${isLocked ? 'locked: without a token, no other query is allowed' : 'not locked'}.`,
  );
  for (const { at, author, documents: batchDocuments } of batches) {
    for (const { id, text, price } of batchDocuments) {
      const name = operationName(text) ?? '(no name)';
      terminal.out(`${id}  ${name}, ${price} objects; added on ${formatDay(at)} by ${author}`);
    }
  }
}

function reportAdded(
  {
    all,
    added,
    faults,
    isDone,
  }: { all: number; added: readonly unknown[]; faults: readonly DocumentFault[]; isDone: boolean },
  terminal: Terminal,
): void {
  for (const { id, operation, at, code, message } of faults) {
    const position = at ? `:${at.line}:${at.column}` : '';
    terminal.out(`${operation === null ? id : `${operation} (${id})`}${position}  ${message} [${code}]`);
  }
  if (faults.length > 0) terminal.out(`Of ${formatCount(all, 'document')}, not all can be added; nothing was written.`);
  else if (isDone)
    terminal.out(`${formatCount(added.length, 'document')} added, ${all - added.length} already existed.`);
  else
    terminal.out(
      `${formatCount(added.length, 'document')} could be added, ${all - added.length} already exist; nothing was written.`,
    );
}
