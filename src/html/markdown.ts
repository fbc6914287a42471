import MarkdownIt from 'markdown-it';
import { remembered } from '../remembered.js';
import { Html } from './html.js';

/** Links lead to the web, to mail or within the site, and nowhere else. */
const ALLOWED_LINK = /^(?:https?:\/\/|mailto:|[/#?](?!\/))/i;

/** Headings of a text stand below those of the page, which has its title and its sections above them. */
const HEADING_SHIFT = 2;

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
renderer.validateLink = (address) => ALLOWED_LINK.test(address.trim());
renderer.core.ruler.push('shift_headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HEADING_SHIFT)}`;
  }
});

/** Markdown as HTML. HTML inside it is shown as text; pictures are not fetched; headings begin at the third level. */
export const markdownHtml = remembered((markdown) => new Html(renderer.render(markdown)));
