import type { Page } from 'playwright-core';
import { isBrowserInstalled } from '../graphiql/browser.js';
import { startBrowserSite } from '../support/browser-site.js';

/** Counts the visible elements that match a selector. */
function seen(page: Page, selector: string): Promise<number> {
  return page.evaluate<number>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.checkVisibility()).length`,
  );
}

/** Returns the words of elements that are broken over two lines because they are wider than their container. */
function brokenWords(page: Page, selector: string): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})].flatMap((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (texts.nextNode()) {
      for (const { index, 0: word } of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  })`);
}

(isBrowserInstalled() ? describe : describe.skip)('styles for phones and print', () => {
  const site = startBrowserSite({ withSearch: true });

  it('on a narrow phone, German words do not break, print-only content is hidden, and no page is too wide', async () => {
    const page = await site.browser.newPage({ viewport: { width: 320, height: 700 } });
    await page.goto(`${site.origin}/de`);
    expect(await seen(page, '.stages a')).toBe(9);
    expect(await brokenWords(page, 'h1, .whom a, .stages a')).toEqual([]);
    await page.goto(`${site.origin}/it/leaflet/leaflet-digital-domain-2024`);
    expect(await seen(page, '.glance .paper-only, .glance .paper-only *')).toBe(0);
    // The page of a search for a long word.
    await page.goto(`${site.origin}/search?q=${'a'.repeat(300)}`);
    expect(await seen(page, '.bar b')).toBe(2);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });

  it.each(['/indicators', '/search?q=smuggling'])(
    'on a phone, the link to the filter of %s shows it at once',
    async (path) => {
      const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
      await page.goto(`${site.origin}${path}`);
      // Smooth scrolling would have moved the page only a little at the next frame.
      const top = await page.evaluate<number>(`new Promise((resolve) => {
      document.querySelector('.jump a').click();
      requestAnimationFrame(() => resolve(document.querySelector('#filter').getBoundingClientRect().top));
    })`);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(20);
      const heading = await page.evaluate<string>(
        `getComputedStyle(document.querySelector('#filter'), '::before').content`,
      );
      expect(heading).toContain('Filter');
      await page.close();
    },
  );

  it('a printed page has no controls or navigation, and no section without visible content below its heading', async () => {
    const page = await site.browser.newPage({ viewport: { width: 672, height: 950 } });
    await page.emulateMedia({ media: 'print' });
    for (const [path, expectedLinks] of [
      ['/resources?resourceType=NETWORK', '.rows .t'],
      ['/q/union-total-over-time', 'table'],
      ['/country/it', '.multiples figure'],
    ] as const) {
      await page.goto(`${site.origin}${path}`);
      expect([path, (await seen(page, expectedLinks)) > 0]).toEqual([path, true]);
      expect([path, await seen(page, '.jump, .bar a, .foot a, .dl a, form, [aria-labelledby=files]')]).toEqual([
        path,
        0,
      ]);
      const alone = await page.evaluate<string[]>(`[...document.querySelectorAll('section')].filter((section) =>
        section.checkVisibility() && [...section.children].slice(1).every((each) => !each.checkVisibility())
      ).map((section) => section.innerText)`);
      expect([path, alone]).toEqual([path, []]);
    }
    await page.close();
  });
});
