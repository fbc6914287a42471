import { MongoBulkWriteError } from 'mongodb';
import type { Model } from '../../model/model.js';
import type { FiguresMove } from '../change-log.js';
import {
  type LogDocument,
  loggedEntries,
  type LoggedEntry,
  loggedFiguresMoves,
  loggedVintages,
  type AddedVintage,
} from '../log/log-document.js';
import { DUPLICATE_KEY_CODE } from '../connection/translate-errors.js';
import { type Database, draftCollectionName } from '../connection/database.js';
import type { EntryDocument } from '../documents/entry-document.js';
import { type FormerSlugs, readFormerSlugs } from './former-slugs.js';
import type { KindPlan, KindPlans } from '../documents/kind-plan.js';
import { topologicalLevels } from './topological-levels.js';
import {
  markReplacedOperation,
  type ProjectionOperation,
  redirectOperation,
  storeStateOperation,
} from './projection-operations.js';
import { computeIndexFields, type IndexFields } from '../documents/index-fields.js';
import type { HydrateRecord } from '../documents/upgrade-record.js';
import { storedKindName } from '../documents/stored-kind-name.js';

/** A round of operations, keyed by collection. Rounds run one after the other. */
type Round = Map<string, ProjectionOperation[]>;

const MAX_BATCH_OPERATIONS = 1000;

/**
 * Projects the log to the collections. Idempotent and independent of the order: every operation only replaces an older
 * revision, and a removed state is replaced by a withdrawn document with its revision.
 */
