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
import { renameEntry } from '../../records/rename.js';
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
export function registerLifecycleMutations(assembly: ResolverRegistry): void {
  attach<{ at?: Date | null }>(assembly, 'entryPublish', (command, { context, signature, known }) =>
    command.at
      ? scheduleEntry(context, command, command.at, signature, known)
      : publishEntry(context, command, signature, known),
  );
  attach(assembly, 'entryUnschedule', (command, { context, known }) => unscheduleEntry(context, command, {}, known));
  attach(assembly, 'entryUnpublish', (command, { context, signature, known }) =>
    unpublishEntry(context, command, signature, known),
  );
  attach<{ links: LinkPolicy }>(assembly, 'entryRetire', (command, { context, signature, known }) =>
    retireEntry(context, command, signature, known),
  );
  attach<{ to: string }>(assembly, 'entryRename', (command, { context, signature, known }) =>
    renameEntry(context, command, signature, known),
  );
  attach<{ revision: number; publish: boolean }>(assembly, 'entryRevert', (command, { context, signature, known }) =>
    revertEntry(context, command, signature, known),
  );
}

function attach<A extends object>(assembly: ResolverRegistry, name: string, change: Change<A>): void {
  assembly.resolve<unknown, Common & A>('Mutation', name, async (_root, args, context) => {
    const mutation = beginMutation(args, context);
    const { kind, slug: givenSlug } = readGlobalId(assembly.model, args.id);
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
