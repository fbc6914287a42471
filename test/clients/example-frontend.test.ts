import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { makeToken } from '../authoring/editing-server.js';
import { isBrowserInstalled, openBrowser } from '../graphiql/browser.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { HANG_TIMEOUT } from '../support/hang-timeout.js';

const EXAMPLE = 'examples/web';
const SLUG = 'leaflet-wb-crim-just';
const FRENCH = 'Dépliant du projet «\u202fJustice pénale dans les Balkans occidentaux\u202f»';

(isBrowserInstalled() ? describe : describe.skip)('examples/web, built and opened in a browser', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'signpost-example-'));
  let server: SeededApp;
  let signpost: string;
  let files: PreviewServer;
  let browser: Browser;
  let tokens: { ana: string; ben: string };

  beforeAll(async () => {
    [server, browser] = await Promise.all([seededApp({ own: true }), openBrowser()]);
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    signpost = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    tokens = {
      ana: await makeToken(server, { name: 'Ana', role: 'EDITOR' }),
      ben: await makeToken(server, { name: 'Ben', role: 'EDITOR' }),
    };
    const configFile = `${EXAMPLE}/vite.config.ts`;
    const define = { 'import.meta.env.VITE_SIGNPOST': JSON.stringify(signpost) };
    await build({ configFile, define, logLevel: 'error', build: { outDir, emptyOutDir: true } });
    // Served from another origin, like the pages of a frontend.
    files = await preview({
      configFile,
      logLevel: 'error',
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0 },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await files?.close();
    await server?.close();
    rmSync(outDir, { recursive: true });
  });

  /** The browser contexts that a test opened, with the URL parameters of their API requests and their errors. */
  const openPages: { context: BrowserContext; operations: string[]; faults: string[] }[] = [];
  afterEach(async () => {
    for (const { context, faults } of openPages.splice(0)) {
      await context.close();
      expect(faults).toEqual([]);
    }
  });

  /** Opens a page of the example in a fresh browser context. */
  async function open(path: string): Promise<Page> {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(HANG_TIMEOUT);
    const requests: string[] = [];
    const faults: string[] = [];
    openPages.push({ context, operations: requests, faults });
    page.on('request', (request) => {
      if (request.method() === 'POST') requests.push(new URL(request.url()).search);
    });
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(files.httpServer.address() as AddressInfo).port}${path}`);
    return page;
  }

  async function edit(token: string, locale = 'en'): Promise<Page> {
    const page = await open(`/leaflet/${SLUG}/edit?locale=${locale}`);
    await page.getByLabel('Editor’s token').fill(token);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByLabel(`Title (${locale})`).waitFor();
    return page;
  }

  /** Presses a button, and waits until the given revision is saved. */
  async function press(page: Page, button: string, revision: number): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    await page.getByText(`Saved as revision ${revision}.`).waitFor();
  }

  interface Texts {
    title: Record<string, string>;
    summary: Record<string, string>;
    note: Record<string, string>;
  }
  async function savedRecord(): Promise<Texts> {
    const { data } = await server.execute(
      `query ($slug: Slug!) { leaflet(slug: $slug) { record } }`,
      { slug: SLUG },
      { headers: { authorization: `Bearer ${tokens.ana}` }, extensions: { preview: true } },
    );
    return data.leaflet!.record as unknown as Texts;
  }

  test('a country page of the example sends one request per locale, and marks the language of each text', async () => {
    const page = await open('/country/al?locale=en');
    await page.getByRole('heading', { name: 'Albania', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Albanie', exact: true }).waitFor();
    expect(openPages[0]!.operations).toEqual(['?locale=en', '?locale=fr']);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.title()).toBe('Albanie');
    expect(await page.getByText('Langues officielles').textContent()).toContain('albanais');
    const french = page.getByRole('link', { name: FRENCH, exact: true });
    expect(await french.locator('[lang]').getAttribute('lang')).toBe('fr');

    // The title of this leaflet exists in French, but not in Spanish.
    await page.getByRole('link', { name: 'Español' }).click();
    const other = page.getByRole('link', { name: 'Western Balkans Criminal Justice project leaflet', exact: true });
    expect(await other.locator('[lang]').getAttribute('lang')).toBe('en');
    // The English page is shown from the client cache.
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Albania', exact: true }).waitFor();
  });

  test('a country page of the example links to the pages of linked entries on the server', async () => {
    const page = await open('/country/al?locale=fr');
    const leaflet = page.getByRole('link', { name: FRENCH, exact: true });
    const href = (await leaflet.getAttribute('href'))!;
    expect(href).toBe(`${signpost}/leaflet/${SLUG}?locale=fr`);
    const answer = await fetch(href, { headers: { accept: 'text/html' } });
    expect(await answer.text()).toContain(FRENCH);
  });

  test('the example shows an error message for an unknown country', async () => {
    const page = await open('/country/no-such?locale=de');
    expect(await page.getByRole('alert').textContent()).toBe('Hier ist nichts.');
  });

  test('entering an unknown token in the example shows an error instead of the draft', async () => {
    const page = await open(`/leaflet/${SLUG}/edit`);
    await page.getByLabel('Editor’s token').fill('guessed');
    await page.getByRole('button', { name: 'Open' }).click();
    expect(await page.getByRole('alert').textContent()).toMatch(/token/i);
    // The browser logs the rejected response.
    openPages[0]!.faults.splice(0, 1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Editor’s token').waitFor();
  });

  test('a draft saved in the example is visible to another editor, and to readers once it is published', async () => {
    const [ana, before] = await Promise.all([edit(tokens.ana), savedRecord()]);
    await ana.getByLabel('Title (en)').fill('What the project offers');
    await press(ana, 'Save draft', 2);
    const ben = await edit(tokens.ben);
    expect(await ben.getByLabel('Title (en)').inputValue()).toBe('What the project offers');
    const early = await open('/country/al');
    await early.getByRole('link', { name: before.title['en']!, exact: true }).waitFor();

    await press(ana, 'Publish', 3);
    const reader = await open('/country/al');
    await reader.getByRole('link', { name: 'What the project offers' }).waitFor();
    expect(await savedRecord()).toEqual({ ...before, title: { ...before.title, en: 'What the project offers' } });
  });

  test('the edit form of the example shows errors beside their fields, and saves nothing', async () => {
    const [page, before] = await Promise.all([edit(tokens.ana), savedRecord()]);
    const issuer = page.getByLabel('Published by');
    await issuer.fill('euro-just');
    await page.getByLabel('Summary (en)').fill('A better summary.');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('alert').waitFor();
    expect(await issuer.getAttribute('aria-invalid')).toBe('true');
    const described = page.locator(`[id="${await issuer.getAttribute('aria-describedby')}"]`);
    expect(await described.textContent()).toContain('there is no organisation "euro-just" (did you mean eurojust?)');
    expect(await page.getByLabel('Summary (en)').getAttribute('aria-invalid')).toBe('false');
    expect(await savedRecord()).toEqual(before);
  });

  test.each(['Theirs', 'Yours'])(
    'in a conflict about one text, %s is chosen, and all other changes of both editors are preserved',
    async (resolution) => {
      const [ana, ben, before] = await Promise.all([edit(tokens.ana, 'fr'), edit(tokens.ben, 'fr'), savedRecord()]);
      const text = (what: string) => `${what}, choosing ${resolution}`;
      await ana.getByLabel('Summary (fr)').fill(text('Résumé d’Ana'));
      await ana.getByLabel('Title (fr)').fill(text('Titre d’Ana'));
      const revision = Number(/\d+/.exec(await saved(ana))![0]);

      await ben.getByLabel('Summary (fr)').fill(text('Résumé de Ben'));
      await ben.getByLabel('Note to the reader (fr)').fill(text('Note de Ben'));
      await ben.getByRole('button', { name: 'Save draft' }).click();
      const conflict = ben.getByRole('group', { name: 'summary.fr' });
      await conflict.waitFor();
      expect(await ben.getByRole('group').count()).toBe(1);
      expect(await conflict.textContent()).toContain(`It was: ${before.summary['fr']}`);
      const theirs = conflict.getByRole('radio', { name: /^Theirs: .*Résumé d’Ana/ });
      const yoursRadio = conflict.getByRole('radio', { name: /^Yours: .*Résumé de Ben/ });
      await yoursRadio.check();
      await (resolution === 'Theirs' ? theirs : yoursRadio).check();
      await press(ben, 'Save what I chose', revision + 1);

      expect(await savedRecord()).toEqual({
        ...before,
        title: { ...before.title, fr: text('Titre d’Ana') },
        summary: { ...before.summary, fr: text(resolution === 'Theirs' ? 'Résumé d’Ana' : 'Résumé de Ben') },
        note: { ...before.note, fr: text('Note de Ben') },
      });
      expect(await ben.getByLabel('Title (fr)').inputValue()).toBe(text('Titre d’Ana'));
    },
  );

  async function saved(page: Page): Promise<string> {
    await page.getByRole('button', { name: 'Save draft' }).click();
    return (await page.getByText(/^Saved as revision/).textContent())!;
  }
});
