import { fastify } from 'fastify';
import { listenOn } from '../../src/http/listen.js';

test('a port in use is reported in one line with advice', async () => {
  const [first, second] = [fastify(), fastify()];
  const url = await listenOn(first, { host: '127.0.0.1', port: 0 });
  const port = Number(new URL(url).port);
  await expect(listenOn(second, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'USAGE',
    message: `Port ${port} of 127.0.0.1 is in use by another program; stop it, or set PORT to another number (0 picks a free port).`,
  });
  await first.close();
});
