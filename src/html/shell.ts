import { LANGUAGES, wordsIn } from '../words/catalogue.js';
import type { Words } from '../words/words.js';
import type { Html } from './html.js';
import { html, Html as SafeHtml } from './html.js';

/**
 * The content security policy of every page made here: no script that runs, the style sheet and pictures of this server
 * alone, forms that lead nowhere else.
 */
export const PAGE_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A place in the site: what it is called, and where it is; the page itself has no address. */
interface Crumb {
  title: string;
  path: string | null;
}

/** Where a page stands. */
export interface PageAddress {
  /** What addresses of the server begin with; empty where that is not known. */
  origin: string;
  path: string;
  search: URLSearchParams;
}

/** A page around its main part. */
export interface PageParts {
  /** Without the name of the site. */
  title: string;
  /** What it holds, in a sentence, for those who find it elsewhere. */
  description?: string;
  /** The language of its content; that of the words unless given. */
  locale?: string;
  words: Words;
  address: PageAddress;
  /** The address of the style sheet. */
  style: string;
  crumbs?: readonly Crumb[];
  /** What it says for programs, in the terms of schema.org. */
  facts?: object;
  main: Html;
}

const SIGN = html`<svg width="22" height="26" viewBox="0 0 22 26" aria-hidden="true">
  <path d="M10 1h2v25h-2z" fill="#c9d8e8" />
  <path d="M2 4h14l4 3.5-4 3.5H2z" fill="#ffbf1f" />
  <path d="M20 13H7l-4 3.5L7 20h13z" fill="#fff" />
</svg>`;
const NAME = 'Signpost';

/** The address of another page in the language of this one, where this one's address says which it is. */
export function pathFrom({ search }: PageAddress, path: string, more: URLSearchParams = new URLSearchParams()): string {
  const next = new URLSearchParams(more);
  const locale = search.get('locale');
  if (locale !== null) next.set('locale', locale);
  return next.size > 0 ? `${path}?${next}` : path;
}

/** A whole page: masthead, languages, where it stands, its main part, and what stands at the foot of all pages. */
export function pageShell(parts: PageParts): string {
  const { title, description, words, locale = words.locale, address, style, crumbs, facts, main } = parts;
  const { site, question } = words;
  const to = (path: string) => pathFrom(address, path);
  // The frame is in a language that there are words in.
  const lang = words.locale === locale ? null : html` lang="${words.locale}"`;
  const whole = title === NAME ? NAME : `${title} – ${NAME}`;
  const { origin, path, search } = address;
  const page = html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${whole}</title>
${
  description !== undefined && html`<meta name="description" content="${description}" /> `
}<meta name="theme-color" content="#12304f">
<link rel="stylesheet" href="${style}">
<link rel="icon" href="/graphiql/icon.svg" type="image/svg+xml">
${origin !== '' && html`<link rel="canonical" href="${origin}${path}${searchText(search)}" /> `}${LANGUAGES.map(
    (each) => html`<link rel="alternate" hreflang="${each}" href="${origin}${inLanguage(address, each)}" /> `,
  )}${facts !== undefined && factsOf(facts)}</head>
<body>
<a class="skip" href="#main"${lang}>${site.skip}</a>
<header class="masthead"${lang}>
<div class="band"><div><a class="brand" href="${to('/')}">${SIGN}${NAME}</a><span>${site.tagline}</span>
<nav class="langs" aria-label="${site.language}"><ul>${LANGUAGES.map((each) => languageLink(each, parts))}</ul></nav></div></div>
<div class="nav"><nav aria-label="${site.mainNavigation}"><ul>${[
    ['/q', question.questions],
    ['/graphiql', site.editor],
  ].map(
    ([at, name]) => html`<li><a href="${to(at!)}" ${path === at && html` aria-current="page"`}>${name}</a></li>`,
  )}</ul></nav>
<form class="find" role="search" action="/q"><label class="vh" for="words">${question.findQuestion}</label><input id="words" name="words" type="search" autocomplete="off" maxlength="200" value="${path === '/q' ? search.get('words') : ''}">${hidden(search)}<button>${question.search}</button></form></div>
</header>
${
  crumbs &&
  html`<nav class="crumbs" aria-label="${site.breadcrumb}" ${lang}>
    <ol>
      ${crumbs.map(({ title: name, path: at }) => html`<li>${at === null ? html`<span aria-current="page">${name}</span>` : html`<a href="${to(at)}">${name}</a>`}</li>`)}
    </ol>
  </nav> `
}<main id="main">
${main}
</main>
<footer${lang}><div>
<div><h2>${NAME}</h2><p>${site.about}</p></div>
<div><h2>${site.find}</h2><ul><li><a href="${to('/')}">${site.home}</a></li><li><a href="${to('/q')}">${question.questions}</a></li></ul></div>
<div><h2>${site.further}</h2><ul><li><a href="/graphiql">${site.editor}</a></li><li><a href="/graphql">${site.api}</a></li></ul></div>
</div></footer>
</body>`;
  return `<!doctype html>\n${
    html`<html lang="${locale}">
      ${page}
    </html> `.text
  }`;
}

/** The language of a page as a field of its forms, where its address says which it is. */
export function hidden(search: URLSearchParams): Html | false {
  const locale = search.get('locale');
  return locale !== null && html`<input type="hidden" name="locale" value="${locale}" />`;
}

function languageLink(language: string, { words, address }: PageParts): Html {
  const { ownName } = wordsIn([language]).site;
  return language === words.locale
    ? html`<li><span lang="${language}" aria-current="true">${ownName}</span></li>`
    : html`<li>
        <a href="${inLanguage(address, language)}" lang="${language}" hreflang="${language}">${ownName}</a>
      </li>`;
}

function inLanguage({ path, search }: PageAddress, language: string): string {
  const next = new URLSearchParams(search);
  next.set('locale', language);
  return `${path}?${next}`;
}

function searchText(search: URLSearchParams): string {
  return search.size > 0 ? `?${search}` : '';
}

/** Facts for programs. They are data and no script, and no text in them can end their element. */
function factsOf(facts: object): Html {
  const json = JSON.stringify(facts).replace(/</g, '\\u003c');
  return new SafeHtml(`<script type="application/ld+json">${json}</script>\n`);
}
