import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../errors.js';
import { PerClientCounter } from '../per-client-counter.js';
import { clientNetwork } from '../client-network.js';
import { onResponseEnd } from '../on-response-end.js';
import type { DownloadLimits } from './download-limits.js';

/** Use of a download slot: for a file, or for the tables of a page. */
export type SlotKind = 'FILE' | 'SCREEN';

/** Limits the number of concurrent files and page tables, in total and per client. */
export class DownloadSlots {
  private readonly inProgress = { FILE: new PerClientCounter(), SCREEN: new PerClientCounter() };
  private readonly occupyingReplies = new WeakSet<FastifyReply>();

  constructor(private readonly limits: DownloadLimits) {}

  /** Acquires one slot per request, until the response is sent or aborted. @throws AppError BUSY, RATE_LIMITED */
  acquire(request: FastifyRequest, reply: FastifyReply, kind: SlotKind): void {
    if (this.occupyingReplies.has(reply)) return;
    const client = clientNetwork(request.ip);
    const { concurrentFiles, concurrentFilesPerClient, concurrentScreens } = this.limits;
    const clientCounter = this.inProgress[kind];
    const ownCount = clientCounter.of(client);
    if (kind === 'FILE' && ownCount >= concurrentFilesPerClient) {
      void reply.header('retry-after', '5');
      throw new AppError('RATE_LIMITED', `You have ${ownCount} open file downloads; wait until they are complete.`);
    }
    const limit = kind === 'FILE' ? concurrentFiles : concurrentScreens;
    if (clientCounter.totalCount >= limit) {
      void reply.header('retry-after', '5');
      throw new AppError('BUSY', `The server is writing ${limit} files; try again in a few seconds.`);
    }
    this.occupyingReplies.add(reply);
    clientCounter.add(client);
    onResponseEnd(request, reply, () => clientCounter.remove(client));
  }
}
