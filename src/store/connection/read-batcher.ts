import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { LOG } from '../collections.js';

/** A read of documents: where, and by which pipeline. */
export interface BatchedRead {
  collection: string;
  stages: readonly Document[];
  /** What the field `kind` of its documents says, and of those of no other collection but that of their drafts. */
  kind?: string;
}

interface Waiting {
  reading: BatchedRead;
  alone: () => Promise<Document[]>;
  /** Whoever asked for it. */
  askers: { resolve: (documents: Document[]) => void; reject: (error: unknown) => void }[];
}

/** More would be a pipeline that the database refuses. */
const MOST = 40;
/** Which of the readings gave a document, where its kind does not tell. */
const READING = 'reading';

/**
 * Batches the simultaneous reads of one request into one command, across collections. So the database gets one command
 * per level of a query, and repeated reads are sent once.
 */
export class ReadBatcher {
  private waiting: Waiting[] = [];

  /** @param aggregate sends one pipeline */
  constructor(private readonly aggregate: (collection: string, stages: Document[]) => Promise<Document[]>) {}

  /** @param alone reads the same where nothing else is read with it */
  read<T extends Document>(reading: BatchedRead, alone: () => Promise<T[]>): Promise<T[]> {
    return new Promise<Document[]>((resolve, reject) => {
      // Whoever is about to ask waits for no more than promises and ticks, and those come first.
      if (this.waiting.length === 0) setImmediate(() => this.send());
      const same = this.waiting.find((each) => isSame(each.reading, reading));
      if (same) same.askers.push({ resolve, reject });
      else this.waiting.push({ reading, alone, askers: [{ resolve, reject }] });
    }) as Promise<T[]>;
  }

  private send(): void {
    // The first says how all are read, and the log is read with more care than others.
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
      // What the database says of one is not said of the others.
      if (error instanceof MongoServerError) waiting.forEach(readAlone);
      else for (const each of waiting) rejectAll(each, error);
    }
  }
}

/**
 * The stages of a reading, which tell of each document what place it has. Said by the projection that comes last, it
 * costs nothing: the documents are written anew there anyway.
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

/** Which reading gives the documents of a kind; null where several may, or some say no kind. */
function placesByKind(readings: readonly BatchedRead[]): ReadonlyMap<unknown, number> | null {
  const places = new Map<unknown, number>();
  for (const [at, { kind }] of readings.entries()) {
    if (kind === undefined || places.has(kind)) return null;
    places.set(kind, at);
  }
  return places;
}

/** Filters of several lists ask for the same entries, for one. */
function isSame(one: BatchedRead, other: BatchedRead): boolean {
  return one.collection === other.collection && isDeepStrictEqual(one.stages, other.stages);
}

function resolveAll({ askers }: Waiting, documents: Document[]): void {
  // A page that is read from its end turns round what it is given.
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
