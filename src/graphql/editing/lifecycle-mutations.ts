import type { EntryKey } from '../../model/entry-key.js';
import { redirectsToOtherKind } from '../../model/entry-key.js';
import type { EntryCommand, LifecycleResult } from '../../records/entry-command.js';
import type { LinkPolicy } from '../../records/lifecycle.js';
import {
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
import { readGlobalId } from '../request/global-id.js';
import { toMutationPayload } from './mutation-payload.js';
import type { MutationContext } from './mutation-context.js';
import { beginMutation, checkMayWrite } from './mutation-context.js';

interface Common {
  id: string;
  expectedRevision?: number;
  message?: string | null;
  dryRun?: boolean;
}

type Change<A> = (command: EntryCommand & A, mutation: MutationContext) => Promise<LifecycleResult>;

/** Registers the mutations that change the lifecycle state of entries. */
export function registerLifecycleMutations(registry: ResolverRegistry): void {
  attach<{ at?: Date | null }>(registry, 'entryPublish', (command, { context, signature, known }) =>
    command.at
      ? scheduleEntry(context, command, command.at, signature, known)
      : publishEntry(context, command, signature, known),
  );
  attach(registry, 'entryUnschedule', (command, { context, known }) => unscheduleEntry(context, command, {}, known));
  attach(registry, 'entryUnpublish', (command, { context, signature, known }) =>
    unpublishEntry(context, command, signature, known),
  );
  attach<{ links: LinkPolicy }>(registry, 'entryRetire', (command, { context, signature, known }) =>
    retireEntry(context, command, signature, known),
  );
  attach<{ to: string }>(registry, 'entryRename', (command, { context, signature, known }) =>
    renameEntry(context, command, signature, known),
  );
  attach<{ revision: number; publish: boolean }>(registry, 'entryRevert', (command, { context, signature, known }) =>
    revertEntry(context, command, signature, known),
  );
}

function attach<A extends object>(registry: ResolverRegistry, name: string, change: Change<A>): void {
  registry.resolve<unknown, Common & A>('Mutation', name, async (_root, args, context) => {
    const mutation = beginMutation(args, context);
    const { kind, slug: givenSlug } = readGlobalId(registry.model, args.id);
    checkMayWrite(kind, context);
    const { expectedRevision = 0 } = args;
    const { slug, result } = await context.loaders.execute(async () => {
      const slug = await currentSlug(mutation.known, { kind: kind.name, slug: givenSlug });
      return { slug, result: await change({ ...args, kind, slug, expectedRevision }, mutation) };
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
