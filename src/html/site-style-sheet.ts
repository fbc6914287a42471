import { createHash } from 'node:crypto';
import { BASE_CSS } from './style/base.js';
import { ENTRIES_CSS } from './style/entries.js';
import { EXPLORER_CSS } from './style/explorer.js';
import { FIGURES_CSS } from './style/figures.js';
import { LEAFLETS_CSS } from './style/leaflets.js';
import { LISTS_CSS } from './style/lists.js';
import { MEDIA_CSS } from './style/media-queries.js';
import { TOKENS_CSS } from './style/tokens.js';

/** A style sheet, and its path with a content hash. */
export interface StyleSheet {
  path: string;
  css: string;
}

/** Returns the style sheet of all pages, with further rules, such as those of charts. */
export function siteStyleSheet(extra: string): StyleSheet {
  const css = [TOKENS_CSS, BASE_CSS, ENTRIES_CSS, LISTS_CSS, FIGURES_CSS, EXPLORER_CSS, extra, MEDIA_CSS, LEAFLETS_CSS]
    .join('')
    .replace(/\n\s*/g, '\n')
    .trim();
  const digest = createHash('sha256').update(css).digest('base64url').slice(0, 12);
  return { path: `/style/site.${digest}.css`, css };
}
