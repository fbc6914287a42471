import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../graphiql/browser.js';
import { type SeededApp, seededApp, type SeededOptions } from '../graphql/seeded-app.js';

/** A listening server and a browser. Both are available inside tests. */
export interface BrowserSite {
  server: SeededApp;
  browser: Browser;
  origin: string;
}

/** Starts the site and a browser before the tests of a file, and closes them after the last one. */
export function startBrowserSite(options: SeededOptions = {}): BrowserSite {
  const services = {} as BrowserSite;
  beforeAll(async () => {
    services.server = await seededApp(options);
    await services.server.app.listen({ port: 0, host: '127.0.0.1' });
    services.origin = `http://127.0.0.1:${(services.server.app.server.address() as AddressInfo).port}`;
    services.browser = await openBrowser();
  });
  afterAll(async () => {
    // A failed start has already reported its error.
    await (services.browser as Browser | undefined)?.close();
    await (services.server as SeededApp | undefined)?.close();
  });
  return services;
}
