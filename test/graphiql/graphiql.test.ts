import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Served } from './served.js';
import { served } from './served.js';

const CHROMIUM = '/usr/bin/chromium';

const installed = existsSync(CHROMIUM);
if (!installed) console.log(`GraphiQL is not tested: there is no ${CHROMIUM}; apt-get install chromium`);

/** What a page asked for and what went wrong in it. */
interface Watched {
  page: Page;
  requests: string[];
  faults: string[];
}

(installed ? describe : describe.skip)('GraphiQL in a browser', () => {
  let server: Served;
  let browser: Browser;

  beforeAll(async () => {
    server = await served();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  }, 30_000);

  /** Opens a page with an empty storage and listens to everything it does. */
  async function open(path: string): Promise<Watched> {
    const context = await browser.newContext({ locale: 'en-GB', acceptDownloads: true });
    const page = await context.newPage();
    const watched: Watched = { page, requests: [], faults: [] };
    context.on('request', (request) => watched.requests.push(request.url()));
    page.on('pageerror', (error) => watched.faults.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) watched.faults.push(message.text());
    });
    await page.goto(`${server.origin}${path}`);
    await page.getByRole('heading', { name: 'Questions', exact: true }).waitFor();
    return watched;
  }

  /** The whole answer; the editor itself draws only the lines in view. */
  async function answer(page: Page): Promise<string> {
    await page.getByRole('button', { name: 'Answer as tables' }).click();
    await page.getByRole('table').first().waitFor();
    return page.getByRole('heading', { name: 'Answer as tables' }).locator('..').innerText();
  }

  it('asks for drafts where its address says so, and has a place for the token', async () => {
    const { page, requests } = await open('/graphiql/?preview=true&query={topic(slug:"money"){title}}');
    await page.getByText('authorization').first().waitFor();
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.locator('.result-window').getByText('UNAUTHENTICATED').first().waitFor();
    expect(requests.some((url) => url.endsWith('/graphql?preview=true'))).toBe(true);
    await page.context().close();
  });

  it('runs a question that was chosen from the list, and no request leaves the server', async () => {
    const { page, requests, faults } = await open('/graphiql/');
    await page.getByRole('button', { name: /^The 2024 annual meeting/ }).click();
    await page.getByRole('tab', { name: 'AnnualMeeting' }).waitFor();
    await page.locator('.result-window').getByText('sessions').first().waitFor();

    const told = await answer(page);
    expect(told).toMatch(/event\.sessions, 3 rows/);
    expect(told).toMatch(/unaccompanied minors/i);
    expect(told).toMatch(/Western Balkans/);

    expect(requests.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith('blob:'))).toEqual([]);
    expect(requests.some((url) => url.endsWith('/graphql'))).toBe(true);
    expect(faults).toEqual([]);
  });

  it('shows the questions of all three roles under headings, and finds them by words', async () => {
    const { page } = await open('/graphiql/');
    const headings = page.getByRole('heading', { level: 3, name: /^For / });
    await headings.first().waitFor();
    expect(await headings.allInnerTexts()).toEqual(['For analysts', 'For frontend teams', 'For content editors']);
    expect(await page.locator('button.question').count()).toBeGreaterThanOrEqual(14);

    await page.getByRole('searchbox', { name: 'Search the questions' }).fill('country page');
    await page.getByText('1 found.').waitFor();
    expect(await page.locator('button.question').allInnerTexts()).toEqual([
      expect.stringContaining('A country page in one request'),
    ]);
  });

  it('opens a question by the keyboard alone', async () => {
    const { page } = await open('/graphiql/');
    await page.locator('button.question').first().waitFor();
    await page.getByRole('searchbox', { name: 'Search the questions' }).fill('page by page with a cursor');
    await page.getByText('1 found.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'EventsPage' }).waitFor();
    expect(await answer(page)).toMatch(/events\.edges, 5 rows/);
  });

  it('opens the question that the address asks for, and runs it', async () => {
    const { page } = await open('/graphiql/?question=eurojust-cases');
    await page.getByRole('tab', { name: 'EurojustCases' }).waitFor();
    expect(await answer(page)).toMatch(/2023\s+425\s+REPORTED/);
  });

  it('puts a query of the address into the editor without running it', async () => {
    const query = 'query Asked { leaflets(first: 1) { totalCount } }';
    const { page, requests } = await open(`/graphiql/?query=${encodeURIComponent(query)}`);
    await page.getByRole('tab', { name: 'Asked' }).waitFor();
    await page.locator('button.question').first().waitFor();
    expect(await page.locator('.result-window').innerText()).not.toContain('totalCount');
    expect(requests.filter((url) => url.endsWith('/graphql')).length).toBeLessThanOrEqual(2);
  });

  it('saves a table as CSV', async () => {
    const { page } = await open('/graphiql/?question=paging-with-a-cursor');
    await page.getByRole('tab', { name: 'EventsPage' }).waitFor();
    await answer(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV (events.edges)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('events-edges.csv');
  });

  it('runs the first query that the editor holds, by Ctrl-Enter', async () => {
    const { page, faults } = await open('/graphiql/');
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('Control+Enter');
    expect(await answer(page)).toMatch(/trends\.nodes, 3 rows/);
    expect(faults).toEqual([]);
  });

  it('the landing page leads there, and shows without a fault', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(server.origin);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('migrant smuggling');
    await page.getByRole('link', { name: 'Open GraphiQL' }).click();
    await page.getByRole('heading', { name: 'Questions', exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});
