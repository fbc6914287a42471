import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import { countA4Pages } from './count-pdf-pages.js';

/** A record as parsed from its file. */
type Seed = Record<string, unknown> & { title: string | Record<string, string> };

function readRecords(path: string): Seed {
  return parse(readFileSync(`seed/${path}.yaml`, 'utf8')) as Seed;
}

/** Returns the records of a content folder by slug. */
function seeds(folder: string): [string, Seed][] {
  return readdirSync(`seed/${folder}`)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.recipe.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .map((slug) => [slug, readRecords(`${folder}/${slug}`)]);
}

function hasValue(record: Seed, field: string, value: string): boolean {
  return ((record[field] ?? []) as string[]).includes(value);
}

function flat(text: unknown): string {
  return String(text).replace(/\s+/g, ' ').trim();
}

/** A user who starts at the home page in a browser without scripts. Counts clicks. */
export class Reader {
  clicks = 0;

  private constructor(readonly page: Page) {}

  static async at(origin: string, browser: Browser): Promise<Reader> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(origin);
    return new Reader(page);
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }

  async text(selector: string): Promise<string> {
    return flat(await this.page.locator(selector).innerText());
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

/** Tasks of readers. Each starts at the home page, and its result is compared with the content files. */
export const READER_TASKS: Readonly<Record<string, { clicks: number; do(reader: Reader): Promise<void> }>> = {
  'who is to be contacted for Italy': {
    clicks: 1,
    async do(reader) {
      await reader.click(reader.page.locator('.tiles a[href="/country/it"]').first());
      const contact = await reader.text('#contact');
      const [desk] = (readRecords('countries/it')['cooperation'] ?? []) as {
        type: string;
        partner: string;
        note: { en: string };
      }[];
      const partner = readRecords(`organisations/${desk!.partner}`);
      expect(contact).toContain(`National desk, ${String(partner['acronym'])}`);
      expect(contact).toContain(flat(desk!.note.en));
      expect(contact).toContain(new URL(String(partner['website'])).host.replace(/^www\./, ''));
    },
  },
  'what is punished how in three countries': {
    clicks: 5,
    async do(reader) {
      for (const code of ['it', 'de', 'gr']) {
        if (reader.clicks > 0) await reader.click(reader.page.locator('.brand'));
        await reader.click(reader.page.locator(`.tiles a[href="/country/${code}"]`).first());
        const laws = seeds('laws').filter(([, law]) => law['area'] === `countries/${code}`);
        const tiers = laws.flatMap(
          ([, law]) => law['tiers'] as { offence: string; minYears?: number; maxYears?: number }[],
        );
        expect(tiers.length).toBeGreaterThan(0);
        const lawsText = await reader.text('#laws');
        for (const { offence, minYears, maxYears } of tiers) {
          expect(lawsText).toContain(
            typeof offence === 'string' ? flat(offence) : flat((offence as { en: string }).en),
          );
          if (minYears === undefined || maxYears === undefined || minYears === maxYears) continue;
          expect(
            await reader.page.locator(`#laws [aria-label="Prison term: ${minYears}–${maxYears} years"]`).count(),
          ).toBeGreaterThan(0);
        }
      }
    },
  },
  'which tools help with evidence from a provider': {
    clicks: 3,
    async do(reader) {
      await reader.click(reader.page.locator('.stages a', { hasText: 'Evidence gathering' }));
      await reader.click(reader.page.locator('input[name="topics"][value="electronic-evidence"]'));
      await reader.click(reader.page.locator('#filter button'));
      const links = await reader.page.locator('.rows a.t').all();
      const found = await Promise.all(links.map((link) => link.getAttribute('href')));
      const expectedResource = seeds('resources')
        .filter(
          ([, tool]) =>
            hasValue(tool, 'stages', 'EVIDENCE_GATHERING') && hasValue(tool, 'topics', 'electronic-evidence'),
        )
        .map(([slug]) => `/resource/${slug}`);
      expect(expectedResource).toContain('/resource/sirius-platform');
      expect(found.toSorted()).toEqual(expectedResource.toSorted());
    },
  },
  'what is known of hawala': {
    clicks: 2,
    async do(reader) {
      await reader.page.locator('main input[name="q"]').fill('hawala');
      await reader.click(reader.page.locator('main .find button'));
      await reader.click(reader.page.locator('.rows a.t').first());
      const topic = 'informal-value-transfer';
      expect(new URL(reader.page.url()).pathname).toBe(`/topic/${topic}`);
      const definition = readRecords(`topics/${topic}`)['definition'] as { en: string };
      expect(await reader.text('main')).toContain(flat(definition.en));
      const about = (['trends', 'resources', 'indicators'] as const).flatMap((folder) =>
        seeds(folder)
          .filter(([, record]) => hasValue(record, 'topics', topic))
          .map(([slug]) => `/${folder.replace(/s$/, '')}/${slug}`),
      );
      expect(about.length).toBeGreaterThan(3);
      for (const path of about)
        expect([path, await reader.page.locator(`main a[href="${path}"]`).count()]).not.toEqual([path, 0]);
    },
  },
  'a leaflet printed in German': {
    clicks: 2,
    async do(reader) {
      const slug = 'leaflet-digital-domain-2024';
      await reader.click(reader.page.locator(`.doors a[href="/leaflet/${slug}"]`));
      await reader.click(reader.page.locator('.langs a[lang="de"]'));
      const leaflet = readRecords(`leaflets/${slug}`);
      expect(await reader.text('h1')).toBe(flat((leaflet.title as { de: string }).de));
      expect(countA4Pages(await reader.page.pdf({ preferCSSPageSize: true }))).toBe(2);
      await reader.page.emulateMedia({ media: 'print' });
      const output = await reader.text('.tools');
      for (const tool of leaflet['seeAlso'] as string[]) {
        const { title } = readRecords(`resources/${tool}`);
        expect(output).toContain(typeof title === 'string' ? title : flat(title['de'] ?? title['en']));
      }
    },
  },
};
