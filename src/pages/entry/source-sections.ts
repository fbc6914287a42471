import { html } from '../../html/html.js';
import { pagePath } from '../../model/entry-key.js';
import { textPagePath } from '../../model/explorer-url.js';
import { quotation } from '../../html/quotation.js';
import type { Section } from '../../html/section.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { externalLink } from '../../html/external-link.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { entryFormats } from './entry-formats.js';
import type { EntryScope } from './entry-page-data.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Returns the section with the numbered sources of an entry, each with all its citations; empty if there are none. */
export function sourcesSection(scope: EntryScope): Section[] {
  const { entry, kind, writer } = scope;
  if (entry.citations.length === 0) return [];
  const sources = [...new Map(entry.citations.map(({ source }) => [source.path, source])).values()];
  return [
    {
      id: 'sources',
      title: fieldLabel(writer.messages, kind.name, 'citations'),
      body: html`<ol class="refs">
        ${sources.map(
          (source) =>
            html`<li>
              ${writer.link(source)}
              <span class="soft">
                ${source.publisherName}${source.publishedOn !== null && html`, ${writer.date(source.publishedOn)}`}${
                  source.url !== null && html`, ${externalLink(source.url)}`
                }
              </span>
              ${entry.citations.map(
                ({ locator, note, ...citation }, index) =>
                  citation.source.path === source.path &&
                  html`<div>
                    ${locator !== null && writer.english(`(${locator})`)} ${quotation(citation, writer)}
                    ${note !== null && html`<br /><span class="soft">${writer.localised(scope.text(`citations[${index}].note`, note))}</span>`}
                  </div>`,
              )}
            </li> `,
        )}
      </ol>`,
    },
  ];
}

/** Returns the section about the page: revision, links to other sites, and if public, history, citation and formats. */
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
        checkedOn !== undefined &&
        html`<p class="soft">
          ${labels.lastChecked}
          ${checkedOn ? writer.date(checkedOn) : labels.notRecorded}${reviewBy && ' · '}${
            reviewBy && html`${labels.reviewBy} ${writer.date(reviewBy)}`
          }
        </p>`
      }
      ${
        sameAs.length > 0 &&
        html`<p>
          ${writer.localised(fieldLabel(messages, kind.name, 'sameAs'))}${writer.format.colon}
          ${sameAs.map((address, index) => html`${index > 0 && ', '}${externalLink(address)}`)}
        </p>`
      }
      ${
        isPublic &&
        html`<h3 class="sub">${messages.cite.cite}${writer.languageBadge(writer.englishLang)}</h3>
          <p class="cite" ${renderLangAttribute(writer.englishLang)}>${citation}</p>
          <div class="dl screen-only">
            ${entryFormats(kind).map(({ extension, name }) => html`<a href="${writer.path(textPagePath(kind, entry.slug))}.${extension}" download>${name}</a> `)}
          </div>`
      }`,
  };
}