export class Projector {
  schemaNumber = 1;

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    private readonly plans: KindPlans,
    private readonly hydrateRecord: HydrateRecord,
  ) {}

  /** Projects a batch after all earlier ones. @param isFresh whether no other process can have projected the batch */
  async apply(batch: LogDocument, isFresh = false): Promise<void> {
    for (const round of this.planRounds(loggedEntries(this.model, batch), isFresh)) {
      await Promise.all([...round].map(([collection, operations]) => this.write(collection, operations)));
    }
    if (!isFresh) await this.migrate(loggedEntries(this.model, batch));
    for (const move of loggedFiguresMoves(batch)) await this.moveFigures(move, batch._id);
    await this.showVintages(loggedVintages(batch), batch._id);
  }

  /** Moves the figures of a renamed indicator, except those of later batches. */
  private async moveFigures({ from, to }: FiguresMove, sequence: number): Promise<void> {
    const { series, vintages } = this.database;
    const movedVintages = await vintages.find({ indicator: from, sequence: { $lt: sequence } });
    const ids = movedVintages.map(({ _id }) => _id);
    if (ids.length === 0) return;
    await series.updateMany({ edition: { $in: ids } }, { $set: { indicator: to } });
    await vintages.updateMany({ _id: { $in: ids } }, { $set: { indicator: to, sequence } });
  }

  private async showVintages(vintages: readonly AddedVintage[], sequence: number): Promise<void> {
    if (vintages.length === 0) return;
    const seriesUpdates = vintages
      .filter(({ replaced }) => replaced.length > 0)
      .map(({ vintage, replaced }) => ({
        updateMany: { filter: { _id: { $in: replaced } }, update: { $set: { until: vintage._id } } },
      }));
    if (seriesUpdates.length > 0) await this.database.series.bulkWrite(seriesUpdates);
    // Vintages are written last, because they make figures visible. An existing one may have been moved.
    await this.database.vintages.bulkWrite(
      vintages.map(({ vintage: { _id, ...fields } }) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: { ...fields, sequence } }, upsert: true },
      })),
    );
  }

  /**
   * Adds the fields of this schema to documents that servers with other schemas wrote. Those servers may still be
   * running.
   * @param entries limits the migration to these entries
   */
  async migrate(entries?: readonly LoggedEntry[]): Promise<void> {
    for (const plan of this.plans.values()) {
      const slugs = entries?.filter(({ kind }) => kind === plan.kind.name).map(({ slug }) => slug);
      if (slugs?.length === 0) continue;
      for (const name of [plan.kind.folder, draftCollectionName(plan.kind.folder)]) {
        // Continues until nothing is left. Another server may migrate the same documents at the same time.
        while (await this.migrateBatch(plan, name, slugs)) continue;
      }
    }
  }

  /** Migrates the documents that other schemas wrote. Returns whether there were any. */
  private async migrateBatch(plan: KindPlan, name: string, slugs: readonly string[] | undefined): Promise<boolean> {
    const outdatedFilter = {
      status: { $in: ['PUBLISHED', 'DRAFT'] as const },
      forms: { $ne: this.schemaNumber },
      ...(slugs && { _id: { $in: slugs } }),
    };
    let operations: ProjectionOperation[] = [];
    let formerSlugs: FormerSlugs | null = null;
    for await (const document of this.database.documents<EntryDocument>(name).each(outdatedFilter)) {
      formerSlugs ??= await readFormerSlugs(this.database, plan.kind.folder);
      operations.push(this.migrationOperation(plan, document, formerSlugs));
      if (operations.length < 1000) continue;
      await this.write(name, operations);
      operations = [];
    }
    await this.write(name, operations);
    return formerSlugs !== null;
  }

  private migrationOperation(
    plan: KindPlan,
    { _id, revision, forms, ...otherFields }: EntryDocument,
    formerSlugs: FormerSlugs,
  ): ProjectionOperation {
    const formerly = otherFields.formerly ?? formerSlugs.get(_id);
    const { record, ...indexFields } = this.computeFields(plan, _id, otherFields);
    const merged = Object.entries(indexFields).map(([name, value]) => [
      name,
      mergeFields(otherFields[name as keyof IndexFields], value),
    ]);
    return {
      updateOne: {
        filter: { _id, revision, forms: forms ?? { $exists: false } },
        update: { $set: { record, formerly, ...Object.fromEntries(merged) }, $addToSet: { forms: this.schemaNumber } },
      },
    };
  }

  /** Empties the projected collections. Does not change the log and the points of series. */
  async clear(): Promise<void> {
    for (const { kind } of this.plans.values()) {
      await this.database.entries(kind.folder).deleteMany({});
      await this.database.drafts(kind.folder).deleteMany({});
    }
    await this.database.vintages.deleteMany({});
    await this.database.series.updateMany({ until: { $exists: true } }, { $unset: { until: '' } });
  }

  /** Returns the rounds of operations. Rounds that store states are first, link targets before linking entries. */
  private planRounds(entries: readonly LoggedEntry[], isFresh: boolean): Round[] {
    const knownEntries = entries.filter(({ kind }) => this.plans.has(kind));
    const levels = topologicalLevels(this.model, this.plans, knownEntries);
    const showRounds: Round[] = [];
    const hideRound: Round = new Map();
    for (const entry of knownEntries) {
      const plan = this.plans.get(entry.kind)!;
      const { folder } = plan.kind;
      const level = levels.get(entry)!;
      const collection = entry.status === 'PUBLISHED' ? folder : draftCollectionName(folder);
      const document = this.toDocument(plan, entry);
      addOperation((showRounds[level] ??= new Map()), collection, storeStateOperation(document, isFresh));
      const otherCollection = entry.status === 'PUBLISHED' ? draftCollectionName(folder) : folder;
      const hideOperation = entry.before === null ? null : markReplacedOperation(plan, entry);
      for (const operation of [hideOperation, redirectOperation(this.model, entry, document, knownEntries)])
        if (operation) addOperation(hideRound, otherCollection, operation);
    }
    return [...showRounds.filter(Boolean), hideRound];
  }

  private toDocument(plan: KindPlan, entry: LoggedEntry): EntryDocument {
    const { key: _key, action: _action, before: _before, movedFrom: _from, altered: _altered, slug, ...state } = entry;
    // An entry without former slugs is from an older server, and gets no schema version.
    const forms = state.formerly ? [this.schemaNumber] : [];
    return { _id: slug, ...state, kind: storedKindName(plan.kind), ...this.computeFields(plan, slug, state), forms };
  }

  private computeFields(
    plan: KindPlan,
    slug: string,
    state: Pick<EntryDocument, 'record' | 'originalLocale' | 'publishedAt'>,
  ): Pick<EntryDocument, 'record' | 'find' | 'links' | 'facets' | 'sort'> {
    const record = this.hydrateRecord({ ...state, kind: plan.kind.name, slug });
    return { record, ...computeIndexFields(this.model, plan, record, state) };
  }

  /** Writes in small batches, so that other commands can run in between. */
  private async write(collection: string, operations: ProjectionOperation[]): Promise<void> {
    for (let start = 0; start < operations.length; start += MAX_BATCH_OPERATIONS) {
      await this.writeBatch(collection, operations.slice(start, start + MAX_BATCH_OPERATIONS));
    }
  }

  private async writeBatch(collection: string, operations: ProjectionOperation[]): Promise<void> {
    try {
      await this.database.documents<EntryDocument>(collection).bulkWrite(operations);
    } catch (error) {
      // A duplicate key means that the batch is delayed: the stored document is newer or the same.
      if (!(error instanceof MongoBulkWriteError) || !hasOnlyDuplicates(error)) throw error;
    }
  }
}

function addOperation(round: Round, collection: string, operation: ProjectionOperation): void {
  const operations = round.get(collection);
  if (operations) operations.push(operation);
  else round.set(collection, [operation]);
}

function hasOnlyDuplicates(error: MongoBulkWriteError): boolean {
  const errors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return errors.length > 0 && errors.every(({ code }) => code === DUPLICATE_KEY_CODE);
}

/** Merges the index fields of two schemas for the same record. */
function mergeFields(a: unknown, b: unknown): unknown {
  if (!isMergeable(a) || !isMergeable(b)) return b ?? a;
  if (Array.isArray(a) || Array.isArray(b)) {
    const hasSameLength = Array.isArray(a) && Array.isArray(b) && a.length === b.length;
    return hasSameLength ? b.map((item, index) => mergeFields(a[index], item)) : b;
  }
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, mergeFields(a[name], b[name])]));
}

function isMergeable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
