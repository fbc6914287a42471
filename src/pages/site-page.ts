import { chartStyle } from '../charts/palette.js';
import { html } from '../html/html.js';
import { siteStyleSheet } from '../html/site-style-sheet.js';
import type { PageWriter } from '../html/page-writer.js';
import { type PageContent, pageShell } from '../html/page-shell.js';
import { NAVIGATION_LISTS } from '../kinds/pages/navigation.js';
import { kosovoFootnote, needsFootnote } from '../i18n/footnotes.js';
import { listLabel } from '../i18n/kind-labels.js';

export const SITE_STYLE = siteStyleSheet(chartStyle());

/** Content of a page, without the parts that all pages share. Default address: that of the writer. */
type SitePageContent = Omit<PageContent, 'style' | 'nav' | 'messages' | 'address'> &
  Partial<Pick<PageContent, 'address'>>;

/** Renders a page with the navigation, style and messages of the site. */
export function sitePage({ messages, address }: PageWriter, content: SitePageContent): string {
  const notes = kosovoFootnote(needsFootnote(content.main.text), messages.chart);
  const main = html`${content.main} ${notes.map((note) => html`<p class="wrap soft">${note}</p>`)}`;
  const nav = NAVIGATION_LISTS.map((plural) => ({ title: listLabel(messages, plural).text, path: `/${plural}` }));
  return pageShell({ messages, address, style: SITE_STYLE.path, nav, ...content, main });
}
