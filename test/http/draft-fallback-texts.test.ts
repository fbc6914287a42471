import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { entryPath } from '../../src/model/explorer-address.js';
import type { Kind } from '../../src/model/model.js';
import type { EditingServer } from '../authoring/editing-server.js';
import { idOf } from '../authoring/editing-server.js';
import { startCrawledSite } from './crawled-site.js';
import { ContentTexts } from './content-texts.js';
import { unmarkedTexts, unmarkedPictureTexts } from './language-marks.js';
import { pageReader } from './read-page.js';

/** An entry with the fields that an editor reads. */
interface Seen {
  slug: string;
  record: Record<string, unknown>;
  translation: { missing: string[] };
}

const LOCALES = ['fr', 'de', 'es', 'it'];

let server: EditingServer;
let texts: ContentTexts;
beforeAll(async () => {
  server = await startCrawledSite();
  texts = await ContentTexts.read(server.app);
});
afterAll(() => server.close());

const page = pageReader(() => server.app);

/**
 * Retires the entry of a kind with the most missing French texts, among those that may be retired, and sets a
 * successor.
 */
async function withdraw({ singular, plural, folder, inverses }: Kind): Promise<Seen | undefined> {
  const { data } = await server.editor<string>(
    `{ ${plural}(first: 100) { nodes { slug record translation(locale: fr) { missing } } } }`,
  );
  const { nodes } = (data as Record<string, { nodes: Seen[] }>)[plural]!;
  for (const seen of nodes.toSorted((one, other) => lacks(other) - lacks(one))) {
    const { slug, record } = seen;
    if (inverses.some(({ name }) => name === 'supersededBy')) {
      const newer = {
        slug: `${slug}-anew`,
        expectedRevision: 0,
        publish: true,
        record: { ...record, supersedes: slug },
      };
      expect((await server.mutate(`${singular}Save`, newer)).userErrors).toEqual([]);
    }
    const retireArguments = { id: idOf(`${folder}/${slug}`), expectedRevision: 1, links: 'RETIRE' };
    // The source of figures cannot be retired.
    if ((await server.mutate('entryRetire', retireArguments)).revision === 2) return seen;
  }
  return undefined;
}

function lacks({ translation: { missing } }: Seen): number {
  return missing.length;
}

/** Saves an entry as it was before it was retired, as a draft. Returns the path of its preview. */
async function saveAsDraft({ name, singular }: Kind, { slug, record }: Seen): Promise<string> {
  const { data } = await server.editor<string>(
    `mutation ($record: ${name}Record!) {
      saved: ${singular}Save(slug: "${slug}", record: $record, expectedRevision: 2) { previewLink userErrors { message } }
    }`,
    { record },
  );
  const { saved } = data as { saved: { previewLink: string; userErrors: object[] } };
  expect([slug, saved.userErrors]).toEqual([slug, []]);
  return saved.previewLink.slice(saved.previewLink.indexOf('/preview'));
}

it('every text in another language is marked on pages of retired entries and drafts, in any kind', async () => {
  const finders = LOCALES.map((locale) => ({ locale, find: texts.finder(locale) }));
  const unmarked: Record<string, string[]> = {};
  const fallbackCounts = { 200: 0, 410: 0 };
  const look = async (path: string, status: keyof typeof fallbackCounts) => {
    for (const { locale, find } of finders) {
      const body = await page(`/${locale}${path}`, { status });
      const found = [...find(body), ...unmarkedTexts(body), ...unmarkedPictureTexts(body)];
      if (found.length > 0) unmarked[`/${locale}${path}`] = found;
      if (/<main[\s\S]*class="la"/.test(body)) fallbackCounts[status] += 1;
    }
  };
  for (const kind of server.app.services.model.kinds) {
    const checkedTexts = await withdraw(kind);
    if (!checkedTexts) continue;
    await look(entryPath(kind, checkedTexts.slug), 410);
    await look(`/${kind.singular}/${checkedTexts.slug}/history`, 200);
    await look(await saveAsDraft(kind, checkedTexts), 200);
  }
  expect(unmarked).toEqual({});
  // At least some pages must contain fallback texts.
  expect(Math.min(...Object.values(fallbackCounts))).toBeGreaterThan(20);
});
