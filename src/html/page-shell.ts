import { formatsFor } from '../i18n/column-labels.js';
import { LANGUAGE_NAMES, type Locale, LOCALES } from '../i18n/locales.js';
import { messagesFor } from '../i18n/messages-for.js';
import { inPageLanguage, type LocalisedText } from '../i18n/localised-text.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { type Html, html, Html as SafeHtml } from './html.js';

/** Content security policy of rendered pages: no scripts; styles, images and forms only from and to this server. */
export const PAGE_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Content security policy of pages with a script from this server, which reloads parts of the page and converts charts
 * to images.
 */
export const SCRIPT_SECURITY_POLICY = `${PAGE_SECURITY_POLICY.replace("img-src 'self'", "img-src 'self' data:")}; script-src 'self'; connect-src 'self'`;

/** Content security policy of charts and tables that any page can embed. They have no forms. */
export const EMBED_SECURITY_POLICY = PAGE_SECURITY_POLICY.replace("form-action 'self'", "form-action 'none'").replace(
  "frame-ancestors 'none'",
  'frame-ancestors *',
);

/** A breadcrumb. The current page has no path. */
interface Crumb extends LocalisedText {
  /** Title as HTML, with the languages of its parts. */
  marked?: Html;
  path: string | null;
}

/** Components of the URL of a page. */
export interface PageAddress {
  /** Origin of the server; empty if unknown. */
  origin: string;
  /** Locale of the path. The default locale has no prefix. */
  locale: string;
  /** Path without the locale, such as `/country/it`. */
  path: string;
  /** Query parameters without the locale. */
  search: URLSearchParams;
}

interface NavItem {
  title: string;
  path: string;
}

/** Whether the translation of a page is missing or partial. */
export type TranslationGap = 'MISSING' | 'PARTIAL';

/** Body, title and metadata of a page, as input of `pageShell`. */
export interface PageContent {
  /** Title without the name of the site. */
  title: string;
  /** Language of a foreign title. */
  titleLang?: string | null;
  /** Description in one sentence, for search engines and social media. */
  description?: string;
  descriptionLang?: string | null;
  messages: LocaleMessages;
  address: PageAddress;
  /** Path of the style sheet. */
  style: string;
  nav: readonly NavItem[];
  /** Path of the current item in the navigation. */
  section?: string;
  /** Locales in which the page is missing or incomplete. */
  gaps?: ReadonlyMap<string, TranslationGap>;
  /** Breadcrumbs from the first below the home page to the page itself. */
  crumbs?: readonly Crumb[];
  /** JSON-LD. */
  jsonLd?: object;
  /** Further elements of the document head, such as links to other formats. */
  head?: Html;
  isWide?: boolean;
  /** Whether the canonical URL omits the parameters. Links to other locales preserve them. */
  isVariant?: boolean;
  /** Whether to exclude the page from search engines. */
  isHidden?: boolean;
  /** URL parameters with localised values. Links to other locales omit them. */
  localParameters?: readonly string[];
  main: Html;
}

const LOGO = html`<svg width="22" height="26" viewBox="0 0 22 26" aria-hidden="true">
  <path d="M10 1h2v25h-2z" fill="#c9d8e8" />
  <path d="M2 4h14l4 3.5-4 3.5H2z" fill="#ffbf1f" />
  <path d="M20 13H7l-4 3.5L7 20h13z" fill="#fff" />
</svg>`;
const SITE_NAME = 'Signpost';
/** Image for social media. These do not support SVG. */
const SOCIAL_IMAGE = { path: '/graphiql/card.png', width: 1200, height: 630 };
/** Path of the editor. Its locale is a parameter, not part of the path. */
const EDITOR_PATH = '/graphiql';

/** Paths of pages that contain a search form. */
const PATHS_WITH_SEARCH = ['/', '/search'];

