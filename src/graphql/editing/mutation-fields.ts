import { AppError } from '../../errors.js';
import { kindKey } from '../../model/entry-key.js';
import type { Kind } from '../../model/model.js';
import type { Asked, LifeResult, LinkPolicy } from '../../records/life.js';
import {
  publishEntry,
  restoreEntry,
  retireEntry,
  scheduleEntry,
  stateAfter,
  unpublishEntry,
  unscheduleEntry,
} from '../../records/life.js';
import { renameEntry } from '../../records/rename.js';
import { ReadOnce } from '../../records/read-once.js';
import { saveMerged } from '../../records/save-merged.js';
import { keysToRead, saveRecords } from '../../records/save.js';
import { KeyedMutex } from '../../records/keyed-mutex.js';
import type { Signature } from '../../records/write.js';
import type { EntryRecord } from '../../store/entries.js';
import type { Assembly, Resolver } from '../assembly.js';
import type { Context } from '../request/context.js';
import { Entry } from '../request/entry.js';
import { Loaders } from '../request/loaders.js';
import type { Sent } from './conflicts.js';
import { conflictOf, inUse } from './conflicts.js';
import { mayDo, notAllowed } from '../../model/roles.js';
import { withheldKept } from '../request/withheld.js';

/** The arguments that mutations have in common; each has some of them. */
interface Arguments {
  slug: string;
  expectedRevision: number;
  message?: string | null;
  dryRun: boolean;
}

interface SaveArguments extends Arguments {
  record: EntryRecord;
  originalLocale?: string | null;
  publish: boolean;
  merge: boolean;
}

/** One mutation: who asks for it, what is signed by it, and what it has read. */
interface Writing {
  context: Context;
  signature: Signature;
  known: ReadOnce;
}

type Answer = LifeResult | Awaited<ReturnType<typeof saveMerged>>;

const LONGEST_MESSAGE = 1000;

/** Gives the fields at the root of mutations their resolvers, each behind the one check of who may write. */
export function attachMutations(assembly: Assembly): void {
  const mutex = new KeyedMutex();
  for (const kind of assembly.model.kinds) {
    attach<SaveArguments>(assembly, kind, 'Save', (args, writing) => save(kind, args, writing, mutex));
    attachLife<{ at?: Date | null }>(assembly, kind, 'Publish', (asked, { at }, { context, signature, known }) =>
      at ? scheduleEntry(context, asked, at, signature, known) : publishEntry(context, asked, signature, known),
    );
    attachLife(assembly, kind, 'Unschedule', (asked, _args, { context, known }) =>
      unscheduleEntry(context, asked, known),
    );
    attachLife(assembly, kind, 'Unpublish', (asked, _args, { context, signature, known }) =>
      unpublishEntry(context, asked, signature, known),
    );
    attachLife<{ links: LinkPolicy }>(assembly, kind, 'Retire', (asked, { links }, { context, signature, known }) =>
      retireEntry(context, { ...asked, links }, signature, known),
    );
    attachLife<{ to: string }>(assembly, kind, 'Rename', (asked, { to }, { context, signature, known }) =>
      renameEntry(context, { ...asked, to }, signature, known),
    );
    attachLife<{ revision: number; publish: boolean }>(
      assembly,
      kind,
      'Restore',
      (asked, { revision, publish }, { context, signature, known }) =>
        restoreEntry(context, { ...asked, revision, publish }, signature, known),
    );
  }
  const fields = Object.values(assembly.schema.getMutationType()?.getFields() ?? {});
  for (const field of fields) {
    const resolver = assembly.resolver('Mutation', field.name);
    if (!resolver) throw new AppError('MODEL_INVALID', `Nothing carries out the mutation "${field.name}".`);
    assembly.resolve('Mutation', field.name, forEditors(resolver));
  }
}

function forEditors(resolver: Resolver): Resolver {
  return (root, args, context, info) => {
    if (!mayDo(context.viewer.role, 'EDITOR')) {
      throw notAllowed(
        context.viewer.role,
        'Only editors write here; send "Authorization: Bearer" with the token of one.',
      );
    }
    context.deadline.startWriting();
    // What is answered is what was written, and that can be a draft.
    if (!context.view.preview) {
      context.view = { ...context.view, preview: true };
      context.loaders = new Loaders(context.store, context.view, context);
    }
    return resolver(root, args, context, info) as unknown;
  };
}

