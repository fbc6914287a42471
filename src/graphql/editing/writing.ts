import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';
import { mayDo, notAllowed } from '../../model/roles.js';
import { ReadOnce } from '../../records/read-once.js';
import type { Signature } from '../../records/write.js';
import type { Resolver } from '../assembly.js';
import type { Context } from '../request/context.js';

/** One mutation in progress. */
export interface Writing {
  context: Context;
  signature: Signature;
  known: ReadOnce;
}

interface Common {
  message?: string | null;
  dryRun?: boolean;
}

const LONGEST_MESSAGE = 1000;

/** Begins a mutation. @throws AppError BAD_USER_INPUT for a message that is too long */
export function beginWriting({ message: given, dryRun = false }: Common, context: Context): Writing {
  const message = given ?? '';
  if (message.length > LONGEST_MESSAGE) {
    const told = `"message" has ${message.length} characters; give at most ${LONGEST_MESSAGE}.`;
    throw new AppError('BAD_USER_INPUT', told);
  }
  const signature = { author: context.viewer.name ?? '', message, dryRun };
  return { context, signature, known: new ReadOnce(context.store.entries) };
}

/** Refuses viewers who may not write a kind. @throws AppError FORBIDDEN */
export function checkMayWrite({ audience, plural }: Kind, { viewer }: Context): void {
  if (!mayDo(viewer.role, audience)) throw notAllowed(viewer.role, `"${plural}" are for the role ${audience}.`);
}

/** Allows a resolver to editors only. */
export function forEditors(resolver: Resolver): Resolver {
  return (root, args, context, info) => {
    if (!mayDo(context.viewer.role, 'EDITOR')) {
      throw notAllowed(
        context.viewer.role,
        'Only editors write here; send "Authorization: Bearer" with the token of one.',
      );
    }
    context.deadline.startWriting();
    return resolver(root, args, context, info) as unknown;
  };
}
