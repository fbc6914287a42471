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
  request: BatchableRead;
  readAlone: () => Promise<Document[]>;
  /** Callbacks of the callers that requested this read. */
  callers: { resolve: (documents: Document[]) => void; reject: (error: unknown) => void }[];
}

/** Maximum number of reads in one command. The database rejects pipelines with more stages. */
const MAX_BATCHED_READS = 40;
/** Field for the index of the read that returned a document, if its kind does not identify the read. */
const READ_INDEX_FIELD = 'reading';

/** Combines the simultaneous reads of one request into one command per query level. Identical reads are sent once. */
export class ReadBatcher {
  private pendingReads: PendingRead[] = [];

  /** @param aggregate runs one pipeline */
  constructor(private readonly aggregate: (collection: string, stages: Document[]) => Promise<Document[]>) {}

  /** Reads documents with the next batch. @param readAlone performs the same read if the batch has no others */
  read<T extends Document>(request: BatchableRead, readAlone: () => Promise<T[]>): Promise<T[]> {
    return new Promise<Document[]>((resolve, reject) => {
      // Callers of the same query level only wait for promises and ticks, which run before `setImmediate`.
      if (this.pendingReads.length === 0) setImmediate(() => this.send());
      const identicalRead = this.pendingReads.find((candidate) => isSameRead(candidate.request, request));
      if (identicalRead) identicalRead.callers.push({ resolve, reject });
      else this.pendingReads.push({ request, readAlone, callers: [{ resolve, reject }] });
    }) as Promise<T[]>;
  }

  private send(): void {
    // Reads of the log come first: the first collection determines the read concern, and the log needs "majority".
    const rank = ({ request }: PendingRead) => (request.collection === LOG_COLLECTION ? 0 : 1);
    const sortedReads = this.pendingReads.sort((a, b) => rank(a) - rank(b));
    this.pendingReads = [];
    for (let start = 0; start < sortedReads.length; start += MAX_BATCHED_READS)
      void this.sendBatch(sortedReads.slice(start, start + MAX_BATCHED_READS));
  }

  private async sendBatch(reads: readonly PendingRead[]): Promise<void> {
    if (reads.length === 1) return sendAlone(reads[0]!);
    const requests = reads.map(({ request }) => request);
    const indexByKind = indexesByKind(requests);
    const [firstRead, ...otherReads] = requests.map(({ collection, stages }, index) => ({
      collection,
      pipeline: indexByKind ? stages : withReadIndex(stages, index),
    }));
    try {
      const documents = await this.aggregate(firstRead!.collection, [
        ...firstRead!.pipeline,
        ...otherReads.map(({ collection, pipeline }) => ({ $unionWith: { coll: collection, pipeline } })),
      ]);
      const results = requests.map((): Document[] => []);
      for (const document of documents)
        results[indexByKind?.get(document['kind']) ?? document[READ_INDEX_FIELD]]?.push(document);
      reads.forEach((read, index) => resolveAll(read, results[index]!));
    } catch (error) {
      // The error of one read must not affect the others.
      if (error instanceof MongoServerError) reads.forEach(sendAlone);
      else for (const read of reads) rejectAll(read, error);
    }
  }
}

/** Adds the index of a read to each document, in the last `$project` or `$set` if possible, to avoid another stage. */
function withReadIndex(stages: readonly Document[], index: number): Document[] {
  const leadingStages = stages.slice(0, -1);
  const { $project, $set, $unionWith } = stages.at(-1) ?? {};
  if ($unionWith?.pipeline) {
    return [
      ...withReadIndex(leadingStages, index),
      { $unionWith: { ...$unionWith, pipeline: withReadIndex($unionWith.pipeline, index) } },
    ];
  }
  const isIncluded = (name: string) => name !== '_id' && $project[name];
  if ($project && Object.keys($project).some(isIncluded))
    return [...leadingStages, { $project: { ...$project, [READ_INDEX_FIELD]: { $literal: index } } }];
  return [...($set ? leadingStages : stages), { $set: { ...$set, [READ_INDEX_FIELD]: index } }];
}

/** Returns the index of each read, keyed by kind; null if two reads have the same kind or a read has no kind. */
function indexesByKind(requests: readonly BatchableRead[]): ReadonlyMap<unknown, number> | null {
  const indexes = new Map<unknown, number>();
  for (const [index, { kind }] of requests.entries()) {
    if (kind === undefined || indexes.has(kind)) return null;
    indexes.set(kind, index);
  }
  return indexes;
}

/** Whether two reads are identical. Lists with the same filter often read the same entries. */
function isSameRead(a: BatchableRead, b: BatchableRead): boolean {
  return a.collection === b.collection && isDeepStrictEqual(a.stages, b.stages);
}

function resolveAll({ callers }: PendingRead, documents: Document[]): void {
  // Further callers get copies, because a page that is read from its end reverses its array.
  for (const [index, { resolve }] of callers.entries()) resolve(index === 0 ? documents : [...documents]);
}

function rejectAll({ callers }: PendingRead, error: unknown): void {
  for (const { reject } of callers) reject(error);
}

function sendAlone(read: PendingRead): void {
  read.readAlone().then(
    (documents) => resolveAll(read, documents),
    (error: unknown) => rejectAll(read, error),
  );
}
