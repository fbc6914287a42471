import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { pagePath } from '../../model/entry-key.js';
import type { Section } from '../../html/section.js';
import { markLang } from '../../html/shell.js';
import { webLink } from '../../html/web-link.js';
import { fieldLabel } from '../../i18n/labels.js';
import { entryForms } from './entry-forms.js';
import type { EntryScope, PageCitation } from './page-entry.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Returns the section with the numbered sources of an entry; empty if there are none. */
export function sourcesSection(scope: EntryScope): Section[] {
  const { entry, kind, writer } = scope;
  if (entry.citations.length === 0) return [];
  return [
    {
      id: 'sources',
      title: fieldLabel(writer.messages, kind.name, 'citations'),
      body: html`<ol class="refs">
        ${entry.citations.map((citation, index) => {
          const { source, locator, note } = citation;
          return html`<li>
            ${writer.link(source)} ${locator !== null && writer.english(`(${locator})`)}
            <span class="soft">
              ${source.publisherName}${source.publishedOn !== null && html`, ${writer.date(source.publishedOn)}`}${
                source.url !== null && html`, ${webLink(source.url)}`
              }
            </span>
            ${quotation(citation, writer)}
            ${note !== null && html`<br /><span class="soft">${writer.localised(scope.text(`citations[${index}].note`, note))}</span>`}
          </li> `;
        })}
      </ol>`,
    },
  ];
}

/** Renders the quotation on demand, and whether a copy was read; on paper the latter only. */
function quotation({ quote, quoteLanguage, readIn, copy }: PageCitation, writer: PageWriter): Html | false {
  const { quotation: heading, readInCopy } = writer.labels;
  const isCopy = readIn === 'COPY';
  if (quote === null && !isCopy) return false;
  const lang = quoteLanguage === writer.locale ? null : quoteLanguage;
  const summary = [...(quote === null ? [] : [heading]), ...(isCopy ? [readInCopy] : [])].join(' · ');
  return html`<details class="quote screen-only">
      <summary>${summary}</summary>
      ${quote !== null && html`<blockquote ${markLang(lang)}>${quote}</blockquote>`}
      ${isCopy && copy !== null && html`<p class="soft">${readInCopy}${writer.format.colon} ${copySource(copy)}</p>`}
    </details>
    ${isCopy && html`<small class="paper-only">${readInCopy}</small>`}`;
}

function copySource(copy: string): Html {
  return /^https?:\/\/\S+$/.test(copy) ? webLink(copy) : html`${copy}`;
}

/**
 * Returns the section about the page: revision, other sites, and for a public page its history, citation and formats.
 */
export function aboutSection({ entry, kind, writer }: EntryScope): Section {
  const { labels, messages } = writer;
  const { citation, sameAs, revision, updatedAt, status, checkedOn, reviewBy } = entry;
  const path = writer.path(pagePath(kind, entry.slug));
  const isPublic = status === 'PUBLISHED';
  return {
    id: 'about',
    title: inPageLanguage(labels.aboutPage),
    body: html`<p class="soft">
        ${labels.revision} ${revision} · ${labels.updated}
        ${writer.date(updatedAt)}${
          isPublic &&
          html`<span class="screen-only"> · </span> <a class="screen-only" href="${path}/history">${labels.history}</a>`
        }
      </p>
      ${
        (checkedOn || reviewBy) &&
        html`<p class="soft">
          ${checkedOn && html`${labels.lastChecked} ${writer.date(checkedOn)}`}${checkedOn && reviewBy && ' · '}${
            reviewBy && html`${labels.reviewBy} ${writer.date(reviewBy)}`
          }
        </p>`
      }
      ${
        sameAs.length > 0 &&
        html`<p>
          ${writer.localised(fieldLabel(messages, kind.name, 'sameAs'))}${writer.format.colon}
          ${sameAs.map((address, index) => html`${index > 0 && ', '}${webLink(address)}`)}
        </p>`
      }
      ${
        isPublic &&
        html`<h3 class="sub">${messages.cite.cite}${writer.sign(writer.englishLang)}</h3>
          <p class="cite" ${markLang(writer.englishLang)}>${citation}</p>
          <div class="dl screen-only">
            ${entryForms(kind).map(({ ending, name }) => html`<a href="${path}.${ending}" download>${name}</a> `)}
          </div>`
      }`,
  };
}
