/** Serialises work by key. */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs work after all earlier work with the same key has settled. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before ? before.then(work, work) : work();
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}
