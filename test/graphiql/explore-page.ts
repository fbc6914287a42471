import { COLOURS, violations } from './accessibility.js';
import type { Pages } from './browser.js';
import { eventually } from './browser.js';
import { sampled } from '../support/sampled.js';

const PHONE = { width: 390, height: 844 };
const MOST_KEYS = 40;
const FIRST_LOAD_BYTES = 110_000;

/** Views of the page, each with a selector of what it displays; the first are the sample of `npm test`. */
const VIEWS = [
  { name: 'a table of figures', path: '/explore?question=two-countries-compared&view=table', shows: 'table.figures' },
  { name: 'a chart', path: '/explore?question=asylum-applicants-compared', shows: '.picture svg' },
  { name: 'files', path: '/explore?question=asylum-applicants-compared&view=download', shows: '.files' },
  { name: 'the list', path: '/explore', shows: 'a.question' },
  { name: 'a query that is wrong', path: '/explore?query={topics{nodes{x}}}', shows: '[role=alert]' },
  { name: 'a table of entries', path: '/explore?question=digital-services-by-use', shows: 'table.entries' },
  { name: 'figures of many indicators', path: '/explore?question=all-figures-of-a-country', shows: 'table.figures' },
  { name: 'one entry', path: '/explore?question=everything-on-one-country', shows: '.one-row' },
  { name: 'a map', path: '/explore?question=countries-ranked-by-rate&view=map', shows: '.picture svg' },
  { name: 'a citation', path: '/explore?question=asylum-applicants-compared&view=cite', shows: '.citation' },
  { name: 'JSON', path: '/explore?question=eurojust-cases&view=json', shows: '.json-tab pre' },
  { name: 'a query', path: '/explore?query={topics{nodes{title}}}', shows: 'table.entries' },
] as const;

