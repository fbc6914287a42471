/** Counts items in progress, by client. */
export class PerClientCounter {
  private readonly counts = new Map<string, number>();
  private total = 0;

  get totalCount(): number {
    return this.total;
  }

  of(client: string): number {
    return this.counts.get(client) ?? 0;
  }

  add(client: string): void {
    this.counts.set(client, this.of(client) + 1);
    this.total += 1;
  }

  remove(client: string): void {
    const remaining = this.of(client) - 1;
    if (remaining > 0) this.counts.set(client, remaining);
    else this.counts.delete(client);
    this.total -= 1;
  }
}
