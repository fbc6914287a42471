import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Served } from './served.js';
import { served } from './served.js';

/** Where the browser of the tests is. */
export const CHROMIUM = '/usr/bin/chromium';

/** Whether there is a browser to test with; where there is none, that is told. */
export function isBrowserThere(): boolean {
  const isThere = existsSync(CHROMIUM);
  if (!isThere) console.log(`The pages are not tested: there is no ${CHROMIUM}; apt-get install chromium`);
  return isThere;
}

/** Opens a browser without a window, which asks nobody of its own accord. */
export function openBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: CHROMIUM, args: [...args, ...quiet] });
}

/** Asks again until the answer is as it should be, and gives the last answer. */
export async function eventually<Value>(ask: () => Promise<Value>, isRight: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await ask();
    if (isRight(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A page with all that it asked for and all that went wrong in it. */
export interface Watched {
  page: Page;
  requests: string[];
  /** Bytes of the bodies of answers as they came over the wire, by address. */
  transferred: Map<string, number>;
  faults: string[];
  close(): Promise<void>;
}

/** One server and one browser for all tests of a file. */
export class Pages {
  private constructor(
    private readonly server: Served,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<Pages> {
    const [server, browser] = await Promise.all([served(), openBrowser()]);
    return new Pages(server, browser);
  }

  get origin(): string {
    return this.server.origin;
  }

  editorToken(): Promise<string> {
    return this.server.editorToken();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** Opens an address in a browser that has never been there, and listens to everything that it does. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Watched> {
    const context = await this.browser.newContext({
      locale: 'en-GB',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const watched: Watched = {
      page,
      requests: [],
      transferred: new Map(),
      faults: [],
      close: () => context.close(),
    };
    context.on('request', (request) => watched.requests.push(request.url()));
    context.on('requestfinished', (request) => {
      void request.sizes().then(
        ({ responseBodySize }) => watched.transferred.set(request.url(), responseBodySize),
        () => {},
      );
    });
    page.on('pageerror', (error) => watched.faults.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) watched.faults.push(message.text());
    });
    await page.goto(`${this.origin}${path}`);
    return watched;
  }

  /** Of the addresses that a page asked for, those of other servers. */
  elsewhere({ requests }: Watched): string[] {
    return requests.filter((url) => !url.startsWith(`${this.origin}/`) && !/^(?:blob|data):/.test(url));
  }
}
