import { AppError } from '../errors.js';
import { redirectsToOtherKind } from '../model/entry-key.js';
import type { Batch, EntryChange } from '../store/change-log.js';
import type { EntryReadCache } from './entry-read-cache.js';

/** Value of `EntryUse.path` for figures that cite a source. */
const FIGURES_USE = 'figures';

/** Rejects a batch that withdraws a source while published figures still cite it. @throws AppError IN_USE */
export async function rejectRequiredSourceRemoval(entryCache: EntryReadCache, batch: Batch): Promise<void> {
  const withdrawals = batch.entries.filter(isWithdrawal);
  await entryCache.read(withdrawals);
  for (const { kind, slug } of withdrawals) {
    const uses = await entryCache.readUses({ kind, slug });
    const figureUses = uses.filter((use) => use.path === FIGURES_USE);
    if (figureUses.length === 0) continue;
    await entryCache.read(figureUses);
    const sourceSlugs = [slug, ...(entryCache.newest({ kind, slug })?.formerly ?? [])];
    const remainingUses = figureUses.filter((use) => !removesUse(use, sourceSlugs, batch));
    const publishedSlugs = remainingUses
      .filter((use) => entryCache.newest(use)?.status === 'PUBLISHED')
      .map((use) => use.slug);
    if (publishedSlugs.length === 0) continue;
    const listedSlugs =
      publishedSlugs.slice(0, 5).join(', ') +
      (publishedSlugs.length > 5 ? ` and ${publishedSlugs.length - 5} more` : '');
    throw new AppError('IN_USE', `"${slug}" cannot be withdrawn: it is the source of figures of ${listedSlugs}.`, {
      kind,
      slug,
      usedBy: remainingUses,
    });
  }
}

function isWithdrawal({ action, movedTo }: EntryChange): boolean {
  return (action === 'RETIRE' || action === 'UNPUBLISH') && (!movedTo || redirectsToOtherKind(movedTo));
}

/** Whether the batch also withdraws the indicator that cites the source, or replaces its figures. */
function removesUse(
  use: { kind: string; slug: string },
  names: readonly string[],
  { entries, vintages = [] }: Batch,
): boolean {
  if (entries.some((change) => change.kind === use.kind && change.slug === use.slug && isWithdrawal(change)))
    return true;
  const vintage = vintages.find(({ indicator }) => indicator === use.slug);
  return (
    vintage !== undefined &&
    !vintage.series.some(({ points }) => points.some((point) => point.source !== null && names.includes(point.source)))
  );
}
