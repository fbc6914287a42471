import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { LOG } from '../collections.js';

/** A pipeline on a collection, to be batched with others. */
export interface BatchedRead {
  collection: string;
  stages: readonly Document[];
  /**
   * Value of the field `kind` of all documents read. No other collection except the drafts of the kind has this value.
   */
  kind?: string;
}

interface Waiting {
  reading: BatchedRead;
  alone: () => Promise<Document[]>;
  /** Callbacks of the callers that requested this read. */
  askers: { resolve: (documents: Document[]) => void; reject: (error: unknown) => void }[];
}

/** Maximum number of reads in one command. The database rejects pipelines with more stages. */
const MOST = 40;
/** Field for the index of the read that returned a document, if its kind does not identify the read. */
const READING = 'reading';

/**
 * Combines the simultaneous reads of one request into one command, across collections. The database receives one
 * command per query level. Identical reads are sent once.
 */
export class ReadBatcher {
  private waiting: Waiting[] = [];

  /** @param aggregate runs one pipeline */
  constructor(private readonly aggregate: (collection: string, stages: Document[]) => Promise<Document[]>) {}

  /**
   * Reads documents with the next batch.
   * @param alone performs the same read if the batch has no other reads
   */
  read<T extends Document>(reading: BatchedRead, alone: () => Promise<T[]>): Promise<T[]> {
    return new Promise<Document[]>((resolve, reject) => {
      // Callers of the same query level only wait for promises and ticks, which run before `setImmediate`.
      if (this.waiting.length === 0) setImmediate(() => this.send());
      const same = this.waiting.find((each) => isSame(each.reading, reading));
      if (same) same.askers.push({ resolve, reject });
      else this.waiting.push({ reading, alone, askers: [{ resolve, reject }] });
    }) as Promise<T[]>;
  }

  private send(): void {
    // The first collection determines the read concern, and the log needs majority read concern.
    const rank = ({ reading }: Waiting) => (reading.collection === LOG ? 0 : 1);
    const all = this.waiting.sort((one, other) => rank(one) - rank(other));
    this.waiting = [];
    for (let at = 0; at < all.length; at += MOST) void this.sendAs(all.slice(at, at + MOST));
  }

  private async sendAs(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 1) return readAlone(waiting[0]!);
    const readings = waiting.map(({ reading }) => reading);
    const byKind = placesByKind(readings);
    const [first, ...others] = readings.map(({ collection, stages }, at) => ({
      collection,
      pipeline: byKind ? stages : marked(stages, at),
    }));
    try {
      const documents = await this.aggregate(first!.collection, [
        ...first!.pipeline,
        ...others.map(({ collection, pipeline }) => ({ $unionWith: { coll: collection, pipeline } })),
      ]);
      const given = readings.map((): Document[] => []);
      for (const document of documents) given[byKind?.get(document['kind']) ?? document[READING]]?.push(document);
      waiting.forEach((each, at) => resolveAll(each, given[at]!));
    } catch (error) {
      // The error of one read must not affect the others.
      if (error instanceof MongoServerError) waiting.forEach(readAlone);
      else for (const each of waiting) rejectAll(each, error);
    }
  }
}

/**
 * Adds a stage that stores the index of a read in each document. Extends the last `$project` or `$set` if possible,
 * which costs nothing.
 */
function marked(stages: readonly Document[], at: number): Document[] {
  const before = stages.slice(0, -1);
  const { $project, $set, $unionWith } = stages.at(-1) ?? {};
  if ($unionWith?.pipeline) {
    return [...marked(before, at), { $unionWith: { ...$unionWith, pipeline: marked($unionWith.pipeline, at) } }];
  }
  const isKeeping = (name: string) => name !== '_id' && $project[name];
  if ($project && Object.keys($project).some(isKeeping))
    return [...before, { $project: { ...$project, [READING]: { $literal: at } } }];
  return [...($set ? before : stages), { $set: { ...$set, [READING]: at } }];
}

/** Returns the index of the read for each kind; null if several reads have the same kind, or one has none. */
function placesByKind(readings: readonly BatchedRead[]): ReadonlyMap<unknown, number> | null {
  const places = new Map<unknown, number>();
  for (const [at, { kind }] of readings.entries()) {
    if (kind === undefined || places.has(kind)) return null;
    places.set(kind, at);
  }
  return places;
}

/** Compares two reads. Lists with the same filter often read the same entries. */
function isSame(one: BatchedRead, other: BatchedRead): boolean {
  return one.collection === other.collection && isDeepStrictEqual(one.stages, other.stages);
}

function resolveAll({ askers }: Waiting, documents: Document[]): void {
  // Copies, because a page that is read from its end reverses the array.
  for (const [at, { resolve }] of askers.entries()) resolve(at === 0 ? documents : [...documents]);
}

function rejectAll({ askers }: Waiting, error: unknown): void {
  for (const { reject } of askers) reject(error);
}

function readAlone(waiting: Waiting): void {
  waiting.alone().then(
    (documents) => resolveAll(waiting, documents),
    (error: unknown) => rejectAll(waiting, error),
  );
}
