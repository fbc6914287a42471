import { type Html, html } from './html.js';

const WEB = /^https?:\/\//i;

/** Renders a link to another site. Default text: the host. Invalid URLs become plain text. */
export function externalLink(address: string, { name = readHost(address), className = '' } = {}): Html {
  if (!WEB.test(address)) return html`${address}`;
  return html`<a${className !== '' && html` class="${className}"`} href="${address}" rel="noreferrer">${name}</a>`;
}

/** Returns the host of a URL without "www."; the text itself if it is not a URL. */
export function readHost(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
