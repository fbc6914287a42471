import type { Html } from './html.js';
import { html } from './html.js';

const WEB = /^https?:\/\//i;

/** A link to an address elsewhere on the web, by its host unless named; the address as a text where it is none. */
export function webLink(address: string, { name = readHost(address), className = '' } = {}): Html {
  if (!WEB.test(address)) return html`${address}`;
  return html`<a${className !== '' && html` class="${className}"`} href="${address}" rel="noreferrer">${name}</a>`;
}

/** The host of an address, as people say it. */
export function readHost(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}
