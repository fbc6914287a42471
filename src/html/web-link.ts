import type { Html } from './html.js';
import { html } from './html.js';

const WEB = /^https?:\/\//i;

/** A link to another site, by default with its host as text; plain text for an invalid address. */
export function webLink(address: string, { name = readHost(address), className = '' } = {}): Html {
  if (!WEB.test(address)) return html`${address}`;
  return html`<a${className !== '' && html` class="${className}"`} href="${address}" rel="noreferrer">${name}</a>`;
}

/** The host of an address without "www.". */
export function readHost(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}