/** Returns the path of a page in a locale. */
export function localisedPagePath(
  { locale }: Pick<PageAddress, 'locale'>,
  path: string,
  search: URLSearchParams = new URLSearchParams(),
): string {
  if (path !== EDITOR_PATH) return `${localisedPath(locale, path)}${queryString(search)}`;
  const editorSearch = new URLSearchParams(search);
  if (locale !== LOCALES[0]) editorSearch.set('locale', locale);
  return `${path}${queryString(editorSearch)}`;
}

/** Renders a complete page. */
export function pageShell(content: PageContent): string {
  const { messages, crumbs, main } = content;
  return `<!doctype html>\n${
    html`<html lang="${messages.locale}">
      ${pageHead(content)}
      <body>
        <a class="skip" href="#main">${messages.site.skip}</a>
        ${masthead(content)} ${crumbs && breadcrumb(crumbs, content)}
        <main id="main" ${content.isWide && html` class="full"`}>${main}</main>
        ${footer(content)}
      </body>
    </html> `.text
  }`;
}

/** Renders the document head, with metadata for search engines and social media. */
function pageHead(content: PageContent): Html {
  const { description, descriptionLang, messages, address, style, jsonLd, head } = content;
  const { origin, path } = address;
  const search = content.isVariant ? new URLSearchParams() : address.search;
  const title = `${content.title} – ${SITE_NAME}`;
  const canonicalUrl = `${origin}${localisedPagePath(address, path, search)}`;
  return html`<head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title${renderLangAttribute(content.titleLang)}>${title}</title>
      ${description !== undefined && html`<meta name="description" content="${description}" ${renderLangAttribute(descriptionLang)} /> `}${
        content.isHidden && html`<meta name="robots" content="noindex" /> `
      }
      <meta property="og:title" content="${title}" ${renderLangAttribute(content.titleLang)} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content="${messages.locale}" />
      ${description !== undefined && html`<meta property="og:description" content="${description}" ${renderLangAttribute(descriptionLang)} /> `}
      ${
        origin !== '' &&
        html`<meta property="og:site_name" content="${SITE_NAME}" />
          <meta property="og:image" content="${origin}${SOCIAL_IMAGE.path}" />
          <meta property="og:image:width" content="${SOCIAL_IMAGE.width}" />
          <meta property="og:image:height" content="${SOCIAL_IMAGE.height}" />
          <meta name="twitter:card" content="summary_large_image" /> `
      }
      <meta name="theme-color" content="#12304f" />
      <link rel="stylesheet" href="${style}" />
      <link rel="icon" href="/graphiql/icon.svg" type="image/svg+xml" />
      ${
        !content.isHidden &&
        html`${origin !== '' && html`<link rel="canonical" href="${canonicalUrl}" /><meta property="og:url" content="${canonicalUrl}" /> `}${LOCALES.map(
            (language) =>
              html`<link
                rel="alternate"
                hreflang="${language}"
                href="${origin}${localisedPagePath({ locale: language }, path, queryForOtherLocale(search))}"
              /> `,
          )}<link rel="alternate" hreflang="x-default" href="${origin}${path}${queryString(search)}" /> `
      }${head}${jsonLd !== undefined && renderJsonLd(jsonLd)}
    </head>`;
}

function masthead(content: PageContent): Html {
  const { messages, address, nav, section } = content;
  const { site, question } = messages;
  const { path } = address;
  const toPath = (page: string) => localisedPagePath(address, page);
  return html`<header class="masthead">
    <div class="band">
      <div>
        <a class="brand" href="${toPath('/')}">${LOGO}${SITE_NAME}</a><span>${site.tagline}</span>
        <nav class="langs" aria-label="${site.language}">
          <ul>
            ${LOCALES.map((language) => languageLink(language, content))}
          </ul>
        </nav>
      </div>
    </div>
    <div class="nav">
      <nav aria-label="${site.mainNavigation}">
        <ul>
          ${nav.map(
            ({ title: name, path: at }) =>
              html`<li>
                <a
                  href="${toPath(at)}"
                  ${path === at ? html` aria-current="page"` : section === at && html` aria-current="true"`}
                  >${name}</a
                >
              </li>`,
          )}
          <li><a href="${toPath('/q')}">${question.questions}</a></li>
        </ul>
      </nav>
      ${
        !PATHS_WITH_SEARCH.includes(path) &&
        html`<form class="find" role="search" action="${toPath('/search')}">
          <label class="vh" for="find">${messages.page.searchAll}</label
          ><input id="find" name="q" type="search" autocomplete="off" maxlength="200" /><button>
            ${messages.page.search}
          </button>
        </form>`
      }
    </div>
  </header>`;
}

