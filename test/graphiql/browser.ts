import { existsSync } from 'node:fs';
import type { Browser, ConsoleMessage, Page, Request, ViewportSize } from 'playwright-core';
import { chromium } from 'playwright-core';
import { HANG_TIMEOUT } from '../support/hang-timeout.js';
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

/**
 * What the browser is to do without. The popups of its address bar are pages themselves, made anew for each context, and
 * take more processor time than most of ours. The others are what Playwright says; of such a list, the last one counts.
 */
const WITHOUT = `WebUIOmniboxPopup WebUIOmniboxAimPopup SpareRendererForSitePerProcess
  AimEnabled AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose
  HttpsFirstBalancedModeAutoEnable HttpsUpgrades LensOverlay MediaRouter NetworkTimeServiceQuerying OptimizationHints
  PaintHolding PreconnectToSearch ThirdPartyStoragePartitioning`.split(/\s+/);

/** Opens a browser without a window, which asks nobody of its own accord. */
export function openBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const less = `--disable-features=${WITHOUT.join(',')}`;
  return chromium.launch({ executablePath: CHROMIUM, args: [...args, ...quiet, less] });
}

/** Asks again until the answer is as it should be, and gives the last answer. */
export async function eventually<Value>(ask: () => Promise<Value>, isRight: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + HANG_TIMEOUT;
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

/** How a page is seen, and whether in a browser that has never been there and so has to load everything. */
interface Opening {
  viewport?: ViewportSize | null;
  reducedMotion?: 'reduce';
  fresh?: boolean;
}

const DESK = { width: 1280, height: 800 };

/** One server and one browser for all tests of a file. */
export class Pages {
  /** Those that were closed: one that has run a script once runs it again in half the time. */
  private readonly idle: Page[] = [];

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

  /** Opens an address in a browser in which nothing is kept of other tests, and listens to everything that it does. */
  async open(path: string, { viewport, reducedMotion, fresh = false }: Opening = {}): Promise<Watched> {
    const known = fresh ? undefined : this.idle.pop();
    const page = known ?? (await this.newPage());
    if (known) await this.empty(known);
    await page.setViewportSize(viewport ?? DESK);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: reducedMotion ?? 'no-preference' });
    const watched = this.watch(page);
    await page.goto(`${this.origin}${path}`);
    return watched;
  }

  /** Of the addresses that a page asked for, those of other servers. */
  elsewhere({ requests }: Watched): string[] {
    return requests.filter((url) => !url.startsWith(`${this.origin}/`) && !/^(?:blob|data):/.test(url));
  }

  private async newPage(): Promise<Page> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await this.browser.newContext({ locale: 'en-GB', acceptDownloads: true, permissions });
    const page = await context.newPage();
    page.setDefaultTimeout(HANG_TIMEOUT);
    return page;
  }

  /** Forgets what pages keep; a picture of the same origin keeps nothing itself. */
  private async empty(page: Page): Promise<void> {
    await page.goto(`${this.origin}/graphiql/icon.svg`);
    await page.evaluate("localStorage.clear(), sessionStorage.clear(), navigator.clipboard.writeText('')");
    await page.context().clearCookies();
  }

  private watch(page: Page): Watched {
    const [requests, faults]: string[][] = [[], []];
    const transferred = new Map<string, number>();
    const asked = (request: Request) => void requests!.push(request.url());
    const came = (request: Request) =>
      void request.sizes().then(
        ({ responseBodySize }) => transferred.set(request.url(), responseBodySize),
        () => {},
      );
    const failed = (error: Error) => void faults!.push(error.message);
    const said = (message: ConsoleMessage) =>
      void (['error', 'warning'].includes(message.type()) && faults!.push(message.text()));
    page.on('request', asked).on('requestfinished', came).on('pageerror', failed).on('console', said);
    const close = async () => {
      page.off('request', asked).off('requestfinished', came).off('pageerror', failed).off('console', said);
      this.idle.push(page);
    };
    return { page, requests: requests!, transferred, faults: faults!, close };
  }
}
