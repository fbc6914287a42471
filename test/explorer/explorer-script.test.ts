import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { AXE_SOURCE } from '../graphiql/accessibility.js';
import { eventually, isBrowserInstalled } from '../graphiql/browser.js';
import { sampleCases } from '../support/sample-cases.js';
import { startBrowserSite } from '../support/browser-site.js';

const SCRIPT = 'dist/script/explorer.js';
const ASYLUM = '/indicator/eurostat-asylum-applicants';
/** Maximum size of the compressed script in bytes. */
const MAX_SCRIPT_BYTES = 8_000;
const VIEWS = [
  `${ASYLUM}?areas=DE,FR`,
  `${ASYLUM}?view=map&measure=per100k`,
  `${ASYLUM}?view=bar&areas=DE`,
  `${ASYLUM}?view=small`,
  `${ASYLUM}?view=table`,
  '/indicator/unhcr-refugees?view=map',
  '/fr/indicator/unhcr-asylum-applications-by-origin-and-destination?by=origin&view=bar',
];

/** Widths and colours of a window. The first two contain each width and each colour scheme. */
const WINDOWS = [
  [1280, 'light'],
  [390, 'dark'],
  [1280, 'dark'],
  [390, 'light'],
] as const;

test('the compressed explorer script is below its size limit', () => {
  expect(existsSync(SCRIPT)).toBe(true);
  expect(brotliCompressSync(readFileSync(SCRIPT)).length).toBeLessThan(MAX_SCRIPT_BYTES);
});

