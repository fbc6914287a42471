import { type EntryKey, kindKey } from '../../model/entry-key.js';
import { linkValue } from '../../model/links.js';
import type { Field } from '../../model/model.js';
import { type Database, draftCollectionName } from '../connection/database.js';
import type { EntryUse } from '../entries.js';
import type { EntryDocument } from './entry-document.js';
import type { KindPlan, KindPlans } from './kind-plan.js';
import { type PipelineSource, unionSources } from './visibility-pipelines.js';
import { storedKindName } from './stored-kind-name.js';

type Row = Pick<EntryDocument, '_id' | 'kind' | 'status' | 'links'>;

/** Finds the published entries and drafts that link to an entry, in one command that uses the link indexes. */
export async function findEntryUses(
  database: Database,
  plans: KindPlans,
  key: EntryKey,
  limit: number,
): Promise<EntryUse[]> {
  const target = plans.get(key.kind)!.kind;
  const toLinkValue = (field: Field) => linkValue(field, target, key.slug);
  const linkingKinds = new Map(
    [...plans.values()].flatMap((plan) => {
      const links = plan.links.filter(({ field }) => field.link!.members.includes(key.kind));
      return links.length > 0 ? [[storedKindName(plan.kind), { plan, links }] as const] : [];
    }),
  );
  if (linkingKinds.size === 0) return [];
  const { collection, stages } = unionSources(
    [...linkingKinds.values()].flatMap(({ plan, links }) =>
      makeSources(
        plan,
        links.map((link) => ({ [`links.${link.name}`]: toLinkValue(link.field) })),
        limit,
      ),
    ),
  );
  const uses = new Map<string, EntryUse>();
  for (const { _id: slug, kind: storedKind, status, links: storedLinks } of await database.aggregate<Row>(
    collection,
    stages,
  )) {
    const { plan, links } = linkingKinds.get(storedKind)!;
    const kind = plan.kind.name;
    for (const link of links) {
      if (!storedLinks[link.name]?.includes(toLinkValue(link.field))) continue;
      const path = link.path.join('.');
      const useKey = `${kindKey({ kind, slug })} ${path}`;
      // The published entry and its draft can contain the same link, which counts as one use.
      const published = status === 'PUBLISHED' || uses.get(useKey)?.published === true;
      uses.set(useKey, { kind, slug, path, published });
    }
  }
  return [...uses.values()].slice(0, limit);
}

function makeSources({ kind }: KindPlan, conditions: object[], limit: number): PipelineSource[] {
  const source = (collection: string, status: string) => ({
    collection,
    stages: [
      { $match: { status, $or: conditions } },
      { $sort: { _id: 1 } },
      { $limit: limit },
      { $project: { kind: 1, status: 1, links: 1 } },
    ],
  });
  return [source(kind.folder, 'PUBLISHED'), source(draftCollectionName(kind.folder), 'DRAFT')];
}
