import type { News } from '../../store/log.js';
import type { Upkeep } from '../../store/upkeep.js';
import type { Store } from '../../store/store.js';
import type { TrustedDocument } from '../../store/trusted.js';

/** What may stand before a digest: some write it, some do not. */
const ALGORITHM = /^sha256:/;

/** The trusted documents in memory, kept current by the change feed: what cannot be read is read again until it can. */
export class KnownDocuments {
  private byId: ReadonlyMap<string, TrustedDocument> | null = null;
  private byText: ReadonlyMap<string, TrustedDocument> = new Map();
  private locked = false;
  /** How many reads began, and the last of them that was taken in. */
  private reads = 0;
  private newest = 0;
  private readonly listeners = new Set<() => void>();
  private readonly upkeep: Upkeep;

  /** Begins to read all of them, and follows the change feed from then on. */
  constructor(
    private readonly store: Pick<Store, 'trusted' | 'log'>,
    onTrouble: (error: unknown) => void,
  ) {
    this.upkeep = store.log.keepUp((news) => this.take(news), onTrouble);
  }

  /** Resolves once they are read, or could not be at the first attempt. */
  tried(): Promise<void> {
    return this.upkeep.tried();
  }

  /** Whether those without a token are answered by these documents alone. */
  get isLocked(): boolean {
    return this.locked;
  }

  get count(): number {
    return this.byId?.size ?? 0;
  }

  /** Whether they were read; until then nobody knows what may be asked. */
  get isRead(): boolean {
    return this.byId !== null;
  }

  /** Reads all of them now. @throws AppError DATABASE_UNREACHABLE */
  async read(): Promise<void> {
    const begun = (this.reads += 1);
    const { batches, isLocked } = await this.store.trusted.all();
    // What began earlier can end later, and is older then.
    if (begun < this.newest) return;
    this.newest = begun;
    const byId = new Map<string, TrustedDocument>();
    // An identifier stands for what it was first given to.
    for (const document of batches.flatMap(({ documents }) => documents)) {
      const id = document.id.replace(ALGORITHM, '');
      if (!byId.has(id)) byId.set(id, document);
    }
    this.byId = byId;
    this.byText = new Map([...byId.values()].map((document) => [document.text, document]));
    this.locked = isLocked;
    for (const listener of this.listeners) listener();
  }

  /** The document of an identifier. */
  find(id: string): TrustedDocument | undefined {
    return this.byId?.get(id.replace(ALGORITHM, ''));
  }

  /** The document that has this text. */
  ofText(text: string): TrustedDocument | undefined {
    return this.byText.get(text);
  }

  /** Calls back whenever others may be answered than before. */
  whenChanged(listener: () => void): void {
    this.listeners.add(listener);
  }

  async close(): Promise<void> {
    await this.upkeep.close();
  }

  private async take(news: News): Promise<void> {
    if (news === 'EVERYTHING' || news.some(({ about }) => about === 'TRUSTED')) await this.read();
  }
}
