import { type Html, html } from './html.js';

const WEB_URL = /^https?:\/\//i;

/** Renders a link to another site. Default text: the host. Invalid URLs become plain text. */
export function externalLink(url: string, { name = urlHost(url), className = '' } = {}): Html {
  if (!WEB_URL.test(url)) return html`${url}`;
  return html`<a${className !== '' && html` class="${className}"`} href="${url}" rel="noreferrer">${name}</a>`;
}

/** Returns the host of a URL without "www."; the text itself if it is not a URL. */
export function urlHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}