/** The tests of the page without an editor. */
export function testExplore(started: () => Pages): void {
  it.each(sampled('views of /explore', VIEWS, 3))(
    'axe finds no violation in $name, light, dark and on a phone',
    async ({ path, shows }) => {
      const { page, close } = await started().open(path);
      await page.locator(shows).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, 'html', COLOURS)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      // Of a table, too, no part is to be looked for at the side.
      const cut = "document.querySelectorAll('.scroll:not(:has(table.entries))')";
      expect(await page.evaluate(`[...${cut}].filter((each) => each.scrollWidth > each.clientWidth).length`)).toBe(0);
      await close();
    },
  );

  it('loads less than 110 kB in total, and sends no request to another server', async () => {
    const watched = await started().open('/explore?question=eurojust-cases', { fresh: true });
    await watched.page.locator('.picture svg').waitFor();
    await watched.page.waitForLoadState('networkidle');
    const bytes = [...watched.transferred.values()].reduce((sum, size) => sum + size, 0);
    expect(watched.transferred.size).toBeGreaterThanOrEqual(6);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
    // The answer comes with its question, so that nobody waits for one after the other.
    expect(watched.requests.filter((url) => url.includes('.screen?'))).toHaveLength(1);
    expect(watched.requests.filter((url) => url.includes('format=tables'))).toEqual([]);
    expect(started().elsewhere(watched)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('can be used by keyboard alone from an empty page to a saved file', async () => {
    const { page, close } = await started().open('/explore');
    await page.locator('a.question').first().waitFor();
    let keys = 0;
    const press = async (key: string, times = 1) => {
      for (let at = 0; at < times; at += 1) await page.keyboard.press(key);
      keys += times;
    };
    const isAt = (selector: string) => page.evaluate<boolean>(`document.activeElement.matches('${selector}')`);
    const tabTo = async (selector: string) => {
      while (!(await isAt(selector)) && keys <= MOST_KEYS) await press('Tab');
    };
    await tabTo('input[type=search]');
    for (const letter of 'coordin') await press(letter);
    await page.getByText('1 question', { exact: true }).waitFor();
    await tabTo('a.question');
    await press('Enter');
    await page.getByRole('tab', { name: 'Chart' }).waitFor();
    await eventually(
      () => isAt('h1'),
      (isThere) => isThere,
    );
    await tabTo('[role=tab]');
    while (!(await page.getByRole('tab', { name: 'Download', selected: true }).isVisible())) await press('ArrowRight');
    await tabTo('.files button');
    const saved = page.waitForEvent('download');
    await press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/^smuggling-cases.*\.xlsx$/);
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    await close();
  });

  it('is readable at twice the text size without horizontal scrolling', async () => {
    const { page, close } = await started().open('/explore?question=asylum-applicants-compared&view=table');
    await page.locator('table.figures').waitFor();
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    await page.evaluate("document.documentElement.style.fontSize = ''");
    // A browser that is set to 200 % has half the pixels.
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(640);
    await close();
  });

  it('has no animation under prefers-reduced-motion', async () => {
    const { page, close } = await started().open('/explore?question=eurojust-cases', { reducedMotion: 'reduce' });
    await page.locator('.picture svg').waitFor();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.locator('.said').waitFor();
    const moving = await page.evaluate<string[]>(
      'document.getAnimations().map(({ effect }) => getComputedStyle(effect.target).animationTimingFunction)',
    );
    expect(moving).toEqual(['steps(1)']);
    await close();
  });

  it('selects the link if the browser blocks the clipboard', async () => {
    const { page, close } = await started().open('/explore?question=eurojust-cases');
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('the text is selected').waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe(page.url());
    await close();
  });

  it('sorts rows, and announces it to screen readers', async () => {
    const { page, close } = await started().open('/explore?question=asylum-applicants-compared&view=table');
    const header = page.getByRole('columnheader', { name: 'Value' });
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    expect(await page.getByRole('rowheader').first().innerText()).toBe('Italy');
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await page.getByRole('rowheader').first().innerText()).toBe('Germany');
    expect(await page.getByRole('status').last().innerText()).toContain('Sorted by Value');
    await close();
  });

  it("links to the pages without script, and back, in the reader's language", async () => {
    const { page, close } = await started().open('/explore?locale=fr');
    await page.getByRole('navigation', { name: 'Données et API' }).getByRole('link', { name: 'Questions' }).click();
    await page.waitForURL(/\/fr\/q$/);
    await page.getByRole('banner').getByRole('link', { name: 'Questions' }).click();
    await page.waitForURL(/\/explore\?locale=fr$/);
    await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
    await close();
  });

  it('supports the back button, and preserves a figure in the address', async () => {
    const { page, close } = await started().open('/explore');
    await page.getByRole('link', { name: /^Smuggling cases/ }).click();
    await page.waitForURL(/\?question=eurojust-cases$/);
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.waitForURL(/view=table$/);
    await page.goBack();
    await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.goForward();
    await page.getByRole('table').waitFor();
    await close();
  });

  it('finds content, and suggestions for unknown words', async () => {
    const { page, close } = await started().open('/explore');
    await page.getByRole('searchbox').fill('hawala');
    await page.getByRole('region', { name: 'In the knowledge base' }).getByRole('link').first().waitFor();
    await page.getByRole('searchbox').fill('smugling');
    await page.getByText('Did you mean').waitFor();
    await close();
  });

  it('reports what is available where there is no figure, and keeps the last used input', async () => {
    const { page, close } = await started().open('/explore?question=unaccompanied-minors-by-country');
    await page.getByLabel('Period').fill('2023');
    await page.keyboard.press('Enter');
    const told = page.getByRole('alert');
    await told.getByText('No figure for 2023. The latest is 2021.').waitFor();
    expect(await page.evaluate<boolean>("document.activeElement.matches('.question-form input')")).toBe(true);
    await told.getByRole('button', { name: 'Show it.' }).click();
    await page.waitForURL(/period=2021$/);
    expect(await page.getByLabel('Period').inputValue()).toBe('2021');
    await close();
  });

  it('does not move the focus from an input in use after loading', async () => {
    const { page, close } = await started().open('/explore');
    await page.evaluate(`new MutationObserver((_seen, observer) => {
      const field = document.querySelector('.question-form input');
      if (!field) return;
      observer.disconnect();
      field.focus();
    }).observe(document.body, { subtree: true, childList: true })`);
    await page.locator('a.question[href*="unaccompanied-minors-by-country"]').click();
    await page.locator('table.figures').first().waitFor();
    expect(await page.evaluate<boolean>("document.activeElement.matches('.question-form input')")).toBe(true);
    await close();
  });

  it('does not report "nothing found" above results', async () => {
    for (const question of ['what-cannot-be-compared', 'what-changed-between-editions']) {
      const { page, close } = await started().open(`/explore?question=${question}`);
      await page.getByRole('tab', { name: 'JSON' }).click();
      await page.locator('.json-tab').getByText('"data"').waitFor();
      expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
      await close();
    }
  });

  it('suggests a country for an unknown one', async () => {
    const { page, close } = await started().open('/explore?question=asylum-applicants-compared&areas=IT,Germny');
    await page
      .getByText(/There is no .*“Germny”\. Did you mean Germany\?/)
      .first()
      .waitFor();
    // The other country is shown.
    await page.locator('.picture svg').waitFor();
    await close();
  });
}
