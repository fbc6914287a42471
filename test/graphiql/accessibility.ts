import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is otherwise in the dark, and nothing else. */
export const COLOURS = ['color-contrast'];

/**
 * What axe finds wrong on a page, as `rule: element`.
 *
 * @param within a selector; all of the page unless given
 * @param rules  rules, or marks that rules bear
 */
export async function violations(page: Page, within = 'html', rules = RULES): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  return page.evaluate<string[]>(
    `axe.run(${JSON.stringify(within)}, ${options}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`,
  );
}
