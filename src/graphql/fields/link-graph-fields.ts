import { AppError } from '../../errors.js';
import type { Edge, RelationReason } from '../../search/link-graph.js';
import { folderKey } from '../../model/entry-key.js';
import { PATH_LIMITS, RELATED_LIMITS } from '../../model/result-limits.js';
import type { EntryReference } from '../../reading/entry-reference.js';
import type { EntryRecord } from '../../store/entries.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { Entry, EntryPart } from '../request/entry.js';
import { parseGlobalId } from '../request/global-id.js';
import { NO_FIELDS, selectFields } from '../selection/entry-selection.js';
import { checkPageSize } from '../selection/page-query.js';
import { type HitContext, loadSearchHits } from './load-search-hits.js';
import { requireLinkIndex, referenceTo } from './require-search-index.js';

interface LinkStatement {
  from: Entry | EntryReference;
  to: Entry | EntryReference;
  field: string;
}

/** Entries by key (`folder/slug`), without withdrawn ones. */
type EntriesByKey = ReadonlyMap<string, Entry | EntryReference>;

/** Selection path from a related result to its entry. */
const ENTRY_PATHS = [['entry']];
const REASON_PATHS = ['link', 'otherLink'].flatMap((link) => [
  ['reasons', link, 'from'],
  ['reasons', link, 'to'],
]);
const STEP_PATHS = [
  ['steps', 'from'],
  ['steps', 'to'],
  ['steps', 'links', 'from'],
  ['steps', 'links', 'to'],
];
const CITATION_SELECTION = selectFields(['citations']);

/** Registers the fields for related entries and shortest paths. */
export function registerLinkGraphFields(registry: ResolverRegistry): void {
  if (!registry.hasField('Query', 'shortestPath')) return;
  registerRelated(registry);
  registerPath(registry);
  registry.addResolver<LinkStatement, object>('LinkStatement', 'citations', async ({ from }, _args, context) => {
    const kind = from instanceof Entry ? from.kind : registry.model.kind(from.kind);
    const stored = await context.loaders.entry(kind.name, from.slug, CITATION_SELECTION);
    if (!stored) return [];
    const entry = new Entry(kind, stored);
    return ((stored.record['citations'] ?? []) as EntryRecord[]).map((citation) => new EntryPart(citation, entry));
  });
}

function registerRelated(registry: ResolverRegistry): void {
  for (const kind of registry.model.kinds) {
    registry.addResolver<Entry, { first?: number | null }>(
      kind.name,
      'related',
      async (source, args, context, info) => {
        const first = checkPageSize('first', args.first ?? RELATED_LIMITS.defaultCount);
        const { slug } = source.entry;
        const related = requireLinkIndex(context).graph.related(folderKey(kind, slug), first);
        const location = { registry, context, info };
        const limitReasons = ({ reasons }: { reasons: readonly RelationReason[] }) =>
          reasons.slice(0, RELATED_LIMITS.reasons);
        const keys = related
          .flatMap(limitReasons)
          .flatMap(({ link, otherLink }) => [...endKeys(link), ...endKeys(otherLink)]);
        const [visibleRelated, entries] = await Promise.all([
          loadSearchHits(related, ({ key }) => referenceTo(registry.model, key), { ...location, paths: ENTRY_PATHS }),
          readEntries(keys, { ...location, paths: [['reasons', 'shared'], ...REASON_PATHS] }),
        ]);
        return visibleRelated.flatMap(({ result, entry }) => {
          const reasons = limitReasons(result).flatMap(({ shared, link, otherLink }) => {
            if (![...endKeys(link), ...endKeys(otherLink)].every((key) => entries.has(key))) return [];
            return {
              shared: shared === null ? null : entries.get(shared)!,
              link: toStatement(link, entries),
              otherLink: toStatement(otherLink, entries),
            };
          });
          return reasons.length === 0 ? [] : { entry, score: result.score, reasons };
        });
      },
    );
  }
}

function registerPath(registry: ResolverRegistry): void {
  const { model } = registry;
  registry.addResolver<unknown, { from: string; to: string; maxHops?: number | null }>(
    'Query',
    'shortestPath',
    async (_root, args, context, info) => {
      const maxHops = args.maxHops ?? PATH_LIMITS.defaultLength;
      if (maxHops < 1 || maxHops > PATH_LIMITS.max) {
        throw new AppError('BAD_USER_INPUT', `"maxHops" is ${maxHops}; use a number from 1 to ${PATH_LIMITS.max}.`);
      }
      const { graph } = requireLinkIndex(context);
      const findKey = async (id: string) => {
        const { kind, slug } = parseGlobalId(model, id);
        const key = folderKey(kind, slug);
        if (graph.has(key)) return key;
        const renamedEntry = await context.loaders.entry(kind.name, slug, NO_FIELDS);
        return renamedEntry ? folderKey(kind, renamedEntry.slug) : key;
      };
      const [from, to] = await Promise.all([findKey(args.from), findKey(args.to)]);
      const withdrawnKeys = new Set<string>();
      for (;;) {
        const steps = graph.shortestPath(from, to, maxHops, withdrawnKeys);
        if (!steps) return null;
        const keys = steps.flatMap(endKeys);
        const entries = await readEntries(keys, { registry, context, info, paths: STEP_PATHS });
        const removedKeys = keys.filter((key) => !entries.has(key));
        if (removedKeys.length === 0) {
          return {
            length: steps.length,
            steps: steps.map((step) => ({
              from: entries.get(step.from)!,
              to: entries.get(step.to)!,
              links: step.links.map((link) => toStatement(link, entries)),
            })),
          };
        }
        // Search again without the withdrawn entries: another path may exist.
        for (const key of removedKeys) withdrawnKeys.add(key);
      }
    },
  );
}

async function readEntries(keys: readonly string[], location: HitContext): Promise<EntriesByKey> {
  const hits = await loadSearchHits([...new Set(keys)], (key) => referenceTo(location.registry.model, key), location);
  return new Map(hits.map(({ result, entry }) => [result, entry]));
}

function endKeys({ from, to }: { from: string; to: string }): [string, string] {
  return [from, to];
}

function toStatement({ from, to, field }: Edge, entries: EntriesByKey): LinkStatement {
  return { from: entries.get(from)!, to: entries.get(to)!, field };
}
