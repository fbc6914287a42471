import type { Pages } from './browser.js';

/** The tests of what GraphiQL's page says of answers to what was written in its editors. */
export function testWrittenQueries(started: () => Pages): void {
  it('shows, shares and cites what was run where variables were written in the editor', async () => {
    const watched = await started().open('/graphiql?question=asylum-applicants-compared&view=table');
    const { page, faults } = watched;
    await page.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();
    const written = JSON.stringify({ slug: 'eurostat-refused-entry', areas: ['FR'], from: '2022' });
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(written)})`);
    await page.locator('.graphiql-editor-tool .view-lines').first().click();
    for (const keys of ['Control+a', 'Control+v']) await page.keyboard.press(keys);
    await page.locator('.graphiql-editor-tool').getByText('refused-entry').waitFor();
    await page.keyboard.press('Control+Enter');

    await page.locator('.results').getByText('2 rows').last().waitFor();
    await page.waitForURL(/compared&slug=eurostat-refused-entry&areas=FR&from=2022&view=table$/);
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2022');
    expect(await page.getByRole('button', { name: /^Remove / }).allTextContents()).toEqual(['France ×']);
    await page.getByText('Figures from 2014 to 2023').waitFor();
    await page.getByRole('tab', { name: 'Cite' }).click();
    const cited = await page.getByLabel('APA', { exact: true }).textContent();
    expect(cited).toContain('Third-country nationals refused entry at the external borders');
    expect(cited).toContain('?slug=eurostat-refused-entry&areas=FR&from=2022&asOf=');

    await page.reload();
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.locator('.results').getByText('2 rows').last().waitFor();
    expect(faults).toEqual([]);
    await watched.close();
  });

  it('shows as JSON what has no table and what is refused, and says so where nothing was found', async () => {
    const opened = (query: string) => started().open(`/graphiql?query=${encodeURIComponent(query)}`);
    const bare = await opened('{ __schema { queryType { name } } }');
    await bare.page.getByText('The query has no table').waitFor();
    await bare.page.locator('.result-window').getByText('"queryType"').waitFor();
    await bare.close();
    const wrong = await opened(/* wrong on purpose */ '{ indicator(slug: "x") { titel } }');
    await wrong.page.getByRole('alert').getByText('Did you mean "title"').waitFor();
    await wrong.page.locator('.result-window').getByText('"locations"').waitFor();
    await wrong.close();
    const none = await opened('{ indicator(slug: "there-is-none") { title } }');
    await none.page.getByRole('status').getByText('Nothing was found.').waitFor();
    expect(await none.page.locator('.result-window').isVisible()).toBe(false);
    await none.close();
  });
}
