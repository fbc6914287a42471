import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The source of axe, to be injected into pages. */
export const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Ids of the axe rules whose result depends on dark mode. */
export const COLOUR_RULE_IDS = ['color-contrast'];

/**
 * Returns the violations that axe finds on a page, as `rule: element`.
 *
 * @param selector part of the page; default: the complete page
 * @param rules rules or tags of rules
 */
export async function findViolations(page: Page, selector = 'html', rules = RULES): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE_SOURCE);
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  return page.evaluate<string[]>(
    `axe.run(${JSON.stringify(selector)}, ${options}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`,
  );
}
