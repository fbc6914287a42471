/** Serialises work by key. */
export class KeyedMutex {
  private readonly lastByKey = new Map<string, Promise<unknown>>();

  /** Runs work after all earlier work with the same key has settled. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.lastByKey.get(key);
    const current = before ? before.then(work, work) : work();
    this.lastByKey.set(key, current);
    try {
      return await current;
    } finally {
      if (this.lastByKey.get(key) === current) this.lastByKey.delete(key);
    }
  }
}
