import type { Document } from 'mongodb';
import { AppError } from '../../errors.js';
import type { View } from '../../model/visibility.js';
import type { KindPlan } from '../documents/kind-plan.js';
import { MAX_LINK_TARGETS } from '../filters/link-resolver.js';
import type { ListContext } from './list-context.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { findSortableField, linkedOrderKey, sortTerms } from './sort-terms.js';
import { sortKeys } from '../documents/index-fields.js';
import { appendStages, listedEntries, unionSources } from '../documents/visibility-pipelines.js';
import type { OrderTerm } from '../entries.js';

/**
 * Returns the expressions that compute sort keys across a link, keyed by `linkedOrderKey`. Reads the values of all
 * visible targets, with one command per key. @throws AppError TOO_BROAD too many targets
 */
export async function readLinkedSortExpressions(
  context: ListContext,
  plan: KindPlan,
  orderBy: readonly OrderTerm[],
  chain: LocaleChain,
  view: View,
): Promise<ReadonlyMap<string, Document>> {
  const expressions = new Map<string, Document>();
  for (const term of orderBy) {
    const link = plan.links.find(({ path }) => path.length === 1 && path[0] === term.path[0]);
    if (!link) continue;
    const { members, toInterface } = link.field.link!;
    const sources = members.map((member) => {
      const memberPlan = context.plans.get(member)!;
      const [sortTerm] = sortTerms(memberPlan, [{ ...term, path: term.path.slice(1) }], chain);
      const slug = toInterface ? { $concat: [`${memberPlan.kind.folder}/`, '$_id'] } : '$_id';
      const value = sortTerm!.expression ?? `$${sortTerm!.path}`;
      return appendStages(listedEntries(memberPlan.kind.folder, true, view), { $project: { _id: 0, slug, value } });
    });
    const { collection, stages } = unionSources(sources);
    const rows = await context.database.aggregate<{ slug: string; value: unknown }>(collection, [
      ...stages,
      { $limit: MAX_LINK_TARGETS + 1 },
    ]);
    if (rows.length > MAX_LINK_TARGETS) {
      const name = term.path.join('.');
      throw new AppError(
        'TOO_BROAD',
        `There are too many entries to order by "${name}"; order by a field of the entry.`,
      );
    }
    const linkedSort = findSortableField(context.plans.get(members[0]!)!, term.path.slice(1))!;
    const lastKey = sortKeys(linkedSort.leaf, null)[term.direction === 'ASC' ? 'up' : 'down'];
    expressions.set(linkedOrderKey(term), lookUpValue(link.name, rows, lastKey));
  }
  return expressions;
}

/** Returns an expression for the value of a linked entry. The prefix `s` avoids clashes with inherited properties. */
function lookUpValue(link: string, rows: readonly { slug: string; value: unknown }[], lastKey: unknown): Document {
  const values = Object.fromEntries(rows.map(({ slug, value }) => [`s${slug}`, value]));
  const slug = { $ifNull: [{ $arrayElemAt: [`$links.${link}`, 0] }, ''] };
  return { $ifNull: [{ $getField: { field: { $concat: ['s', slug] }, input: { $literal: values } } }, lastKey] };
}
