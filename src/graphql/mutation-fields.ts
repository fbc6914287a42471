import type { GraphQLFieldResolver } from 'graphql';
import { AppError } from '../errors.js';
import type { EntryRecord, StoredEntry } from '../store/store.js';
import type { Kind } from '../model/model.js';
import { diffRecords } from '../records/diff.js';
import { nowhere, Report } from '../records/problem.js';
import { shapeRecord } from '../records/shape.js';
import { saveRecords } from '../records/write.js';
import type { Assembly } from './assembly.js';
import type { Context } from './context.js';
import { Entry } from './entry.js';
import { mayDo } from './viewer.js';

interface SaveArguments {
  slug: string;
  record: EntryRecord;
  expectedRevision: number;
  originalLocale?: string | null;
  publish: boolean;
  message?: string | null;
  dryRun: boolean;
}

const LONGEST_MESSAGE = 1000;

/** Gives the fields at the root of mutations their resolvers, each behind the one check of who may write. */
export function attachMutations(assembly: Assembly): void {
  for (const kind of assembly.model.kinds) {
    assembly.resolve<unknown, SaveArguments>('Mutation', `${kind.singular}Save`, (_root, args, context) =>
      save(kind, args, context),
    );
  }
  const fields = Object.values(assembly.schema.getMutationType()?.getFields() ?? {});
  for (const field of fields) {
    if (!field.resolve) throw new AppError('MODEL_INVALID', `Nothing carries out the mutation "${field.name}".`);
    field.resolve = forEditors(field.resolve as GraphQLFieldResolver<unknown, Context>);
  }
}

function forEditors(resolver: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (root, args, context, info) => {
    if (!mayDo(context.viewer.role, 'EDITOR')) {
      throw new AppError('FORBIDDEN', 'Only editors write here; send "Authorization: Bearer" with the token of one.');
    }
    return resolver(root, args, context, info) as unknown;
  };
}

async function save(kind: Kind, args: SaveArguments, context: Context) {
  const { slug, record, expectedRevision, publish, dryRun } = args;
  const message = args.message ?? '';
  if (message.length > LONGEST_MESSAGE) {
    throw new AppError(
      'BAD_USER_INPUT',
      `"message" has ${message.length} characters; give at most ${LONGEST_MESSAGE}.`,
    );
  }
  const originalLocale = args.originalLocale ?? null;
  const toSave = { kind, slug, raw: record, originalLocale, publish, expectedRevision };
  const signature = { author: context.viewer.name ?? '', message, dryRun };
  const result = await context.loaders.ask(() => saveRecords(context, [toSave], signature));
  const payload = {
    [kind.singular]: null,
    revision: null,
    userErrors: [] as object[],
    obstacle: null as object | null,
  };
  switch (result.outcome) {
    case 'INVALID':
      payload.userErrors = result.problems.map(({ code, message: what, tip, path }) => ({
        code,
        message: what,
        tip,
        field: path,
      }));
      return payload;
    case 'CONFLICT':
      payload.obstacle = await conflictOf(kind, args, context);
      return payload;
    case 'CHECKED':
      return payload;
    case 'WRITTEN': {
      context.loaders.clear();
      const [stored] = await context.loaders.ask(() => context.store.current([{ kind: kind.name, slug }]));
      const entry = stored && new Entry(kind, stored, context.viewer.locales);
      return { ...payload, [kind.singular]: entry, revision: result.revisions[0] };
    }
  }
}

/** What the writer sent beside what is there now and what was there when the writer began. */
async function conflictOf(
  kind: Kind,
  { slug, record, expectedRevision, originalLocale }: SaveArguments,
  context: Context,
) {
  const { model, store, loaders } = context;
  const [[theirs], revisions] = await loaders.ask(() =>
    Promise.all([store.current([{ kind: kind.name, slug }]), store.revisions(kind.name, slug, 100)]),
  );
  const report = new Report(null, nowhere, []);
  const locale = originalLocale ?? theirs?.originalLocale ?? model.locales[0]!;
  const yours = shapeRecord(model, kind, record, { originalLocale: locale, report });
  const base = revisions.find(({ revision }) => revision === expectedRevision);
  const changes = diffRecords(model, kind, theirs?.record ?? {}, yours);
  return {
    __typename: 'Conflict',
    revision: theirs?.revision ?? 0,
    fields: changes.map(({ path, at, before, after }) => ({
      field: path,
      base: base ? asJson(valueAt(base, at)) : null,
      yours: asJson(after),
      theirs: asJson(before),
    })),
  };
}

function valueAt({ record }: StoredEntry, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | undefined)?.[part], record);
}

function asJson(value: unknown): string | null {
  return value == null ? null : JSON.stringify(value);
}
