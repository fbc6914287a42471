import type { Page } from 'playwright-core';
import { DEFAULT_QUERY } from '../../src/graphiql/editor/default-query.js';
import { COLOURS, violations } from './accessibility.js';
import type { Pages } from './browser.js';
import { eventually } from './browser.js';

/** What GraphiQL's editor leaves: colours of code. */
const LEFT_BY_GRAPHIQL = [/^color-contrast: .*\.mtk\d+/];

/** The tabs of a response, each with a selector of its content. */
const VIEWS = [
  ['Table', 'table.figures'],
  ['Download', '.files'],
] as const;

/** Enters the token of an editor. */
async function putToken(page: Page, token: string): Promise<void> {
  await page.getByLabel('Editor’s token').fill(token);
  await page.getByRole('button', { name: 'Show drafts' }).click();
}

/** Defines the tests of GraphiQL's page. */
export function testGraphiql(started: () => Pages): void {
  it('runs a saved question, links its page, and sends requests only to the server', async () => {
    const watched = await started().open('/graphiql');
    const { page, faults, requests } = watched;
    await page.getByRole('button', { name: /^Asylum applicants in several/ }).click();
    await page.waitForURL(/graphiql\?question=asylum-applicants-compared$/);
    const table = page.getByRole('table');
    await table.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();

    const link = page.getByRole('link', { name: 'Open the page of this question' });
    expect(await link.getAttribute('href')).toBe('/q/asylum-applicants-compared?locale=en');
    await page.getByRole('button', { name: 'AsylumApplicants', exact: true }).waitFor();

    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.locator('.result-window').getByText('"indicator"').waitFor();
    expect(started().elsewhere(watched)).toEqual([]);
    expect(requests.some((url) => url.includes('/graphql?'))).toBe(true);
    expect(faults).toEqual([]);
    await watched.close();
  });

  it('runs the read-only query of the URL with its view, and never a mutation', async () => {
    const query = 'query Asked { topics(first: 3) { nodes { title } } }';
    const reading = await started().open(`/graphiql/?query=${encodeURIComponent(query)}&view=download&locale=fr`);
    await reading.page.getByRole('button', { name: /^Excel/ }).waitFor();
    expect(await reading.page.getByRole('tab', { name: 'Télécharger' }).getAttribute('aria-selected')).toBe('true');
    // The editor around is English; Signpost's own parts are localised.
    const ownParts = reading.page.locator('.signpost');
    expect(await ownParts.evaluateAll((parts) => parts.map((part) => part.getAttribute('lang')))).toEqual(['fr', 'fr']);
    await reading.close();

    const write = /* invalid on purpose */ 'mutation Write { topicRetire(slug: "money", expectedRevision: 1) { x } }';
    const { page, requests, close } = await started().open(`/graphiql/?query=${encodeURIComponent(write)}`);
    await page.getByRole('button', { name: 'Write', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Asylum applicants in several/ }).waitFor();
    expect(requests.filter((url) => url.includes('format=tables'))).toEqual([]);
    await close();
  });

  it('requests drafts if the URL requests a preview, but only after a token is entered', async () => {
    const watched = await started().open('/graphiql/?preview=true&query={viewer{role}}');
    const { page, requests } = watched;
    const run = page.getByRole('button', { name: 'Execute query' });
    await page.locator('.graphiql-query-editor').getByText('viewer').waitFor();
    expect(requests.filter((url) => url.includes('preview=true') && url.includes('/graphql?'))).toEqual([]);
    await run.click();
    await page.getByRole('alert').getByText('token').waitFor();
    await putToken(page, await started().editorToken());
    // The pending operation runs as soon as the token is entered.
    await page.getByText('Editor', { exact: true }).waitFor();
    expect(requests.some((url) => /graphql\?.*preview=true/.test(url))).toBe(true);
    await watched.close();
  });

  it('shows the result of a first query', async () => {
    const watched = await started().open('/graphiql/');
    const { page, faults } = watched;
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(3);
    expect(new URL(page.url()).search).toBe('');
    expect(DEFAULT_QUERY).toContain('first: 3');
    expect(faults).toEqual([]);
    await watched.close();
  });

  it('builds a query by keyboard alone, in the field tree', async () => {
    const watched = await started().open('/graphiql?query=%23 Mine.%0A');
    const { page, faults } = watched;
    await page.getByRole('button', { name: 'Show Fields' }).click();
    const tree = page.getByRole('tree', { name: 'Fields' });
    await tree.waitFor();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focusedText = () => page.evaluate<string>('document.activeElement.textContent');
    while (!/^▸/.test(await focusedText())) await press('Tab');
    await press(...'trends');
    expect(await focusedText()).toBe('▸trends');
    // An expanded item shows its arguments and fields. A letter moves to the first match, the same letter to the next.
    await press('Space', 'ArrowRight');
    expect(await focusedText()).toBe('filter:');
    await press('n');
    expect(await focusedText()).toBe('▸nodes');
    await press('ArrowRight', 'ArrowRight', 's', 'l');
    expect(await focusedText()).toBe('slug');
    await press('Enter', 'ArrowLeft');
    expect(await focusedText()).toBe('▾nodes');
    const text = () => page.evaluate<string>("new URLSearchParams(location.search).get('query')");
    const queryText = '# Mine.\n\n{\n  trends {\n    nodes {\n      title\n      slug\n    }\n  }\n}\n';
    expect(await eventually(text, (found) => found === queryText)).toBe(queryText);
    expect(await tree.getByRole('treeitem', { checked: true }).allTextContents()).toEqual([
      '▾trends',
      '▾nodes',
      'slug',
      '▸title',
    ]);
    await page.getByText('[Trend!]!').waitFor();
    expect(await violations(page, '.fields-pane')).toEqual([]);
    await press('Space');
    expect(await eventually(text, (found) => found === '# Mine.\n\n')).toBe('# Mine.\n\n');
    expect(faults).toEqual([]);
    await watched.close();
  });

  it('saves the query as a question for an editor, with errors beside each field', async () => {
    const query = 'query Nets { organisations(first: 2) { nodes { title } } }';
    const watched = await started().open(`/graphiql?preview=true&query=${encodeURIComponent(query)}`);
    const { page } = watched;
    const token = await started().editorToken();
    await putToken(page, token);
    await page.getByRole('button', { name: 'Save as a question' }).click();
    const form = page.getByRole('form', { name: 'Save as a question' });
    await form.getByLabel('Title').fill('Nétworks, two of them');
    expect(await form.getByLabel('Name in addresses').inputValue()).toBe('networks-two-of-them');
    const save = form.getByRole('button', { name: 'Save' });
    const task = form.getByLabel('Task');
    await save.click();
    await form.getByText('Not saved.').waitFor();
    expect(await task.getAttribute('aria-invalid')).toBe('true');
    const description = page.locator(`[id="${await task.getAttribute('aria-describedby')}"]`);
    expect(await description.textContent()).toContain('no text in English');
    expect(await violations(page, '.save-form')).toEqual([]);

    await task.fill('Reading figures');
    await form.getByLabel('Publish').check();
    await save.click();
    await form.getByText('Saved and published.').waitFor();
    // The second save has the name of another question.
    await save.click();
    await form.getByRole('alert').getByText('A question with this name exists. Choose another name.').waitFor();
    await watched.close();

    // The page of a question needs no script; former addresses lead there.
    const reader = await started().open('/explore?question=networks-two-of-them');
    await reader.page.waitForURL(/\/q\/networks-two-of-them$/);
    await reader.page.getByRole('heading', { name: 'Nétworks, two of them' }).waitFor();
    await reader.close();

    const again = await started().open('/graphiql?preview=true&question=networks-two-of-them');
    await again.page.getByRole('button', { name: 'Nets', exact: true }).waitFor();
    await again.page.getByRole('alert').getByText('A preview requires the token of an editor').waitFor();
    await putToken(again.page, token);
    await again.page.getByText('2 rows').first().waitFor();
    await again.page.getByRole('button', { name: 'Save as a question' }).click();
    await again.page.getByLabel('What it answers').fill('Two networks.');
    await again.page.getByRole('button', { name: 'Save', exact: true }).click();
    await again.page.getByText('Saved as a draft.').waitFor();
    await again.close();
    // Opened before the token is entered, it shows public content, then drafts.
    const late = await started().open('/graphiql?preview=true&question=networks-two-of-them');
    await late.page.getByRole('heading', { name: 'Nétworks, two of them' }).waitFor();
    expect(await late.page.getByText('Two networks.').count()).toBe(0);
    await putToken(late.page, token);
    await late.page.getByText('Two networks.').waitFor();
    await late.page.getByText('2 rows').first().waitFor();
    await late.close();
  });

  it('links to the page of the indicator of the figures', async () => {
    const openQuery = (query: string) => started().open(`/graphiql?locale=fr&query=${encodeURIComponent(query)}`);
    const one = await openQuery(
      '{ indicator(slug: "unhcr-refugees") { series(areas: ["IT"]) { points { period value } } } }',
    );
    const link = one.page.getByRole('link', { name: 'Explorer les chiffres' });
    expect(await link.getAttribute('href')).toBe('/indicator/unhcr-refugees?locale=fr');
    await one.close();
    const other = await openQuery('{ indicators(first: 2) { nodes { title } } }');
    await other.page.getByRole('table').waitFor();
    expect(await other.page.getByRole('link', { name: 'Explorer les chiffres' }).count()).toBe(0);
    await other.close();
  });

  it('stacks its panes on a phone, each as wide as the screen', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, faults, close } = await started().open('/graphiql?question=asylum-applicants-compared', { viewport });
    await page.getByRole('table').waitFor();
    const paneBoxes = await Promise.all(
      ['.graphiql-query-editor', '.graphiql-plugin', '.results'].map((part) => page.locator(part).boundingBox()),
    );
    for (const box of paneBoxes) expect(box!.width).toBeGreaterThan(300);
    expect(paneBoxes.map((box) => box!.y)).toEqual(paneBoxes.map((box) => box!.y).sort((one, other) => one - other));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    await page.getByRole('button', { name: 'Hide Questions' }).click();
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(faults).toEqual([]);
    await close();
  });

  it("axe finds no violation in Signpost's own parts, light and dark, and only listed ones elsewhere", async () => {
    const { page, close } = await started().open('/graphiql?question=countries-ranked-by-rate&view=table');
    await page.locator('table.figures').waitFor();
    expect(await violations(page, '.questions-pane')).toEqual([]);
    for (const [name, shows] of VIEWS) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.locator(shows).first().waitFor();
      expect([name, await violations(page, '.results')]).toEqual([name, []]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([name, await violations(page, '.results', COLOURS)]).toEqual([name, []]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.getByRole('tab', { name: 'Table', exact: true }).click();
    await page.locator('table.figures').waitFor();
    const found = await violations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await violations(page, 'html', COLOURS)));
    expect(found.filter((each) => !LEFT_BY_GRAPHIQL.some((left) => left.test(each)))).toEqual([]);
    await close();
  });
}
