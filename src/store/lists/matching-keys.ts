import { folderKey } from '../../model/entry-key.js';
import type { View } from '../../model/visibility.js';
import { FilterCompiler } from '../filters/filter-compiler.js';
import { LinkResolver } from '../filters/link-resolver.js';
import type { ListContext } from './list-context.js';
import { localeChain } from '../documents/locale-chain.js';
import type { FilterInput } from '../entries.js';

/** Maximum number of entries that a filter over all kinds may match. */
const MAX_KEYS = 100_000;

/**
 * Returns the keys of the entries of these kinds that match a filter on an interface. @throws AppError BAD_FILTER,
 * TOO_BROAD
 */
export async function findMatchingKeys(
  { database, model, plans }: ListContext,
  kinds: readonly string[],
  filter: FilterInput,
  locales: readonly string[],
  view: View,
): Promise<ReadonlySet<string>> {
  const links = new LinkResolver(database, view);
  const filters = new FilterCompiler(model, links, localeChain(locales, model.locales), view.role);
  const targets = await Promise.all(
    kinds.map(async (name) => {
      const { kind } = plans.get(name)!;
      return { folder: kind.folder, match: await filters.compileEntryFilter(kind, filter, true) };
    }),
  );
  const entries = await links.findTargets(targets, 'filter', MAX_KEYS);
  return new Set(entries.map(({ folder, slug }) => folderKey({ folder }, slug)));
}
