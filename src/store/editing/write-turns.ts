import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Database, READ_OPTIONS } from '../connection/database.js';

/** Number of lost races before a server creates a ticket. */
const MAX_LOSSES = 2;
/** Number of writes in quick succession after which this server checks for tickets of other servers. */
const MAX_BURST = 4;
/** Maximum gap between successive writes, in milliseconds. */
const BURST_GAP_MS = 100;
/** Maximum time to wait for other servers, in milliseconds. An older ticket belongs to a stopped server. */
const MAX_WAIT_MS = 1000;
/** Minimum time between two checks for tickets, in milliseconds. A random delay of up to the same length is added. */
const POLL_INTERVAL_MS = 5;
const TICKET_FILTER = { $regex: '^writer:' };

/**
 * Lets servers that write at the same time take turns. The winner of a race for the next log position starts the next
 * race first, so the others would lose repeatedly. A server that lost twice creates a ticket. A server that writes in a
 * burst checks for tickets, and waits for their owners.
 */
export class WriteTurns {
  private readonly ticketId = `writer:${randomUUID()}`;
  private hasTicket = false;
  private lossCount = 0;
  private burstCount = 0;
  private lastWinTime = -Infinity;

  constructor(private readonly database: Database) {}

  /** Waits before a write while other servers have tickets, for at most one second. */
  async waitForTurn(): Promise<void> {
    if (performance.now() - this.lastWinTime > BURST_GAP_MS) this.burstCount = 0;
    if (this.burstCount < MAX_BURST) return;
    this.burstCount = 0;
    const waitingTickets = await this.readTicketIds();
    const deadline = performance.now() + MAX_WAIT_MS;
    let remainingTickets = waitingTickets;
    while (remainingTickets.length > 0 && performance.now() < deadline) {
      await delay(POLL_INTERVAL_MS * (1 + Math.random()));
      const activeTickets = new Set(await this.readTicketIds());
      remainingTickets = remainingTickets.filter((ticket) => activeTickets.has(ticket));
    }
    if (remainingTickets.length > 0) await this.database.state.deleteMany({ _id: { $in: remainingTickets } });
  }

  /** Records that another server took the log position. */
  async recordLoss(): Promise<void> {
    this.burstCount = 0;
    this.lossCount += 1;
    if (this.lossCount < MAX_LOSSES) return;
    this.hasTicket = true;
    // The ticket is written after each loss, because a server that waited for the maximum time removes it.
    await this.database.state.updateOne({ _id: this.ticketId }, { $set: { sequence: 0 } }, { upsert: true });
  }

  recordWin(): void {
    this.burstCount += 1;
    this.lastWinTime = performance.now();
  }

  /** Removes the ticket after a write, whether it succeeded or failed. */
  async endTurn(): Promise<void> {
    this.lossCount = 0;
    if (!this.hasTicket) return;
    this.hasTicket = false;
    // If the deletion fails, the server that waits for the ticket deletes it.
    await this.database.state.deleteOne({ _id: this.ticketId }).catch(() => undefined);
  }

  private async readTicketIds(): Promise<string[]> {
    const tickets = await this.database.state.find({ _id: TICKET_FILTER } as object, {
      ...READ_OPTIONS,
      projection: { _id: 1 },
    });
    return tickets.map(({ _id }) => _id).filter((ticket) => ticket !== this.ticketId);
  }
}
