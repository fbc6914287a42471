import { existsSync } from 'node:fs';
import {
  type Browser,
  chromium,
  type ConsoleMessage,
  type Page,
  type Request,
  type ViewportSize,
} from 'playwright-core';
import { HANG_TIMEOUT } from '../support/hang-timeout.js';
import { type ServerProcess, startServerProcess } from './server-process.js';

/** Path of the browser for tests. */
export const CHROMIUM = '/usr/bin/chromium';

/** Whether a browser is installed. Prints a notice if not. */
export function isBrowserInstalled(): boolean {
  const hasBrowser = existsSync(CHROMIUM);
  if (!hasBrowser) console.log(`The pages are not tested: there is no ${CHROMIUM}; apt-get install chromium`);
  return hasBrowser;
}

/**
 * Browser features to turn off. The popups of the address bar are pages that are created for each context, and take
 * more CPU time than most of ours. The others are defaults of Playwright, repeated because only the last list counts.
 */
const DISABLED_FEATURES = `WebUIOmniboxPopup WebUIOmniboxAimPopup SpareRendererForSitePerProcess
  AimEnabled AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose
  HttpsFirstBalancedModeAutoEnable HttpsUpgrades LensOverlay MediaRouter NetworkTimeServiceQuerying OptimizationHints
  PaintHolding PreconnectToSearch ThirdPartyStoragePartitioning`.split(/\s+/);

/** Opens a headless browser without background requests. */
export function openBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const disabledFeatures = `--disable-features=${DISABLED_FEATURES.join(',')}`;
  return chromium.launch({ executablePath: CHROMIUM, args: [...args, ...quiet, disabledFeatures] });
}

/** Repeats a read until its result meets a condition, and returns the result. @throws Error with the last result */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isExpected: (value: Value) => boolean,
): Promise<Value> {
  const deadline = Date.now() + HANG_TIMEOUT;
  for (;;) {
    const value = await read();
    if (isExpected(value)) return value;
    if (Date.now() > deadline) throw new Error(`Not as expected in time: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A page with its requests and errors. */
export interface WatchedPage {
  page: Page;
  requests: string[];
  /** Bytes of response bodies on the wire, by URL. */
  transferred: Map<string, number>;
  faults: string[];
  close(): Promise<void>;
}

/** Options of a page, including whether the browser has an empty cache. */
interface PageOptions {
  viewport?: ViewportSize | null;
  reducedMotion?: 'reduce';
  fresh?: boolean;
}

const DESKTOP = { width: 1280, height: 800 };

/** One server and one browser for all tests of a file. */
export class BrowserPages {
  /** Closed pages for reuse: a page that has run a script before needs half the time. */
  private readonly idle: Page[] = [];

  private constructor(
    private readonly server: ServerProcess,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<BrowserPages> {
    const [server, browser] = await Promise.all([startServerProcess(), openBrowser()]);
    return new BrowserPages(server, browser);
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

  /** Opens a URL in a browser without data of other tests, and records its requests and errors. */
  async open(path: string, { viewport, reducedMotion, fresh = false }: PageOptions = {}): Promise<WatchedPage> {
    const idlePage = fresh ? undefined : this.idle.pop();
    const page = idlePage ?? (await this.newPage());
    if (idlePage) await this.clearStorage(idlePage);
    await page.setViewportSize(viewport ?? DESKTOP);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: reducedMotion ?? 'no-preference' });
    const watched = this.watch(page);
    await page.goto(`${this.origin}${path}`);
    return watched;
  }

  /** Returns the requests of a page to other servers. */
  externalRequests({ requests }: WatchedPage): string[] {
    return requests.filter((url) => !url.startsWith(`${this.origin}/`) && !/^(?:blob|data):/.test(url));
  }

  private async newPage(): Promise<Page> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await this.browser.newContext({ locale: 'en-GB', acceptDownloads: true, permissions });
    const page = await context.newPage();
    page.setDefaultTimeout(HANG_TIMEOUT);
    return page;
  }

  /** Clears the storage of pages. It opens an image of the same origin, which stores nothing. */
  private async clearStorage(page: Page): Promise<void> {
    await page.goto(`${this.origin}/graphiql/icon.svg`);
    await page.evaluate("localStorage.clear(), sessionStorage.clear(), navigator.clipboard.writeText('')");
    await page.context().clearCookies();
  }

  private watch(page: Page): WatchedPage {
    const [requests, faults]: string[][] = [[], []];
    const transferred = new Map<string, number>();
    const onRequest = (request: Request) => void requests!.push(request.url());
    const onRequestFinished = (request: Request) =>
      void request.sizes().then(
        ({ responseBodySize }) => transferred.set(request.url(), responseBodySize),
        () => {},
      );
    const recordError = (error: Error) => void faults!.push(error.message);
    const onConsole = (message: ConsoleMessage) =>
      void (['error', 'warning'].includes(message.type()) && faults!.push(message.text()));
    page
      .on('request', onRequest)
      .on('requestfinished', onRequestFinished)
      .on('pageerror', recordError)
      .on('console', onConsole);
    const close = async () => {
      page
        .off('request', onRequest)
        .off('requestfinished', onRequestFinished)
        .off('pageerror', recordError)
        .off('console', onConsole);
      this.idle.push(page);
    };
    return { page, requests: requests!, transferred, faults: faults!, close };
  }
}
