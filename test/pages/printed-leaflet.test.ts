import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { runCliIn } from '../commands/test-cli.js';
import { CHROMIUM, isBrowserInstalled } from '../graphiql/browser.js';
import { startBrowserSite } from '../support/browser-site.js';
import { countA4Pages } from './count-pdf-pages.js';

if (!process.env['LONG']) console.log('leaflets: each is printed in one locale; in five with LONG=1');

/**
 * Returns the locales in which a leaflet is printed: all in a long run; otherwise English, or German with its longest
 * words.
 */
function languagesOf(index: number): string[] {
  if (process.env['LONG']) return ['', '/de', '/fr', '/es', '/it'];
  return index % 2 === 0 ? ['/de'] : [''];
}

/** Returns the decoded QR codes of a page in order. */
async function codesOn(page: Page): Promise<string[]> {
  const read: string[] = [];
  for (const code of await page.locator('svg[aria-label*="QR"]').all()) {
    const png = await code.screenshot();
    const [width, pixels] = (await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (each) => each.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
      return [picture.width, Array.from({ length: data.length / 4 }, (_, at) => (data[at * 4] < 128 ? 1 : 0)).join('')];
    })()`)) as [number, string];
    const data = Uint8ClampedArray.from(
      [...pixels].flatMap((dark) => (dark === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])),
    );
    read.push(jsQR.default(data, width, pixels.length / width)?.data ?? 'nothing');
  }
  return read;
}

(isBrowserInstalled() ? describe : describe.skip)('printed leaflet', () => {
  const site = startBrowserSite();

  it('a printed leaflet fits on both sides of one A4 sheet, in any locale', async () => {
    const { data } = await site.server.execute('{ leaflets(first: 100) { totalCount nodes { slug } } }');
    expect(data.leaflets.nodes!.length).toBe(data.leaflets.totalCount);
    const page = await site.browser.newPage();
    const larger: [string, number][] = [];
    for (const [index, { slug }] of data.leaflets.nodes!.entries()) {
      for (const language of languagesOf(index)) {
        await page.goto(`${site.origin}${language}/leaflet/${slug}`);
        const sides = countA4Pages(await page.pdf({ preferCSSPageSize: true }));
        if (sides !== 1 && sides !== 2) larger.push([`${language}/${slug}`, sides]);
      }
    }
    expect(larger).toEqual([]);
    await page.close();
  });

  it('a printed leaflet contains its own URL and that of each resource, as a QR code and in text', async () => {
    const { data } = await site.server.execute(
      '{ leaflet(slug: "leaflet-who-we-are") { resources { url } seeAlso { url } } }',
    );
    const { resources, seeAlso } = data.leaflet!;
    const addresses = [...resources, ...seeAlso].flatMap(({ url }: { url: string | null }) => url ?? []);
    expect(addresses.length).toBeGreaterThan(5);
    const context = await site.browser.newContext({ deviceScaleFactor: 3, locale: 'fr' });
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.origin}/fr/leaflet/leaflet-who-we-are`);
    expect(await codesOn(page)).toEqual([`${site.origin}/fr/leaflet/leaflet-who-we-are`, ...addresses]);
    const visible = await page.locator('.tools').allInnerTexts();
    for (const address of addresses) expect(visible.join('\n')).toContain(address);
    await context.close();
  });

  it('a printed leaflet contains its subject and issuer, but no notes for editors, buttons, BibTeX or GraphQL', async () => {
    const page = await site.browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.origin}/leaflet/jits-guidelines`);
    const text = (await page.locator('main').innerText()).trim();
    expect(text).toMatch(/^About a leaflet published by [^.]+\. Prepared by Signpost\.\n/i);
    expect(text).not.toMatch(/our own|Go to|BibTeX|GraphQL/);
    expect(await codesOn(page)).toContain('https://www.eurojust.europa.eu/node/282');
    await page.close();
  });

  it('a printed leaflet says if a newer one replaces it', async () => {
    const { data } = await site.server.execute('{ leaflets(first: 100) { nodes { slug supersedes { slug } } } }');
    const replaced = data.leaflets.nodes!.flatMap(({ supersedes }) => supersedes ?? []);
    expect(replaced.length).toBeGreaterThan(0);
    const page = await site.browser.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const { slug } of replaced) {
      await page.goto(`${site.origin}/leaflet/${slug}`);
      expect(await page.locator('main').innerText()).toContain('There is a newer version:');
    }
    await page.close();
  });

  it('the command "print" prints a leaflet in the requested locale, and reports an unknown leaflet', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-leaflet-'));
    const { uri, database } = site.server.place;
    const environment = { MONGODB_URI: uri, MONGODB_DB: database, CHROMIUM_PATH: CHROMIUM };
    const print = (more: Record<string, string>, ...argv: string[]) =>
      runCliIn({ ...environment, ...more }, 'print', ...argv, '--pdf', `--out=${join(folder, 'printed.pdf')}`);
    try {
      const output = await print({ PUBLIC_URL: 'https://signpost.example.org' }, 'leaflet-who-we-are', '--locale=de');
      expect([output.exit, output.err]).toEqual([0, '']);
      const pdf = readFileSync(join(folder, 'printed.pdf'));
      expect(countA4Pages(pdf)).toBe(2);
      // The title as UTF-16 text.
      const title = Buffer.from('Wer wir sind und was wir tun', 'utf16le').swap16().toString('hex');
      expect(pdf.toString('latin1').toLowerCase()).toContain(title);
      expect(await print({}, 'no-such')).toMatchObject({
        exit: 1,
        err: expect.stringContaining('No published leaflet has the slug "no-such"'),
      });
      expect(await print({}, 'leaflet-who-we-are', '--locale=xx')).toMatchObject({ exit: 2 });
      const without = await print({ CHROMIUM_PATH: join(folder, 'none') }, 'leaflet-who-we-are');
      expect(without.exit).toBe(1);
      expect(without.err).toMatch(/^Chromium was not found at .*\. Install it, or set CHROMIUM_PATH to its path\.\n$/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
