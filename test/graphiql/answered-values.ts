import type { Pages } from './browser.js';

/** The tests of what GraphiQL's page says of an answer whose values were not chosen in its form. */
export function testAnsweredValues(started: () => Pages): void {
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
}