(isBrowserInstalled() ? describe : describe.skip)('the explorer in a browser', () => {
  const site = startBrowserSite();

  /** Opens a page with the content security policy of the server, and returns its errors. */
  async function open(path: string, options: object = {}) {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 1000 }, ...options });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.includes('/graphiql/')) errors.push(message.text());
    });
    await page.goto(`${site.origin}${path}`);
    return { page, errors, close: () => context.close() };
  }

  const announcement = (page: Page) => page.locator('#announcement').textContent();

  it('the explorer shows the figures of a period by keyboard, and announces them', async () => {
    const { page, errors, close } = await open(`${ASYLUM}?areas=DE,FR`);
    await page.locator('#chart-0').focus();
    await page.keyboard.press('Home');
    expect(await announcement(page)).toBe('2008: Germany 26,945');
    await page.keyboard.press('ArrowRight');
    expect(await announcement(page)).toMatch(/^2009: Germany/);
    await page.keyboard.press('ArrowDown');
    expect(await announcement(page)).toMatch(/^2009: France/);
    await page.keyboard.press('End');
    expect(await announcement(page)).toMatch(/^2024: France/);
    expect(await page.locator('.tip').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tip').isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await close();
  });

  it('the explorer adds an area by its first letters, without loading the page again', async () => {
    const { page, errors, close } = await open(`${ASYLUM}?areas=DE,FR`);
    await page.evaluate('window.isSame = true');
    await page.locator('#f-areas-add').fill('ital');
    await page.keyboard.press('Enter');
    await page.locator('.chips li').nth(2).waitFor();
    expect(new URL(page.url()).search).toBe('?areas=DE,FR,IT');
    expect(await page.locator('.chips li span').allTextContents()).toEqual(['Germany', 'France', 'Italy']);
    expect(await page.evaluate('document.activeElement.id')).toBe('f-areas-add');
    await page.locator('.chips button').first().click();
    await eventually(
      async () => page.url(),
      (url) => url.endsWith('?areas=FR,IT'),
    );
    await page.locator('.tabs a', { hasText: 'Ranking' }).click();
    await page.locator('#period').waitFor();
    expect(await page.evaluate('window.isSame')).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  it('the explorer adds an area by its name in another language, and reports an unknown name', async () => {
    const { page, errors, close } = await open(`${ASYLUM}?areas=DE,FR`);
    await page.locator('#f-areas-add').fill('Griechenland');
    await page.keyboard.press('Enter');
    await page.locator('.chips li').nth(2).waitFor();
    expect(await page.locator('.chips li span').allTextContents()).toEqual(['Germany', 'France', 'Greece']);
    await page.locator('#f-areas-add').fill('xyz');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: '“xyz”' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('the explorer loads the page again for another edition, with the comparison of that edition', async () => {
    const { page, errors, close } = await open('/indicator/iom-dead-missing');
    const section = page.locator('section[aria-labelledby="editions"]');
    expect(await section.textContent()).toContain('Edition 4 against edition 3');
    await page.locator('#f-edition').selectOption({ index: 1 });
    await page.waitForURL(/[?&]edition=/);
    expect(await section.textContent()).toContain('Edition 3 against edition 2');
    expect(errors).toEqual([]);
    await close();
  });

  it('after a choice, the links to other languages and the comparison of editions are those of the new URL', async () => {
    const path = '/indicator/eurostat-found-illegally-present';
    const { page, errors, close } = await open(`${path}?areas=NL`);
    await page.evaluate('window.isSame = true');
    const section = page.locator('section[aria-labelledby="editions"]');
    expect(await section.textContent()).toContain('(Netherlands)');
    await page.locator('#f-areas-add').fill('germ');
    await page.keyboard.press('Enter');
    await page.locator('.chips li').nth(1).waitFor();
    expect(await section.textContent()).toContain('(Netherlands, Germany)');
    await page.locator('.tabs a', { hasText: 'Table' }).click();
    await page.locator('#view[data-view="table"]').waitFor();
    const { search } = new URL(page.url());
    expect(search).toBe('?view=table&areas=NL,DE');
    const paths = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.langs a')].map((link) => decodeURIComponent(link.pathname + link.search))`,
    );
    expect(paths).toEqual(['fr', 'de', 'es', 'it'].map((locale) => `/${locale}${path}${search}`));
    expect(await page.evaluate('window.isSame')).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  it('a permanent link that the reader opens stays in the address bar as it is printed', async () => {
    const { page, errors, close } = await open(`${ASYLUM}?areas=DE`);
    await page.evaluate('window.isSame = true');
    const link = page.locator('.link a');
    const printed = await link.textContent();
    expect(printed).toMatch(/view=line&measure=value&.*&asOf=\d{4}-\d{2}-\d{2}$/);
    await link.click();
    await page.locator('#view[data-path*="asOf"]').waitFor();
    expect([page.url(), await page.evaluate('window.isSame')]).toEqual([printed, true]);
    expect(await page.locator('.tabs a').first().getAttribute('href')).toMatch(/asOf=\d{4}-\d{2}-\d{2}$/);
    expect(errors).toEqual([]);
    await close();
  });

  it('the explorer moves a map to another period by slider and by arrow key', async () => {
    const { page, errors, close } = await open(`${ASYLUM}?view=map&measure=per100k`);
    await page.locator('#period').fill('8');
    await eventually(
      async () => page.url(),
      (url) => url.includes('at=2016'),
    );
    await page.locator('#chart-0').focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(
      async () => page.url(),
      (url) => url.includes('at=2015'),
    );
    await page.locator('#view[data-at="2015"]').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await announcement(page)).toMatch(/^2015: .+: [\d.,]+$/);
    expect(errors).toEqual([]);
    await close();
  });

  it('the explorer copies the table with plain numbers, and saves the chart as PNG', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, errors, close } = await open(`${ASYLUM}?areas=DE&from=2022`, { permissions, acceptDownloads: true });
    await page.locator('.dl button').first().click();
    await eventually(
      () => announcement(page),
      (text) => text === 'Copied.',
    );
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('Germany\t243880\t351600\t250615');
    await page.locator('.cite + .dl button').click();
    await eventually(
      () => page.evaluate<string>('navigator.clipboard.readText()'),
      (text) => text.includes('Asylum applicants: Germany (as retrieved'),
    );
    for (const [summary, code] of [
      ['Python', 'figures = pd.read_csv('],
      ['Embed this chart or table', '<iframe'],
    ] as const) {
      const details = page.locator('details', { has: page.locator('summary', { hasText: summary }) });
      await details.locator('summary').click();
      const isCut = `[...document.querySelectorAll('pre')].some((pre) => pre.scrollWidth > pre.clientWidth)`;
      expect(await page.evaluate(isCut)).toBe(false);
      await details.locator('pre + .dl button').click();
      await eventually(
        () => page.evaluate<string>('navigator.clipboard.readText()'),
        (text) => text.includes(code),
      );
    }
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.dl button').nth(1).click()]);
    expect(download.suggestedFilename()).toBe('eurostat-asylum-applicants.png');
    expect(
      readFileSync(await download.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(errors).toEqual([]);
    await close();
  });

  it('if the browser refuses to copy, the explorer selects the table or the citation', async () => {
    const { page, close } = await open(`${ASYLUM}?areas=DE&from=2022`);
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    for (const [button, text] of [
      ['.dl button', '351'],
      ['.cite + .dl button', 'Asylum applicants: Germany (as retrieved'],
    ] as const) {
      await page.locator(button).first().click();
      await eventually(
        () => page.evaluate<string>('String(getSelection())'),
        (selected) => selected.includes(text),
      );
    }
    expect(await announcement(page)).toContain('press Ctrl+C');
    await close();
  });

  it.each([
    ['', 390],
    ['', 1280],
    ['?view=bar&top=5', 390],
    ['?view=map', 1280],
    ['?view=table', 390],
  ])(
    'the embedded figure %s fits into its frame at %i px: its link is visible, and it is wide',
    async (search, width) => {
      const { page, close } = await open(`${ASYLUM}${search}`, { viewport: { width, height: 800 } });
      const [, height] = /\sheight="(\d+)"/.exec(
        (await page.locator('details.screen-only pre').last().textContent())!,
      )!;
      await page.setViewportSize({ width, height: Number(height) });
      await page.goto(`${site.origin}/embed/eurostat-asylum-applicants${search}`);
      const link = (await page.locator('main > p a').last().boundingBox())!;
      expect(link.y + link.height).toBeLessThanOrEqual(Number(height));
      const picture = (await page.locator('svg.chart:visible, .pivot').first().boundingBox())!;
      if (search !== '?view=map') expect(picture.width).toBeGreaterThan(width - 40);
      expect(picture.y + picture.height).toBeLessThan(Number(height));
      await close();
    },
  );

  it.each([390, 1280])(
    'at %i px, the highest circle of a map and that of its legend have the same size',
    async (width) => {
      const { page, close } = await open(`${ASYLUM}?view=map`, { viewport: { width, height: 800 } });
      const circles = `[...document.querySelectorAll('.bare circle[stroke]')].map((each) => each.getBoundingClientRect().width)`;
      const widths = await page.evaluate<number[]>(circles);
      const [highest, quarter] = widths.slice(-2);
      expect(highest! / Math.max(...widths.slice(0, -2))).toBeCloseTo(1, 1);
      expect(quarter! / highest!).toBeCloseTo(1 / 2, 1);
      await close();
    },
  );

  it('a table wider than the screen has a shade at its right edge until it is scrolled to the end', async () => {
    const { page, close } = await open(`${ASYLUM}?view=table`, { viewport: { width: 390, height: 800 } });
    const table = page.locator('.pivot');
    await table.scrollIntoViewIfNeeded();
    const { x, y, width } = (await table.boundingBox())!;
    const edge = { x: x + width - 3, y: y + 4, width: 2, height: 2 };
    const shaded = await page.screenshot({ clip: edge });
    await page.evaluate(`document.querySelector('.pivot').scrollLeft = 9999`);
    expect((await page.screenshot({ clip: edge })).equals(shaded)).toBe(false);
    await close();
  });

  const windows = sampleCases('windows of a view', WINDOWS, 2);
  it.each(sampleCases('views in a browser', VIEWS, 3))(
    'axe finds no violation in the explorer with list, details and tooltip open: %s',
    async (path) => {
      // axe is injected, which the content security policy forbids.
      const { page, errors, close } = await open(path, { bypassCSP: true });
      await page.evaluate(AXE_SOURCE);
      for (const [width, colorScheme] of windows) {
        await page.setViewportSize({ width, height: 1000 });
        await page.emulateMedia({ colorScheme });
        await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
        const field = page.locator('[role=combobox]').first();
        if (await field.count()) await field.fill('a');
        const chart = page.locator('[role=application]:visible').first();
        const violations = () =>
          page.evaluate<string[]>(
            `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
              violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`,
          );
        expect([path, width, colorScheme, await violations()]).toEqual([path, width, colorScheme, []]);
        if (await chart.count()) {
          await chart.focus();
          await page.keyboard.press('ArrowDown');
          expect(await violations()).toEqual([]);
          await page.keyboard.press('Escape');
        }
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
      expect(errors).toEqual([]);
      await close();
    },
  );

  it('a printed explorer table has the last ten periods, and fits the width of A4', async () => {
    const { page, close } = await open(`${ASYLUM}?view=table&rows=all`);
    // The printable width of A4 in pixels.
    await page.setViewportSize({ width: 673, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    const right = await page.evaluate(
      `Math.max(...[...document.querySelectorAll('.pivot th, .pivot td')].map((cell) => cell.getBoundingClientRect().right))`,
    );
    expect(right).toBeLessThanOrEqual(673);
    expect(await page.locator('.pivot thead th:visible').count()).toBe(11);
    await close();
  });
});
