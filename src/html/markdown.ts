import MarkdownIt from 'markdown-it';
import { memoise } from '../memoise.js';
import { Html } from './html.js';

/** Links to the web, to mail or within the site. */
const ALLOWED_LINK = /^(?:https?:\/\/|mailto:|[/#?](?!\/))/i;

/** Headings of a text are below the sections of the page. */
const HEADING_SHIFT = 2;

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
renderer.validateLink = (address) => ALLOWED_LINK.test(address.trim());
renderer.core.ruler.push('shift_headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HEADING_SHIFT)}`;
  }
});

/** Renders Markdown. HTML in it is shown as text, images are not loaded, and headings begin at level 3. */
export const markdownHtml = memoise((markdown) => new Html(renderer.render(markdown)));
