import type { Kind } from '../../model/model.js';
import { valueAt } from '../../model/record-path.js';
import { diffRecords } from '../../records/diff.js';
import { nowhere, Report } from '../../records/problem.js';
import { shapeRecord } from '../../records/shape.js';
import type { Collision } from '../../records/three-way.js';
import type { StoredEntry, Use } from '../../store/entries.js';
import type { Context } from '../request/context.js';
import { Reference } from '../../reading/reference.js';
import { isWithheld } from '../request/withheld.js';

/** What a writer sent who found the entry changed. */
export interface Sent {
  kind: Kind;
  slug: string;
  expectedRevision: number;
  /** The record, where one was sent. */
  yours: { raw: unknown; originalLocale: string | null } | null;
  /** The fields that could not be merged, where that was asked for. */
  collisions: readonly Collision[] | null;
}

/** The most links that are told. */
const MOST_USES = 100;

/** What links to an entry that was to be withdrawn. */
export function inUse(uses: readonly Use[]): object {
  const usedBy = uses.slice(0, MOST_USES).map(({ kind, slug, path }) => ({
    entry: new Reference(kind, slug),
    field: path,
  }));
  return { __typename: 'InUse', usedBy, count: uses.length };
}

/** What the writer sent beside what is there now and what was there when the writer began. */
export async function conflictOf(sent: Sent, context: Context): Promise<object> {
  const { kind, slug, expectedRevision, collisions, yours } = sent;
  const { model, store, loaders } = context;
  const [[theirs], [base]] = await loaders.ask(() =>
    Promise.all([
      store.entries.current([{ kind: kind.name, slug }]),
      store.log.revisionsAt([{ kind: kind.name, slug, revision: expectedRevision }]),
    ]),
  );
  const found =
    collisions ??
    (yours
      ? differences(sent, { theirs: theirs ?? null, base: base ?? null }, context)
      : sinceThen(kind, theirs ?? null, base ?? null, context));
  return {
    __typename: 'Conflict',
    revision: theirs?.revision ?? 0,
    fields: found
      .filter(({ at }) => !isWithheld(model, kind, at, context.viewer.role))
      .map(({ path, base: before, yours: mine, theirs: now }) => ({
        field: path,
        base: asJson(before),
        yours: asJson(mine),
        theirs: asJson(now),
      })),
  };
}

/** Every field in which what was sent differs from what is there now. */
function differences(
  { kind, yours }: Sent,
  { theirs, base }: { theirs: StoredEntry | null; base: StoredEntry | null },
  { model }: Context,
): Collision[] {
  const { raw, originalLocale } = yours!;
  const report = new Report(null, nowhere, []);
  const locale = originalLocale ?? theirs?.originalLocale ?? model.locales[0]!;
  const sent = shapeRecord(model, kind, raw, { originalLocale: locale, report });
  return diffRecords(model, kind, theirs?.record ?? {}, sent).map(({ path, at, before, after }) => ({
    path,
    at,
    base: base && valueAt(base.record, at),
    yours: after,
    theirs: before,
  }));
}

/** Where no record was sent: what others changed since the revision that the writer had seen. */
function sinceThen(kind: Kind, theirs: StoredEntry | null, base: StoredEntry | null, { model }: Context): Collision[] {
  if (!theirs || !base) return [];
  return diffRecords(model, kind, base.record, theirs.record).map(({ path, at, before, after }) => ({
    path,
    at,
    base: before,
    yours: before,
    theirs: after,
  }));
}

/** As it is told in differences. */
export function asJson(value: unknown): string | null {
  return value == null ? null : JSON.stringify(value);
}
