import { group } from 'd3-array';
import { type Breakdown, breakdownKey } from '../model/breakdown-key.js';
import { type EntryKey, isSlug, kindKey } from '../model/entry-key.js';
import { linkTargetKeys } from '../model/links.js';
import { areaCodeField, type Field, type Model, storedFields } from '../model/model.js';
import { PREVIEW_VIEW } from '../model/visibility.js';
import type { EntryRecord } from '../store/entries.js';
import type { Store } from '../store/store.js';
import type { SubmittedSeries } from './submitted-figures.js';
import type { KindModules } from './kind-module.js';
import type { EntryReadCache } from './entry-read-cache.js';
import { objectsToCheck } from './rule-types.js';
import type { ExistingEntry, Submission } from './submission.js';

/** Maximum length of link chains within a kind. */
const MAX_LINK_CHAIN_LENGTH = 100;

/** Services that writing records requires. */
export interface RecordServices {
  store: Store;
  model: Model;
  modules: KindModules;
}

/** Reads the entries for validation: link targets, link chains within a kind, equal codes, and candidates for tips. */
export async function readEntriesForValidation(
  services: RecordServices,
  submissions: readonly Submission[],
  entryCache: EntryReadCache,
): Promise<ExistingEntry[]> {
  const entriesByKey = new Map<string, ExistingEntry>();
  const missingKeys = new Map<string, EntryKey>();
  const read = (keys: readonly EntryKey[]) => readInto(entriesByKey, missingKeys, entryCache, keys);
  const linkedKeys = submissions.flatMap(({ kind, record }) => linkTargetKeys(services.model, kind, record));
  // The reads start together, so that they share one database command.
  const [figures, codes] = await Promise.all([
    readFigures(services, linkedKeys, submissions),
    Promise.all(submissions.map((submission) => findSameCode(services, submission))),
    read(linkedKeys),
  ]);
  await read(codes.flat());
  for (const submission of submissions) await readLinkChains(submission, services.model, entriesByKey, read);
  const kindsToSearch = submissions.flatMap(({ report }) =>
    report.invalidLinks.flatMap(({ field }) => field.link!.members),
  );
  const candidates = await readCandidates(services, [...missingKeys.values()], kindsToSearch);
  return addFigures(services, [...candidates, ...entriesByKey.values()], figures);
}

async function readInto(
  entriesByKey: Map<string, ExistingEntry>,
  missing: Map<string, EntryKey>,
  entryCache: EntryReadCache,
  keys: readonly EntryKey[],
): Promise<void> {
  await entryCache.read(keys);
  for (const key of keys) {
    const entry = entryCache.newest(key);
    if (entry) entriesByKey.set(kindKey(key), entry);
    else missing.set(kindKey(key), key);
  }
}

async function readLinkChains(
  { kind, record }: Submission,
  model: Model,
  entriesByKey: ReadonlyMap<string, ExistingEntry>,
  read: (keys: readonly EntryKey[]) => Promise<void>,
): Promise<void> {
  const fields = storedFields(model.shape(kind.name)).filter(({ link }) => link?.target === kind.name);
  let slugs = fields.flatMap((field) => linkTexts(record, field));
  for (let chainLength = 0; chainLength < MAX_LINK_CHAIN_LENGTH && slugs.length > 0; chainLength += 1) {
    await read(slugs.map((slug) => ({ kind: kind.name, slug })));
    slugs = slugs
      .flatMap((slug) => {
        const entry = entriesByKey.get(kindKey({ kind: kind.name, slug }));
        return entry ? fields.flatMap((field) => linkTexts(entry.record, field)) : [];
      })
      .filter((slug) => !entriesByKey.has(kindKey({ kind: kind.name, slug })));
  }
}

/** Returns the texts of a link field, one per link; empty if it is absent. */
export function linkTexts(record: EntryRecord, field: Field): string[] {
  const value = record[field.name] ?? [];
  return (Array.isArray(value) ? value : [value]) as string[];
}

async function findSameCode(
  { store, model, modules }: RecordServices,
  { kind, slug, record }: Submission,
): Promise<EntryKey[]> {
  const field = areaCodeField(kind);
  if (!field || !isSlug(slug)) return [];
  const code = field.computed ? modules.get(kind.name)?.derive?.(slug, record)[field.name] : record[field.name];
  if (code === undefined) return [];
  const fields = model.kinds.flatMap((kind) => {
    const { name } = areaCodeField(kind) ?? {};
    return name === undefined ? [] : [{ kind: kind.name, path: [name] }];
  });
  return store.entries.keysBy(fields, code, PREVIEW_VIEW);
}

/**
 * Reads the entries that an invalid link may mean: all of the allowed kinds, and those with the same slug in others.
 * @param kindsToSearch kinds allowed in links that are not valid slugs
 */
async function readCandidates(
  { store, model }: RecordServices,
  missing: readonly EntryKey[],
  kindsToSearch: readonly string[],
): Promise<ExistingEntry[]> {
  if (missing.length + kindsToSearch.length === 0) return [];
  const slugs = [...new Set(missing.map(({ slug }) => slug))];
  const sameSlugs = await store.entries.currentStates(
    model.kinds.flatMap(({ name }) => slugs.map((slug) => ({ kind: name, slug }))),
  );
  const candidates: ExistingEntry[] = sameSlugs.filter((entry) => entry !== null);
  for (const kind of new Set([...missing.map((key) => key.kind), ...kindsToSearch])) {
    for await (const entry of store.entries.all(kind)) candidates.push(entry);
  }
  return candidates;
}

/** Adds to entries of indicators the figures that records quote: totals and quoted breakdowns. */
export async function withQuotedFigures(
  services: RecordServices,
  entries: readonly ExistingEntry[],
  quotedIn: readonly Pick<Submission, 'kind' | 'record'>[],
): Promise<ExistingEntry[]> {
  return addFigures(services, entries, await readFigures(services, entries, quotedIn));
}

/** Returns the figures that records quote, by indicator slug. */
async function readFigures(
  { store, model, modules }: RecordServices,
  entries: readonly EntryKey[],
  quotedIn: readonly Pick<Submission, 'kind' | 'record'>[],
): Promise<ReadonlyMap<string, SubmittedSeries[]>> {
  const indicatorSlugs = entries.filter(({ kind }) => modules.get(kind)?.figures !== undefined).map(({ slug }) => slug);
  if (indicatorSlugs.length === 0) return new Map();
  const breakdowns = new Map<string, Breakdown>([['', {}]]);
  for (const { kind, record } of quotedIn) {
    for (const { shape, value } of objectsToCheck(model, kind, record)) {
      const breakdown = modules.get(shape.name)?.quotes?.(value);
      if (breakdown) breakdowns.set(breakdownKey(breakdown), breakdown);
    }
  }
  const figuresRequest = {
    indicators: indicatorSlugs,
    areas: null,
    breakdowns: [...breakdowns.values()],
    asOf: null,
    isSmall: true,
  };
  const series = await store.figures.series(figuresRequest);
  return group(series, ({ indicator }) => indicator);
}

function addFigures(
  { modules }: Pick<RecordServices, 'modules'>,
  entries: readonly ExistingEntry[],
  figures: ReadonlyMap<string, SubmittedSeries[]>,
): ExistingEntry[] {
  return entries.map((entry) =>
    modules.get(entry.kind)?.figures === undefined ? entry : { ...entry, figures: figures.get(entry.slug) ?? null },
  );
}
