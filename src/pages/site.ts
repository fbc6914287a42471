import { chartStyle } from '../charts/palette.js';
import { siteStyle } from '../html/site-style.js';
import type { PageParts } from '../html/shell.js';
import { pageShell } from '../html/shell.js';
import { NAV } from '../kinds/pages/nav.js';
import { listLabel } from '../words/labels.js';

/** The style sheet of all pages. */
export const SITE_STYLE = siteStyle(chartStyle());

/** A whole page of the site: what all pages have around their main part comes by itself. */
export function sitePage(parts: Omit<PageParts, 'style' | 'nav'>): string {
  const nav = NAV.map((plural) => ({ title: listLabel(parts.words, plural).text, path: `/${plural}` }));
  return pageShell({ ...parts, style: SITE_STYLE.path, nav });
}
