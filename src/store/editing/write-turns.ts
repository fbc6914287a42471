import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../connection/database.js';
import { READ_OPTIONS } from '../connection/database.js';

/** Lost races before a server leaves a ticket. */
const LOSSES = 2;
/** Successive writes between two looks for tickets. */
const BURST = 4;
/** Writes at most this many milliseconds apart count as successive. */
const BURST_GAP_MS = 100;
/** Maximum time of giving way, in milliseconds. An older ticket belongs to a stopped server. */
const YIELD_MS = 1000;
/** Minimum milliseconds between two looks at the tickets; the maximum is twice as long. */
const LOOK_MS = 5;
const TICKET = { $regex: '^writer:' };

/**
 * Lets servers that write at the same time take turns.
 *
 * The winner of a race for the next place in the log is ready first for the next race, so others would lose again and
 * again. A server that lost twice leaves a ticket; a server that writes in a burst looks for tickets and gives way.
 */
export class WriteTurns {
  private readonly ticket = `writer:${randomUUID()}`;
  private hasTicket = false;
  private losses = 0;
  private burst = 0;
  private lastWin = -Infinity;

  constructor(private readonly database: Database) {}

  /** Waits before a write while other servers have tickets, for a second at most. */
  async waitForTurn(): Promise<void> {
    if (performance.now() - this.lastWin > BURST_GAP_MS) this.burst = 0;
    if (this.burst < BURST) return;
    this.burst = 0;
    const waiting = await this.readTickets();
    const until = performance.now() + YIELD_MS;
    let left = waiting;
    while (left.length > 0 && performance.now() < until) {
      await delay(LOOK_MS * (1 + Math.random()));
      const present = new Set(await this.readTickets());
      left = left.filter((ticket) => present.has(ticket));
    }
    if (left.length > 0) await this.database.state.deleteMany({ _id: { $in: left } });
  }

  /** Notes that another server took the place in the log. */
  async lost(): Promise<void> {
    this.burst = 0;
    this.losses += 1;
    if (this.losses < LOSSES) return;
    this.hasTicket = true;
    // Again after each loss: a server that gave way for long enough removes the ticket.
    await this.database.state.updateOne({ _id: this.ticket }, { $set: { sequence: 0 } }, { upsert: true });
  }

  won(): void {
    this.burst += 1;
    this.lastWin = performance.now();
  }

  /** Removes the ticket after a write, successful or not. */
  async end(): Promise<void> {
    this.losses = 0;
    if (!this.hasTicket) return;
    this.hasTicket = false;
    // A ticket that stays is removed by the server that waits for it.
    await this.database.state.deleteOne({ _id: this.ticket }).catch(() => undefined);
  }

  private async readTickets(): Promise<string[]> {
    const tickets = await this.database.state.find({ _id: TICKET } as object, {
      ...READ_OPTIONS,
      projection: { _id: 1 },
    });
    return tickets.map(({ _id }) => _id).filter((ticket) => ticket !== this.ticket);
  }
}
