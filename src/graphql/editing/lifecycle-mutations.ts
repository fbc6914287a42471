import { type EntryKey, redirectsToOtherKind } from '../../model/entry-key.js';
import type { EntryCommand } from '../../records/entry-command.js';
import {
  type LifecycleAction,
  type LinkPolicy,
  publishEntry,
  retireEntry,
  revertEntry,
  scheduleEntry,
  unpublishEntry,
  unscheduleEntry,
} from '../../records/lifecycle.js';
import type { EntryReadCache } from '../../records/entry-read-cache.js';
import { renameEntry } from '../../records/rename-entry.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { parseGlobalId } from '../request/global-id.js';
import { toMutationPayload } from './mutation-payload.js';
import { createMutationContext, checkMayWrite } from './mutation-context.js';

interface LifecycleArguments {
  id: string;
  expectedRevision?: number;
  message?: string | null;
  dryRun?: boolean;
}

/** Registers the mutations that change the lifecycle state of entries. */
export function registerLifecycleMutations(registry: ResolverRegistry): void {
  registerLifecycleMutation<{ at?: Date | null }>(
    registry,
    'entryPublish',
    (context, command, commitOptions, entryCache) =>
      command.at
        ? scheduleEntry(context, command, command.at, commitOptions, entryCache)
        : publishEntry(context, command, commitOptions, entryCache),
  );
  registerLifecycleMutation(registry, 'entryUnschedule', unscheduleEntry);
  registerLifecycleMutation(registry, 'entryUnpublish', unpublishEntry);
  registerLifecycleMutation<{ links: LinkPolicy }>(registry, 'entryRetire', retireEntry);
  registerLifecycleMutation<{ to: string }>(registry, 'entryRename', renameEntry);
  registerLifecycleMutation<{ revision: number; publish: boolean }>(registry, 'entryRevert', revertEntry);
}

function registerLifecycleMutation<A extends object>(
  registry: ResolverRegistry,
  name: string,
  change: LifecycleAction<EntryCommand & A>,
): void {
  registry.addResolver<unknown, LifecycleArguments & A>('Mutation', name, async (_root, args, context) => {
    const mutation = createMutationContext(args, context);
    const { commitOptions, entryCache } = mutation;
    const { kind, slug: givenSlug } = parseGlobalId(registry.model, args.id);
    checkMayWrite(kind, context);
    const { expectedRevision = 0 } = args;
    const { slug, result } = await context.loaders.execute(async () => {
      const slug = await currentSlug(entryCache, { kind: kind.name, slug: givenSlug });
      return {
        slug,
        result: await change(context, { ...args, kind, slug, expectedRevision }, commitOptions, entryCache),
      };
    });
    return toMutationPayload(result, { kind, slug, expectedRevision, yours: null }, mutation);
  });
}

/** Returns the current slug of an entry. Follows renames. */
async function currentSlug(entryCache: EntryReadCache, { kind, slug }: EntryKey): Promise<string> {
  await entryCache.read([{ kind, slug }]);
  const movedTo = entryCache.newest({ kind, slug })?.movedTo ?? null;
  return movedTo === null || redirectsToOtherKind(movedTo) ? slug : currentSlug(entryCache, { kind, slug: movedTo });
}
