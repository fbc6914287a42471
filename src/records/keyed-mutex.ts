/** Serialises work by key. */
export class KeyedMutex {
  private readonly tailByKey = new Map<string, Promise<unknown>>();

  /** Runs work after all earlier work with the same key has settled. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const previous = this.tailByKey.get(key);
    const current = previous ? previous.then(work, work) : work();
    this.tailByKey.set(key, current);
    try {
      return await current;
    } finally {
      if (this.tailByKey.get(key) === current) this.tailByKey.delete(key);
    }
  }
}
