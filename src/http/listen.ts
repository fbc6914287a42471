import type { FastifyInstance } from 'fastify';
import { AppError, asErrnoException } from '../errors.js';

const LISTEN_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; stop it, or set PORT to another number (0 picks a free port)',
  EACCES: 'is not allowed for this user; set PORT to a number above 1023',
  EADDRNOTAVAIL: 'is not an address of this machine; set HOST to one of its addresses, or 0.0.0.0 for all',
  ENOTFOUND: 'is not an address of this machine; set HOST to one of its addresses, or 0.0.0.0 for all',
};

/** Starts listening. Returns the URL, such as `http://127.0.0.1:4000`. @throws AppError USAGE for a wrong address */
export async function listenOn(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const problem = LISTEN_PROBLEMS[String(asErrnoException(error).code)];
    if (problem === undefined) throw error;
    throw new AppError('USAGE', `Port ${port} of ${host} ${problem}.`, {}, { cause: error });
  }
}
