import MarkdownIt from 'markdown-it';
import { memoise } from '../memoise.js';
import { Html } from './html.js';

/** Pattern of allowed link targets: the web, mail and paths of this site. */
const ALLOWED_LINK = /^(?:https?:\/\/|mailto:|[/#?](?!\/))/i;

/** Number of levels by which headings of a text are lowered, so that they are below the sections of the page. */
const HEADING_SHIFT = 2;

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
renderer.validateLink = (address) => ALLOWED_LINK.test(address.trim());
renderer.core.ruler.push('shift_headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HEADING_SHIFT)}`;
  }
});

/** Renders Markdown. HTML in it is escaped, images are not loaded, and headings start at level 3. */
export const renderMarkdown = memoise((markdown) => new Html(renderer.render(markdown)));
