import { createMutationUpgrade } from '../../contract/upgrade-mutation.js';
import { upgradeQuery } from '../../contract/upgrade-query.js';
import { createVariableUpgrade } from '../../contract/upgrade-variables.js';
import type { Model } from '../../model/model.js';
import type { PendingChanges } from '../../store/change-log.js';
import type { ChangeConsumer } from '../../store/change-consumer.js';
import type { Store } from '../../store/store.js';
import type { TrustedDocument } from '../../store/trusted-documents.js';

/** Optional prefix of a document ID that is a SHA-256 digest. */
const DIGEST_PREFIX = /^sha256:/;

/** In-memory copy of the trusted documents. Follows the change feed, and retries failed reads. */
export class TrustedDocumentCache {
  private byId: ReadonlyMap<string, TrustedDocument> | null = null;
  private byText: ReadonlyMap<string, TrustedDocument> = new Map();
  private locked = false;
  /** Number of started reads, and the number of the latest read whose result was applied. */
  private startedReads = 0;
  private appliedRead = 0;
  private readonly listeners = new Set<() => void>();
  private readonly consumer: ChangeConsumer;
  private readonly upgradeMutation: (query: string) => string;
  /** Replaces former names in the variables of a document. */
  readonly upgradeVariables: ReturnType<typeof createVariableUpgrade>;

  /** Starts the first read, and follows the change feed. */
  constructor(
    private readonly store: Pick<Store, 'trusted' | 'log'>,
    private readonly model: Model,
    onError: (error: unknown) => void,
  ) {
    this.upgradeMutation = createMutationUpgrade(model);
    this.upgradeVariables = createVariableUpgrade(model);
    this.consumer = store.log.consume((changes) => this.applyChanges(changes), onError);
  }

  /** Resolves after the first read has succeeded or failed. */
  firstAttempt(): Promise<void> {
    return this.consumer.afterFirstAttempt();
  }

  /** Whether requests without a token may use trusted documents only. */
  get isLocked(): boolean {
    return this.locked;
  }

  get count(): number {
    return this.byId?.size ?? 0;
  }

  /** Whether the documents were read at least once. */
  get isRead(): boolean {
    return this.byId !== null;
  }

  /** Reads all trusted documents now. @throws AppError DATABASE_UNREACHABLE */
  async read(): Promise<void> {
    const readNumber = (this.startedReads += 1);
    const { batches, isLocked } = await this.store.trusted.all();
    // A read that started earlier may complete later.
    if (readNumber < this.appliedRead) return;
    this.appliedRead = readNumber;
    const byId = new Map<string, TrustedDocument>();
    // If several documents have the same ID, the first is used.
    for (const document of batches.flatMap(({ documents }) => documents)) {
      const id = document.id.replace(DIGEST_PREFIX, '');
      if (!byId.has(id)) byId.set(id, document);
    }
    this.byText = new Map([...byId.values()].map((document) => [document.text, this.upgrade(document)]));
    this.byId = new Map([...byId].map(([id, { text }]) => [id, this.byText.get(text)!]));
    this.locked = isLocked;
    for (const listener of this.listeners) listener();
  }

  find(id: string): TrustedDocument | undefined {
    return this.byId?.get(id.replace(DIGEST_PREFIX, ''));
  }

  findByText(text: string): TrustedDocument | undefined {
    return this.byText.get(text);
  }

  /** Registers a callback for changes of the documents. */
  whenChanged(listener: () => void): void {
    this.listeners.add(listener);
  }

  async close(): Promise<void> {
    await this.consumer.close();
  }

  private upgrade(document: TrustedDocument): TrustedDocument {
    return { ...document, text: this.upgradeMutation(upgradeQuery(this.model, document.text)) };
  }

  private async applyChanges(changes: PendingChanges): Promise<void> {
    if (changes === 'EVERYTHING' || changes.some(({ about }) => about === 'TRUSTED')) await this.read();
  }
}
