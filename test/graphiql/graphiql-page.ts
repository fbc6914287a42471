import { DEFAULT_QUERY } from '../../src/graphiql/editor/default-query.js';
import { violations } from './accessibility.js';
import type { Pages } from './browser.js';
import { eventually } from './browser.js';

/** What GraphiQL's own code and its editor leave: tabs that hold the button closing them, and colours of code. */
const LEFT_BY_GRAPHIQL = [
  /^(?:nested-interactive|scrollable-region-focusable|region|landmark)/,
  /^color-contrast: .*(?:line-numbers|\.mtk\d+)/,
  /^target-size: \.graphiql-tab/,
];

/** The tests of GraphiQL's page. */
export function testGraphiql(started: () => Pages): void {
  it('runs a question of the list with pickers, and no request leaves the server', async () => {
    const watched = await started().open('/graphiql');
    const { page, faults, requests } = watched;
    await page.getByRole('searchbox', { name: 'Find a question' }).fill('applicants four');
    await page.getByRole('button', { name: /^Asylum applicants in four/ }).click();
    await page.getByRole('application', { name: /^Asylum applicants/ }).waitFor();
    await page.waitForURL(/graphiql\?question=asylum-applicants-compared$/);
    await page.getByRole('tab', { name: 'Table' }).click();
    const table = page.getByRole('table');
    await table.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();

    // Its code is EL here and GR elsewhere.
    await page.getByRole('button', { name: 'Remove Greece' }).waitFor();
    await page.getByRole('button', { name: 'Remove Italy' }).click();
    await page.getByLabel('From').fill('2023');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const areas = await eventually(
      () => table.getByRole('rowheader').allInnerTexts(),
      (found) => found.length === 6,
    );
    expect(areas).toEqual(['Greece', 'Greece', 'Spain', 'Spain', 'Germany', 'Germany']);
    await page.waitForURL(/graphiql\?question=asylum-applicants-compared&areas=EL%2CES%2CDE&from=2023&view=table$/);
    await page.getByRole('tab', { name: 'AsylumApplicants' }).waitFor();

    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.locator('.result-window').getByText('"indicator"').waitFor();
    expect(started().elsewhere(watched)).toEqual([]);
    expect(requests.some((url) => url.includes('/graphql?'))).toBe(true);
    expect(faults).toEqual([]);
    await watched.close();
  });

  it('runs a query of the address that only reads, as it was looked at, and a mutation never', async () => {
    const query = 'query Asked { topics(first: 3) { nodes { title } } }';
    const reading = await started().open(`/graphiql/?query=${encodeURIComponent(query)}&view=download&locale=fr`);
    await reading.page.getByRole('button', { name: /^Excel/ }).waitFor();
    expect(await reading.page.getByRole('tab', { name: 'Télécharger' }).getAttribute('aria-selected')).toBe('true');
    await reading.close();

    const write = /* wrong on purpose */ 'mutation Write { topicRetire(slug: "money", expectedRevision: 1) { x } }';
    const { page, requests, close } = await started().open(`/graphiql/?query=${encodeURIComponent(write)}`);
    await page.getByRole('tab', { name: 'Write' }).waitFor();
    await page.getByRole('button', { name: /^Asylum applicants in four/ }).waitFor();
    expect(requests.filter((url) => url.includes('format=tables'))).toEqual([]);
    await close();
  });

  it('asks for drafts where its address says so, with the token that stands among the headers', async () => {
    const watched = await started().open('/graphiql/?preview=true&query={topics(first:1){nodes{title}}}');
    const { page, requests } = watched;
    await page.getByText('authorization').first().waitFor();
    expect(requests.filter((url) => url.includes('preview=true') && url.includes('/graphql?'))).toEqual([]);
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('alert').getByText('token').waitFor();
    expect(requests.some((url) => /graphql\?.*preview=true/.test(url))).toBe(true);
    await watched.close();
  });

  it('holds a first query, which Ctrl-Enter runs', async () => {
    const watched = await started().open('/graphiql/');
    const { page, faults } = watched;
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(3);
    expect(new URL(page.url()).search).toBe('');
    expect(DEFAULT_QUERY).toContain('first: 3');
    expect(faults).toEqual([]);
    await watched.close();
  });

  it('puts a query together by keys alone, in the tree of fields', async () => {
    const watched = await started().open('/graphiql?query=%23 Mine.%0A');
    const { page, faults } = watched;
    await page.getByRole('button', { name: 'Show Fields' }).click();
    const tree = page.getByRole('tree', { name: 'Fields' });
    await tree.waitFor();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    while (!/^▸/.test(await focused())) await press('Tab');
    await press(...'trends');
    expect(await focused()).toBe('▸trends');
    // Chosen, it shows what it takes and has; a letter finds the first of these, the same letter the next.
    await press('Space', 'ArrowRight');
    expect(await focused()).toBe('filter:');
    await press('n');
    expect(await focused()).toBe('▸nodes');
    await press('ArrowRight', 'ArrowRight', 's', 'l');
    expect(await focused()).toBe('slug');
    await press('Enter', 'ArrowLeft');
    expect(await focused()).toBe('▾nodes');
    const text = () => page.evaluate<string>("new URLSearchParams(location.search).get('query')");
    const written = '# Mine.\n\n{\n  trends {\n    nodes {\n      title\n      slug\n    }\n  }\n}\n';
    expect(await eventually(text, (found) => found === written)).toBe(written);
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

  it('has its columns below one another on a phone, each as wide as the screen', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, faults, close } = await started().open('/graphiql?question=asylum-applicants-compared', { viewport });
    await page.locator('.picture svg').waitFor();
    const boxes = await Promise.all(
      ['.graphiql-plugin', '.graphiql-query-editor', '.picture'].map((part) => page.locator(part).boundingBox()),
    );
    for (const box of boxes) expect(box!.width).toBeGreaterThan(300);
    expect(boxes.map((box) => box!.y)).toEqual(boxes.map((box) => box!.y).sort((one, other) => one - other));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    await page.getByRole('button', { name: 'Hide Questions' }).click();
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(faults).toEqual([]);
    await close();
  });

  it('axe finds nothing wrong with what is ours, and little else', async () => {
    const { page, close } = await started().open('/graphiql?question=asylum-applicants-compared&view=table');
    await page.locator('table.figures').waitFor();
    expect(await violations(page, '.results')).toEqual([]);
    expect(await violations(page, '.questions-pane')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, '.results')).toEqual([]);
    expect((await violations(page)).filter((found) => !LEFT_BY_GRAPHIQL.some((left) => left.test(found)))).toEqual([]);
    await close();
  });
}
