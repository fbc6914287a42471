import { isDeepStrictEqual } from 'node:util';
import { type Document, MongoServerError } from 'mongodb';
import { LOG_COLLECTION } from '../collection-names.js';

/** A pipeline on a collection, to be batched with others. */
export interface BatchableRead {
  collection: string;
  stages: readonly Document[];
  /** Value of the field `kind` in all documents read. Set only if no other kind has documents with this value. */
  kind?: string;
}

interface PendingRead {
  reading: BatchableRead;
  readAlone: () => Promise<Document[]>;
  /** Callbacks of the callers that requested this read. */
  callers: { resolve: (documents: Document[]) => void; reject: (error: unknown) => void }[];
}

/** Maximum number of reads in one command. The database rejects pipelines with more stages. */
const MAX_READS = 40;
/** Field for the index of the read that returned a document, if its kind does not identify the read. */
const READ_INDEX = 'reading';

/** Combines the simultaneous reads of one request into one command per query level. Identical reads are sent once. */
export class ReadBatcher {
  private pending: PendingRead[] = [];

  /** @param aggregate runs one pipeline */
  constructor(private readonly aggregate: (collection: string, stages: Document[]) => Promise<Document[]>) {}

  /** Reads documents with the next batch. @param readAlone performs the same read if the batch has no others */
  read<T extends Document>(request: BatchableRead, readAlone: () => Promise<T[]>): Promise<T[]> {
    return new Promise<Document[]>((resolve, reject) => {
      // Callers of the same query level only wait for promises and ticks, which run before `setImmediate`.
      if (this.pending.length === 0) setImmediate(() => this.send());
      const identical = this.pending.find((candidate) => isSame(candidate.reading, request));
      if (identical) identical.callers.push({ resolve, reject });
      else this.pending.push({ reading: request, readAlone, callers: [{ resolve, reject }] });
    }) as Promise<T[]>;
  }

  private send(): void {
    // Reads of the log come first: the first collection determines the read concern, and the log needs "majority".
    const rank = ({ reading }: PendingRead) => (reading.collection === LOG_COLLECTION ? 0 : 1);
    const sortedReads = this.pending.sort((a, b) => rank(a) - rank(b));
    this.pending = [];
    for (let start = 0; start < sortedReads.length; start += MAX_READS)
      void this.sendAs(sortedReads.slice(start, start + MAX_READS));
  }

  private async sendAs(pending: readonly PendingRead[]): Promise<void> {
    if (pending.length === 1) return sendAlone(pending[0]!);
    const requests = pending.map(({ reading }) => reading);
    const byKind = indexesByKind(requests);
    const [first, ...otherReads] = requests.map(({ collection, stages }, index) => ({
      collection,
      pipeline: byKind ? stages : withReadIndex(stages, index),
    }));
    try {
      const documents = await this.aggregate(first!.collection, [
        ...first!.pipeline,
        ...otherReads.map(({ collection, pipeline }) => ({ $unionWith: { coll: collection, pipeline } })),
      ]);
      const results = requests.map((): Document[] => []);
      for (const document of documents) results[byKind?.get(document['kind']) ?? document[READ_INDEX]]?.push(document);
      pending.forEach((read, index) => resolveAll(read, results[index]!));
    } catch (error) {
      // The error of one read must not affect the others.
      if (error instanceof MongoServerError) pending.forEach(sendAlone);
      else for (const read of pending) rejectAll(read, error);
    }
  }
}

/** Adds the index of a read to each document, in the last `$project` or `$set` if possible, which costs nothing. */
function withReadIndex(stages: readonly Document[], index: number): Document[] {
  const before = stages.slice(0, -1);
  const { $project, $set, $unionWith } = stages.at(-1) ?? {};
  if ($unionWith?.pipeline) {
    return [
      ...withReadIndex(before, index),
      { $unionWith: { ...$unionWith, pipeline: withReadIndex($unionWith.pipeline, index) } },
    ];
  }
  const isIncluded = (name: string) => name !== '_id' && $project[name];
  if ($project && Object.keys($project).some(isIncluded))
    return [...before, { $project: { ...$project, [READ_INDEX]: { $literal: index } } }];
  return [...($set ? before : stages), { $set: { ...$set, [READ_INDEX]: index } }];
}

/** Returns the index of each read by its kind; null if two reads have the same kind or one read has no kind. */
function indexesByKind(requests: readonly BatchableRead[]): ReadonlyMap<unknown, number> | null {
  const indexes = new Map<unknown, number>();
  for (const [index, { kind }] of requests.entries()) {
    if (kind === undefined || indexes.has(kind)) return null;
    indexes.set(kind, index);
  }
  return indexes;
}

/** Whether two reads are identical, which is frequent: lists with the same filter often read the same entries. */
function isSame(a: BatchableRead, b: BatchableRead): boolean {
  return a.collection === b.collection && isDeepStrictEqual(a.stages, b.stages);
}

function resolveAll({ callers: askers }: PendingRead, documents: Document[]): void {
  // Further callers get copies, because a page that is read from its end reverses its array.
  for (const [index, { resolve }] of askers.entries()) resolve(index === 0 ? documents : [...documents]);
}

function rejectAll({ callers: askers }: PendingRead, error: unknown): void {
  for (const { reject } of askers) reject(error);
}

function sendAlone(pending: PendingRead): void {
  pending.readAlone().then(
    (documents) => resolveAll(pending, documents),
    (error: unknown) => rejectAll(pending, error),
  );
}
