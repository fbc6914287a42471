import { AppError } from '../../errors.js';
import { folderKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { Reference } from '../../reading/reference.js';
import type { Edge } from '../../search/link-graph.js';
import type { EntryRecord } from '../../store/entries.js';
import type { Assembly } from '../assembly.js';
import { Entry, Part } from '../request/entry.js';
import { readGlobalId } from '../request/global-id.js';
import { pageSize } from '../selection/page-query.js';
import { fetchFound } from './fetch-found.js';
import { referenceTo, searchOf } from './search-index.js';

/** One link as its type is served. */
interface LinkStatement {
  from: Reference;
  to: Reference;
  field: string;
}

const RELATED_USUAL = 10;
const MOST_REASONS = 20;
const HOPS = { most: 6, usual: 4 };
/** Where the entries are, below a list of related ones. */
const RELATED = [['entry']];
const CITATIONS = { fields: ['citations'], digest: 'citations' };

/** Gives related entries, and paths from one entry to another, their resolvers. */
export function attachLinks(assembly: Assembly): void {
  if (!assembly.has('Query', 'path')) return;
  const { model } = assembly;
  for (const kind of model.kinds) {
    assembly.resolve<Entry, { first?: number | null }>(kind.name, 'related', async (source, args, context, info) => {
      const first = pageSize('first', args.first ?? RELATED_USUAL);
      const { locales, slug } = source.entry;
      const related = searchOf(context).graph.related(folderKey(kind, slug), first);
      const toEntry = ({ key }: { key: string }) => referenceTo(model, key, locales);
      const shown = await fetchFound(related, toEntry, { assembly, context, info, paths: RELATED });
      return shown.map(({ result: { score, reasons }, entry }) => ({
        entry,
        score,
        reasons: reasons.slice(0, MOST_REASONS).map(({ shared, link, otherLink }) => ({
          shared: shared === null ? null : referenceTo(model, shared, locales),
          link: statement(model, link, locales),
          otherLink: statement(model, otherLink, locales),
        })),
      }));
    });
  }
  assembly.resolve<unknown, { from: string; to: string; maxHops?: number | null }>(
    'Query',
    'path',
    (_root, args, context) => {
      const hops = args.maxHops ?? HOPS.usual;
      if (hops < 1 || hops > HOPS.most) {
        throw new AppError('BAD_USER_INPUT', `"maxHops" is ${hops}; give a number from 1 to ${HOPS.most}.`);
      }
      const [from, to] = [args.from, args.to].map((id) => {
        const { kind, slug } = readGlobalId(model, id);
        return folderKey(kind, slug);
      });
      const steps = searchOf(context).graph.path(from!, to!, hops);
      const { locales } = context.viewer;
      return (
        steps && {
          length: steps.length,
          steps: steps.map((step) => ({
            from: referenceTo(model, step.from, locales),
            to: referenceTo(model, step.to, locales),
            links: step.links.map((link) => statement(model, link, locales)),
          })),
        }
      );
    },
  );
  assembly.resolve<LinkStatement, object>('LinkStatement', 'citations', async ({ from }, _args, context) => {
    const stored = await context.loaders.entry(from.kind, from.slug, CITATIONS);
    if (!stored) return [];
    const entry = new Entry(model.kind(from.kind), stored, from.locales);
    return ((stored.record['citations'] ?? []) as EntryRecord[]).map((citation) => new Part(citation, entry));
  });
}

function statement(model: Model, { from, to, field }: Edge, locales: readonly string[]): LinkStatement {
  return { from: referenceTo(model, from, locales), to: referenceTo(model, to, locales), field };
}
