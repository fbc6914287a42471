import type { BrowserPages } from './browser.js';

/** Defines the tests of GraphiQL's URL, and of results that are not tables. */
export function testGraphiqlUrl(getPages: () => BrowserPages): void {
  it('variables typed in the editor determine the displayed result and the shared URL', async () => {
    const view = await getPages().open('/graphiql?question=asylum-applicants-compared&view=table');
    const { page, faults } = view;
    await page.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();
    const written = JSON.stringify({ slug: 'eurostat-refused-entry', areas: ['FR'], from: '2022' });
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(written)})`);
    await page.locator('.graphiql-editor-tool .view-lines').first().click();
    for (const keys of ['Control+a', 'Control+v']) await page.keyboard.press(keys);
    await page.locator('.graphiql-editor-tool').getByText('refused-entry').waitFor();
    await page.keyboard.press('Control+Enter');

    await page.locator('.results').getByText('2 rows').last().waitFor();
    await page.waitForURL(/compared&slug=eurostat-refused-entry&areas=FR&from=2022$/);
    const link = page.getByRole('link', { name: 'Open the page of this question' });
    expect(await link.getAttribute('href')).toContain('?locale=en&slug=eurostat-refused-entry&areas=FR&from=2022');

    await page.reload();
    await page.locator('.results').getByText('2 rows').last().waitFor();
    expect(faults).toEqual([]);
    await view.close();
  });

  it('the back and forward buttons of the browser switch between questions', async () => {
    const view = await getPages().open('/graphiql?question=countries-ranked-by-rate&period=2021');
    const { page, faults } = view;
    const heading = (name: RegExp) => page.getByRole('heading', { name, level: 2 }).waitFor();
    await heading(/^Countries ranked/);
    await page.getByRole('button', { name: /^Asylum applicants in several/ }).click();
    await page.waitForURL(/question=asylum-applicants-compared$/);
    await page.goBack();
    await heading(/^Countries ranked/);
    await page.waitForURL(/question=countries-ranked-by-rate&period=2021$/);
    await page.goForward();
    await heading(/^Asylum applicants in several/);
    expect(faults).toEqual([]);
    await view.close();
  });

  it('the question in the URL can be reloaded after a network failure', async () => {
    const { page, close } = await getPages().open('/graphiql/icon.svg');
    await page.route('**/graphql?*', (route) => route.abort());
    await page.goto(`${getPages().origin}/graphiql?question=countries-ranked-by-rate`);
    const alert = page.getByRole('alert').filter({ hasText: 'could not answer' }).first();
    await alert.waitFor();
    await page.unroute('**/graphql?*');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: /^Countries ranked/, level: 2 }).waitFor();
    await close();
  });

  it('the URL keeps its question while a slow server loads the question', async () => {
    const { page, close } = await getPages().open('/graphiql/icon.svg');
    let releaseResponse = () => {};
    const gate = new Promise<void>((resolve) => (releaseResponse = resolve));
    const isOfQuestion = (body: string | null) => body?.includes('inputs') ?? false;
    await page.route('**/graphql?*', async (route) => {
      if (isOfQuestion(route.request().postData())) await gate;
      await route.fallback();
    });
    await page.goto(`${getPages().origin}/graphiql?question=countries-ranked-by-rate`);
    await page.getByRole('button', { name: 'FirstLook' }).waitFor();
    // The URL is updated 300 ms after the last edit.
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 600))');
    expect(new URL(page.url()).search).toBe('?question=countries-ranked-by-rate');
    releaseResponse();
    await page
      .getByRole('row', { name: /Germany/ })
      .first()
      .waitFor();
    await page.unrouteAll();
    await close();
  });

  it('errors and results without a table are shown as JSON, and an empty result as "No results."', async () => {
    const openQuery = (query: string) => getPages().open(`/graphiql?query=${encodeURIComponent(query)}`);
    const introspectionPage = await openQuery('{ __schema { queryType { name } } }');
    await introspectionPage.page.getByText('The query has no table').waitFor();
    await introspectionPage.page.locator('.result-window').getByText('"queryType"').waitFor();
    await introspectionPage.close();
    const invalidPage = await openQuery(/* invalid on purpose */ '{ indicator(slug: "x") { titel } }');
    await invalidPage.page.getByRole('alert').getByText('Did you mean "title"').waitFor();
    await invalidPage.page.locator('.result-window').getByText('"locations"').waitFor();
    await invalidPage.close();
    const emptyPage = await openQuery('{ indicator(slug: "there-is-none") { title } }');
    await emptyPage.page.getByRole('status').getByText('No results.').waitFor();
    expect(await emptyPage.page.locator('.result-window').isVisible()).toBe(false);
    await emptyPage.close();
  });
}
