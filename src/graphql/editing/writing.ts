import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';
import { mayDo, notAllowed } from '../../model/roles.js';
import { ReadOnce } from '../../records/read-once.js';
import type { Signature } from '../../records/write.js';
import type { Resolver } from '../assembly.js';
import type { Context } from '../request/context.js';

/** One mutation: who asks for it, what is signed by it, and what it has read. */
export interface Writing {
  context: Context;
  signature: Signature;
  known: ReadOnce;
}

/** The arguments that mutations have in common. */
interface Common {
  message?: string | null;
  dryRun?: boolean;
}

const LONGEST_MESSAGE = 1000;

/** Begins a mutation. @throws AppError BAD_USER_INPUT  the message is too long */
export function beginWriting({ message: given, dryRun = false }: Common, context: Context): Writing {
  const message = given ?? '';
  if (message.length > LONGEST_MESSAGE) {
    const told = `"message" has ${message.length} characters; give at most ${LONGEST_MESSAGE}.`;
    throw new AppError('BAD_USER_INPUT', told);
  }
  const signature = { author: context.viewer.name ?? '', message, dryRun };
  return { context, signature, known: new ReadOnce(context.store.entries) };
}

/** Refuses those who may not write of a kind. @throws AppError FORBIDDEN */
export function checkMayWrite({ audience, plural }: Kind, { viewer }: Context): void {
  if (!mayDo(viewer.role, audience)) throw notAllowed(viewer.role, `"${plural}" are for the role ${audience}.`);
}

/** Puts the one check of who may write before a resolver. */
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