function breadcrumb(crumbs: readonly Crumb[], { messages, address }: PageContent): Html {
  const { site } = messages;
  const toPath = (page: string) => localisedPagePath(address, page);
  const home: Crumb = { ...inPageLanguage(site.home), path: '/' };
  return html`<nav class="crumbs" aria-label="${site.breadcrumb}">
    <ol>
      ${[home, ...crumbs].map(({ text, lang, marked, path: at }) => html`<li>${at === null ? html`<span aria-current="page" ${renderLangAttribute(lang)}>${marked ?? text}</span>` : html`<a href="${toPath(at)}" ${renderLangAttribute(lang)}>${text}</a>`}${lang !== null && languageBadge(lang, messages)}</li>`)}
    </ol>
  </nav> `;
}

function footer({ messages, address, nav }: PageContent): Html {
  const { site, question } = messages;
  const toPath = (page: string) => localisedPagePath(address, page);
  return html`<footer>
    <div>
      <div>
        <h2>${SITE_NAME}</h2>
        <p>${site.about}</p>
      </div>
      <div>
        <h2>${site.find}</h2>
        <ul>
          ${nav.map(({ title: name, path: at }) => html`<li><a href="${toPath(at)}">${name}</a></li>`)}
          <li><a href="${toPath('/q')}">${question.questions}</a></li>
          <li><a href="${toPath('/changes')}">${messages.page.changes}</a></li>
        </ul>
      </div>
      <div>
        <h2>${site.further}</h2>
        <ul>
          <li><a href="${toPath('/graphiql')}">${site.editor}</a></li>
          <li><a href="/graphql">${site.api}</a></li>
        </ul>
      </div>
    </div>
  </footer>`;
}

/** Renders the `lang` attribute of a foreign text. */
export function renderLangAttribute(lang: string | null | undefined): Html | false {
  return lang != null && html` lang="${lang}"`;
}

/** Renders the badge of a foreign text: its language code, with the language name as tooltip. */
export function languageBadge(lang: string, messages: LocaleMessages): Html {
  return html` <span class="la" title="${formatsFor(messages).language(lang)}">${lang}</span>`;
}

function languageLink(language: Locale, { messages, address, gaps, localParameters = [] }: PageContent): Html {
  const targetMessages = messagesFor([language]);
  const gap = gaps?.get(language);
  // The note is written in the language whose translation is missing or partial.
  const note = gap && html`<small>${targetMessages.page[gap === 'MISSING' ? 'missing' : 'partial']}</small>`;
  return language === messages.locale
    ? html`<li><span lang="${language}" aria-current="true">${LANGUAGE_NAMES[language]}</span></li>`
    : html`<li>
        <a
          href="${localisedPagePath({ locale: language }, address.path, queryForOtherLocale(address.search, localParameters))}"
          lang="${language}"
          hreflang="${language}"
          >${LANGUAGE_NAMES[language]}${note}</a
        >
      </li>`;
}

function localisedPath(locale: string, path: string): string {
  if (locale === LOCALES[0]) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Returns the query parameters for another locale, without cursors and localised values. */
function queryForOtherLocale(search: URLSearchParams, localParameters: readonly string[] = []): URLSearchParams {
  const otherSearch = new URLSearchParams(search);
  for (const name of ['after', ...localParameters]) otherSearch.delete(name);
  return otherSearch;
}

function queryString(search: URLSearchParams): string {
  return search.size > 0 ? `?${search}` : '';
}

/** Renders JSON-LD, escaped so that it cannot close its element. */
function renderJsonLd(data: object): Html {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return new SafeHtml(`<script type="application/ld+json">${json}</script>\n`);
}
