import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../errors.js';
import { ClientCounts } from '../client-counts.js';
import { clientNetwork } from '../client-network.js';
import { onResponseEnd } from '../on-response-end.js';
import type { FileLimits } from './limits.js';

export type SlotKind = 'FILE' | 'SCREEN';

/** Limits the number of concurrent files and page tables, in total and per client. */
export class FileSlots {
  private readonly underWay = { FILE: new ClientCounts(), SCREEN: new ClientCounts() };
  private readonly inside = new WeakSet<FastifyReply>();

  constructor(private readonly limits: FileLimits) {}

  /**
   * Occupies a slot until the response is sent or the client disconnects. Later calls for the same request do nothing.
   * @throws AppError BUSY, or RATE_LIMITED if one client has too many
   */
  acquire(request: FastifyRequest, reply: FastifyReply, sort: SlotKind): void {
    if (this.inside.has(reply)) return;
    const client = clientNetwork(request.ip);
    const { atOnce, atOnceForOne, screensAtOnce } = this.limits;
    const byClient = this.underWay[sort];
    const own = byClient.of(client);
    if (sort === 'FILE' && own >= atOnceForOne) {
      void reply.header('retry-after', '5');
      throw new AppError('RATE_LIMITED', `You have ${own} files under way; wait until they are there.`);
    }
    const most = sort === 'FILE' ? atOnce : screensAtOnce;
    if (byClient.all >= most) {
      void reply.header('retry-after', '5');
      throw new AppError('BUSY', `The server has ${most} such answers under way; try again in some seconds.`);
    }
    this.inside.add(reply);
    byClient.add(client);
    onResponseEnd(request, reply, () => byClient.remove(client));
  }
}
