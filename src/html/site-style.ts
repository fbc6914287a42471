import { createHash } from 'node:crypto';
import { BASE } from './style/base.js';
import { ENTRIES } from './style/entries.js';
import { FIGURES } from './style/figures.js';
import { LEAFLETS } from './style/leaflets.js';
import { LISTS } from './style/lists.js';
import { MEDIA } from './style/media.js';
import { TOKENS } from './style/tokens.js';

/** A style sheet, and its content-hashed address. */
export interface StyleSheet {
  path: string;
  css: string;
}

/** The style sheet of all pages. @param more further rules, such as those of charts */
export function siteStyle(more: string): StyleSheet {
  const css = [TOKENS, BASE, ENTRIES, LISTS, FIGURES, more, MEDIA, LEAFLETS].join('').replace(/\n\s*/g, '\n').trim();
  const digest = createHash('sha256').update(css).digest('base64url').slice(0, 12);
  return { path: `/style/site.${digest}.css`, css };
}
