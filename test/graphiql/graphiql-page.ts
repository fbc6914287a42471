import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { COLOUR_RULE_IDS, findViolations } from './accessibility.js';
import type { BrowserPages } from './browser.js';

/** Query that the editor shows on the first visit. */
const DEFAULT_QUERY = readFileSync('src/graphiql/editor/default-query.graphql', 'utf8');

/** Accepted violations of GraphiQL's editor: colours of code. */
const KNOWN_VIOLATIONS = [/^color-contrast: .*\.mtk\d+/];

/** The tabs of a response, each with a selector of its content. */
const VIEWS = [
  ['Table', '.results table'],
  ['Download', '.files'],
] as const;

/** Enters the token of an editor. */
async function enterToken(page: Page, token: string): Promise<void> {
  await page.getByLabel('Editor’s token').fill(token);
  await page.getByRole('button', { name: 'Show drafts' }).click();
}

/** Defines the tests of GraphiQL's page. */
export function testGraphiql(getPages: () => BrowserPages): void {
  it('choosing a saved question runs it and shows a link to its page, without requests to other servers', async () => {
    const view = await getPages().open('/graphiql');
    const { page, faults, requests } = view;
    await page.getByRole('button', { name: /^Asylum applicants in several/ }).click();
    await page.waitForURL(/graphiql\?question=asylum-applicants-compared$/);
    const table = page.getByRole('table');
    await table.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();

    const link = page.getByRole('link', { name: 'Open the page of this question' });
    expect(await link.getAttribute('href')).toBe('/q/asylum-applicants-compared?locale=en');
    await page.getByRole('button', { name: 'AsylumApplicants', exact: true }).waitFor();

    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.locator('.result-window').getByText('"indicator"').waitFor();
    expect(getPages().externalRequests(view)).toEqual([]);
    expect(requests.some((url) => url.includes('/graphql?'))).toBe(true);
    expect(faults).toEqual([]);
    await view.close();
  });

  it('a query in the URL is run and shown in the view of the URL, but a mutation is not run', async () => {
    const query = 'query Asked { topics(first: 3) { nodes { title } } }';
    const reading = await getPages().open(`/graphiql/?query=${encodeURIComponent(query)}&view=download&locale=fr`);
    await reading.page.getByRole('button', { name: /^Excel/ }).waitFor();
    expect(await reading.page.getByRole('tab', { name: 'Télécharger' }).getAttribute('aria-selected')).toBe('true');
    // GraphiQL itself is in English; the parts that Signpost adds are localised.
    const ownParts = reading.page.locator('.signpost');
    expect(await ownParts.evaluateAll((parts) => parts.map((part) => part.getAttribute('lang')))).toEqual(['fr', 'fr']);
    await reading.close();

    const write = /* invalid on purpose */ 'mutation Write { topicRetire(slug: "money", expectedRevision: 1) { x } }';
    const { page, requests, close } = await getPages().open(`/graphiql/?query=${encodeURIComponent(write)}`);
    await page.getByRole('button', { name: 'Write', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Asylum applicants in several/ }).waitFor();
    expect(requests.filter((url) => url.includes('format=tables'))).toEqual([]);
    await close();
  });

  it('a URL with a preview loads drafts only after a token is entered', async () => {
    const view = await getPages().open('/graphiql/?preview=true&query={viewer{role}}');
    const { page, requests } = view;
    const run = page.getByRole('button', { name: 'Execute query' });
    await page.locator('.graphiql-query-editor').getByText('viewer').waitFor();
    expect(requests.filter((url) => url.includes('preview=true') && url.includes('/graphql?'))).toEqual([]);
    await run.click();
    await page.getByRole('alert').getByText('token').waitFor();
    await enterToken(page, await getPages().editorToken());
    // The pending operation runs as soon as the token is entered.
    await page.getByText('Editor', { exact: true }).waitFor();
    expect(requests.some((url) => /graphql\?.*preview=true/.test(url))).toBe(true);
    await view.close();
  });

  it('GraphiQL without a query in the URL shows the result of the default query', async () => {
    const view = await getPages().open('/graphiql/');
    const { page, faults } = view;
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(3);
    expect(new URL(page.url()).search).toBe('');
    expect(DEFAULT_QUERY).toContain('first: 3');
    expect(faults).toEqual([]);
    await view.close();
  });

  it('a question that is chosen while the default query runs is run afterwards', async () => {
    const { page, faults, close } = await getPages().open('/graphiql/icon.svg');
    let release = () => {};
    const chosen = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/graphql\?/, async (route) => {
      const isFirst = route.request().postDataJSON()?.query === DEFAULT_QUERY;
      if (isFirst) await chosen;
      await route.continue();
    });
    const firstQuery = page.waitForRequest((request) => request.postDataJSON()?.query === DEFAULT_QUERY);
    await page.goto(`${getPages().origin}/graphiql`);
    await firstQuery;
    await page.getByRole('button', { name: /^Asylum applicants in several/ }).click();
    await page.getByRole('row', { name: /Italy 2023 135,820/ }).waitFor();
    release();
    await page.unrouteAll({ behavior: 'wait' });
    expect(faults).toEqual([]);
    await close();
  });

  it('the documentation explorer finds a field by keyboard alone', async () => {
    const { page, faults, close } = await getPages().open('/graphiql');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).press('Enter');
    await page.getByRole('combobox', { name: 'Search' }).pressSequentially('emergencyDeadline');
    const options = page.getByRole('option');
    await options.filter({ hasText: 'emergencyDeadline' }).first().waitFor();
    // The results follow the typing with a delay. Those of a part of the word lose the active option when they are replaced.
    await options.filter({ hasNotText: 'emergencyDeadline' }).first().waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.locator('input[role=combobox][aria-activedescendant]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.graphiql-doc-explorer-title').getByText('emergencyDeadline').waitFor();
    expect(await findViolations(page, '.graphiql-plugin')).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('named favourites of the query history are stored without request headers', async () => {
    const query = 'query Mine { topics(first: 2) { nodes { title } } }';
    const { page, faults, requests, close } = await getPages().open(`/graphiql?query=${encodeURIComponent(query)}`);
    await page.getByText('2 rows').first().waitFor();
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await page.evaluate(`navigator.clipboard.writeText('{ "x-note": "not-to-be-stored" }')`);
    await page.locator('.graphiql-editor-tool .view-lines:visible').click();
    await page.keyboard.press('Control+v');
    await page.locator('.graphiql-editor-tool').getByText('not-to-be-stored').waitFor();
    const sent = page.waitForRequest((request) => request.headers()['x-note'] === 'not-to-be-stored');
    await page.keyboard.press('Control+Enter');
    await sent;

    await page.getByRole('button', { name: 'Show History' }).click();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByRole('button', { name: 'Mine', exact: true }).first().waitFor();
    await history.getByRole('button', { name: 'Add favorite' }).first().click();
    await history.getByRole('button', { name: 'Edit label' }).first().click();
    await history.getByPlaceholder('Type a label').fill('Two topics');
    await history.getByRole('button', { name: 'Save' }).click();
    expect(await findViolations(page, '.graphiql-plugin')).toEqual([]);
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('not-to-be-stored');

    await page.goto(`${getPages().origin}/graphiql?query={viewer{role}}`);
    await history.getByRole('button', { name: 'Two topics', exact: true }).click();
    await page.locator('.graphiql-query-editor').getByText('topics').waitFor();
    expect(requests.some((url) => url.includes('/graphql?'))).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it('an editor saves the query as a question, and the form shows errors beside the fields', async () => {
    const query = 'query Nets { organisations(first: 2) { nodes { title } } }';
    const view = await getPages().open(`/graphiql?preview=true&query=${encodeURIComponent(query)}`);
    const { page } = view;
    const token = await getPages().editorToken();
    await enterToken(page, token);
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
    expect(await findViolations(page, '.save-form')).toEqual([]);

    await task.fill('Reading figures');
    await form.getByLabel('Publish').check();
    await save.click();
    await form.getByText('Saved and published.').waitFor();
    // Saving again fails, because a question with this name exists by now.
    await save.click();
    await form.getByRole('alert').getByText('A question with this name exists. Choose another name.').waitFor();
    await view.close();

    // Former URLs of a question redirect to its page, which needs no script.
    const reader = await getPages().open('/explore?question=networks-two-of-them');
    await reader.page.waitForURL(/\/q\/networks-two-of-them$/);
    await reader.page.getByRole('heading', { name: 'Nétworks, two of them' }).waitFor();
    await reader.close();

    const reopened = await getPages().open('/graphiql?preview=true&question=networks-two-of-them');
    await reopened.page.getByRole('button', { name: 'Nets', exact: true }).waitFor();
    await reopened.page.getByRole('alert').getByText('A preview requires the token of an editor').waitFor();
    await enterToken(reopened.page, token);
    await reopened.page.getByText('2 rows').first().waitFor();
    await reopened.page.getByRole('button', { name: 'Save as a question' }).click();
    await reopened.page.getByLabel('What it answers').fill('Two networks.');
    await reopened.page.getByRole('button', { name: 'Save', exact: true }).click();
    await reopened.page.getByText('Saved as a draft.').waitFor();
    await reopened.close();
    // A question that is opened before the token is entered shows public content, and drafts afterwards.
    const latePage = await getPages().open('/graphiql?preview=true&question=networks-two-of-them');
    await latePage.page.getByRole('heading', { name: 'Nétworks, two of them' }).waitFor();
    expect(await latePage.page.getByText('Two networks.').count()).toBe(0);
    await enterToken(latePage.page, token);
    await latePage.page.getByText('Two networks.').waitFor();
    await latePage.page.getByText('2 rows').first().waitFor();
    await latePage.close();
  });

  it('a table of figures of one indicator links to the explorer of that indicator', async () => {
    const openQuery = (query: string) => getPages().open(`/graphiql?locale=fr&query=${encodeURIComponent(query)}`);
    for (const query of [
      '{ indicator(slug: "unhcr-refugees") { series(areas: ["IT"]) { points { period value } } } }',
      '{ country(by: { code: "IT" }) { series(indicators: ["unhcr-refugees"]) { latest { period value } } } }',
    ]) {
      const one = await openQuery(query);
      const link = one.page.getByRole('link', { name: 'Explorer les chiffres' });
      expect(await link.getAttribute('href')).toBe('/indicator/unhcr-refugees?locale=fr&areas=IT');
      await link.click();
      await one.page.waitForURL(/\/indicator\/unhcr-refugees\?locale=fr&areas=IT$/);
      await one.page.getByRole('heading', { level: 1 }).waitFor();
      await one.close();
    }
    const other = await openQuery('{ indicators(first: 2) { nodes { title } } }');
    await other.page.getByRole('table').waitFor();
    expect(await other.page.getByRole('link', { name: 'Explorer les chiffres' }).count()).toBe(0);
    await other.close();
  });

  it('on a phone, the panes of GraphiQL are stacked, each as wide as the screen', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, faults, close } = await getPages().open('/graphiql?question=asylum-applicants-compared', {
      viewport,
    });
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

    // The answer is as tall as its rows, so that only the page scrolls.
    const isClipped = '(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)';
    expect(await page.evaluate(`${isClipped}(document.querySelector('.graphiql-footer'))`)).toBe(false);

    // A wide table scrolls beside its first column, which takes at most half of the width.
    await page.getByRole('button', { name: 'Show Questions' }).click();
    await page.getByRole('button', { name: /^How smugglers use digital/ }).click();
    await page.getByRole('heading', { name: /^How smugglers use digital/ }).waitFor();
    await page
      .getByRole('row', { name: /Italy 2023/ })
      .first()
      .waitFor({ state: 'detached' });
    const title = page.getByRole('rowheader').first();
    await title.waitFor();
    const before = await title.boundingBox();
    await page.evaluate("document.querySelector('.results .scroll').scrollLeft = 200");
    expect(await page.evaluate<number>("document.querySelector('.results .scroll').scrollLeft")).toBe(200);
    expect(await title.boundingBox()).toEqual(before);
    expect(before!.width).toBeLessThan(viewport.width / 2);
    expect(faults).toEqual([]);
    await close();
  });

  it("axe finds no accessibility violation in Signpost's parts of GraphiQL, and only known ones in others", async () => {
    const { page, close } = await getPages().open('/graphiql?question=countries-ranked-by-rate&view=table');
    await page.locator('.results table').waitFor();
    expect(await findViolations(page, '.questions-pane')).toEqual([]);
    for (const [name, shows] of VIEWS) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.locator(shows).first().waitFor();
      expect([name, await findViolations(page, '.results')]).toEqual([name, []]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([name, await findViolations(page, '.results', COLOUR_RULE_IDS)]).toEqual([name, []]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.getByRole('tab', { name: 'Table', exact: true }).click();
    await page.locator('.results table').waitFor();
    const found = await findViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await findViolations(page, 'html', COLOUR_RULE_IDS)));
    expect(found.filter((each) => !KNOWN_VIOLATIONS.some((left) => left.test(each)))).toEqual([]);
    await close();
  });
}
