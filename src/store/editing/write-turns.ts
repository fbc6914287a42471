import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../connection/database.js';
import { READ } from '../connection/database.js';

/** Races that a server loses before it says that it waits. */
const LOSSES = 2;
/** Writes that a server may make one right after another between two looks for others that wait. */
const BURST = 4;
/** Milliseconds between two writes within which the second counts as right after the first. */
const BURST_GAP_MS = 100;
/** The longest that a server gives way, in milliseconds. A ticket that is older belongs to a server that stopped. */
const YIELD_MS = 1000;
/** Milliseconds between two looks at the tickets, at least; twice as many at most. */
const LOOK_MS = 5;
/** `_id` of the tickets, in the collection of states. */
const TICKET = /^writer:/;

/**
 * Lets servers that write at the same time take turns.
 *
 * Servers race for the next place in the log. The winner is ready for the next race first, so the others would lose
 * again and again. A server that lost twice leaves a ticket in the database; a server that writes in a burst looks for
 * tickets and gives way. A server that writes now and then sends no commands for this.
 */
export class WriteTurns {
  private readonly ticket = `writer:${randomUUID()}`;
  private hasTicket = false;
  private losses = 0;
  private burst = 0;
  private lastWin = -Infinity;

  constructor(private readonly database: Database) {}

  /** Waits before a write while other servers have tickets, for a second at most. */
  async giveWay(): Promise<void> {
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

  /** Notes that a batch was written. */
  won(): void {
    this.burst += 1;
    this.lastWin = performance.now();
  }

  /** Takes the ticket back once a write has ended, whether it succeeded or not. */
  async end(): Promise<void> {
    this.losses = 0;
    if (!this.hasTicket) return;
    this.hasTicket = false;
    // A ticket that stays is removed by the server that waits for it.
    await this.database.state.deleteOne({ _id: this.ticket }).catch(() => undefined);
  }

  private async readTickets(): Promise<string[]> {
    const tickets = await this.database.state.find({ _id: TICKET } as object, { ...READ, projection: { _id: 1 } });
    return tickets.map(({ _id }) => _id).filter((ticket) => ticket !== this.ticket);
  }
}