function attach<A extends Arguments>(
  assembly: Assembly,
  kind: Kind,
  verb: string,
  change: (args: A, writing: Writing) => Promise<object>,
): void {
  assembly.resolve<unknown, A>('Mutation', `${kind.singular}${verb}`, (_root, args, context) => {
    if (!mayDo(context.viewer.role, kind.audience)) {
      throw notAllowed(context.viewer.role, `"${kind.plural}" are for the role ${kind.audience}.`);
    }
    const known = new ReadOnce(context.store.entries);
    return change(args, { context, signature: signatureOf(args, context), known });
  });
}

/** For what is done with an entry that is there already. */
function attachLife<M>(
  assembly: Assembly,
  kind: Kind,
  verb: string,
  change: (asked: Asked, args: M, writing: Writing) => Promise<LifeResult>,
): void {
  attach<Arguments & M>(assembly, kind, verb, async (args, writing) => {
    const { slug, expectedRevision } = args;
    const { loaders } = writing.context;
    const result = await loaders.ask(() => change({ kind, slug, expectedRevision }, args, writing));
    return payloadOf(kind, result, { slug, expectedRevision, yours: null }, writing);
  });
}

function signatureOf({ message: given, dryRun }: Arguments, { viewer }: Context): Signature {
  const message = given ?? '';
  if (message.length > LONGEST_MESSAGE) {
    const told = `"message" has ${message.length} characters; give at most ${LONGEST_MESSAGE}.`;
    throw new AppError('BAD_USER_INPUT', told);
  }
  return { author: viewer.name ?? '', message, dryRun };
}

async function save(
  kind: Kind,
  { slug, record, expectedRevision, originalLocale = null, publish, merge }: SaveArguments,
  writing: Writing,
  mutex: KeyedMutex,
): Promise<object> {
  const { context, signature, known } = writing;
  const work = async () => {
    await known.read(keysToRead(context.model, { kind, slug, raw: record }));
    const raw = withheldKept(context.viewer.role, kind, known.newest({ kind: kind.name, slug }), record);
    const toSave = { kind, slug, raw, originalLocale, publish, expectedRevision };
    const result = await (merge
      ? saveMerged(context, toSave, signature, known)
      : saveRecords(context, [toSave], signature, known));
    return { result, yours: { raw, originalLocale } };
  };
  // Writers who merge would all begin again each time that one of them is done.
  const key = kindKey({ kind: kind.name, slug });
  const { result, yours } = await context.loaders.ask(() => (merge ? mutex.run(key, work) : work()));
  return payloadOf(kind, result, { slug, expectedRevision, yours }, writing);
}

async function payloadOf(
  kind: Kind,
  result: Answer,
  sent: Omit<Sent, 'kind' | 'collisions'>,
  { context, known }: Writing,
): Promise<object> {
  const nothing = { [kind.singular]: null, revision: null, userErrors: [], obstacle: null, schedule: null };
  switch (result.outcome) {
    case 'INVALID':
      return {
        ...nothing,
        userErrors: result.problems.map(({ code, message, tip, path }) => ({ code, message, tip, field: path })),
      };
    case 'CONFLICT': {
      const collisions = 'collisions' in result ? (result.collisions ?? null) : null;
      return { ...nothing, obstacle: await conflictOf({ ...sent, kind, collisions }, context) };
    }
    case 'IN_USE':
      return { ...nothing, obstacle: inUse(result.uses) };
    case 'CHECKED':
      return nothing;
    case 'SCHEDULED':
      return { ...nothing, schedule: result.schedule };
    case 'UNCHANGED':
    case 'WRITTEN': {
      context.loaders.clear();
      const entry = stateAfter(result, { kind: kind.name, slug: sent.slug });
      return {
        ...nothing,
        [kind.singular]: entry && new Entry(kind, entry),
        revision: entry && entry.revision,
        schedule: entry && known.schedule(entry),
      };
    }
  }
}
