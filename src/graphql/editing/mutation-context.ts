import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';
import { EntryReadCache } from '../../records/entry-read-cache.js';
import type { CommitOptions } from '../../records/commit-batch.js';
import type { Resolver } from '../resolver-registry.js';
import type { Context } from '../request/context.js';

/** State shared by the steps of one mutation. */
export interface MutationContext {
  context: Context;
  commitOptions: CommitOptions;
  entryCache: EntryReadCache;
}

interface MutationArguments {
  message?: string | null;
  dryRun?: boolean;
}

const MAX_MESSAGE_LENGTH = 1000;

/** Creates the context of a mutation from its arguments. @throws AppError BAD_USER_INPUT if the message is too long */
export function createMutationContext(
  { message: givenMessage, dryRun = false }: MutationArguments,
  context: Context,
): MutationContext {
  const message = givenMessage ?? '';
  if (message.length > MAX_MESSAGE_LENGTH) {
    const tooLong = `"message" has ${message.length} characters; use at most ${MAX_MESSAGE_LENGTH}.`;
    throw new AppError('BAD_USER_INPUT', tooLong);
  }
  const commitOptions = { author: context.viewer.name ?? '', message, dryRun };
  return { context, commitOptions, entryCache: new EntryReadCache(context.store.entries) };
}

/** Rejects viewers who may not write entries of a kind. @throws AppError FORBIDDEN */
export function checkMayWrite({ audience, plural }: Kind, { viewer }: Context): void {
  if (!hasRole(viewer.role, audience))
    throw accessDeniedError(viewer.role, `"${plural}" requires the role ${audience}.`);
}

/** Wraps a resolver so that only editors can call it, and so that the request counts as a write. */
export function restrictToEditors(resolver: Resolver): Resolver {
  return (root, args, context, info) => {
    if (!hasRole(context.viewer.role, 'EDITOR')) {
      throw accessDeniedError(
        context.viewer.role,
        'Only editors can write. Send "Authorization: Bearer" with the token of an editor.',
      );
    }
    context.deadline.startWriting();
    return resolver(root, args, context, info) as unknown;
  };
}
