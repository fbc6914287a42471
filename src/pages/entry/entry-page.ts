import { type Html, html } from '../../html/html.js';
import { renderMarkdown } from '../../html/markdown.js';
import { type LinkedEntry, truncateText } from '../../html/page-writer.js';
import { caveatNote, keyFactBand, type Section, sectionsHtml } from '../../html/section.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { urlHost, externalLink } from '../../html/external-link.js';
import { formatDay } from '../../model/iso-date.js';
import { pagePath } from '../../model/entry-key.js';
import { isOverdue } from '../../model/review-dates.js';
import { selectPageParts } from '../../kinds/pages/index.js';
import type { Field } from '../../model/model.js';
import { fieldLabel, kindLabel, listLabel } from '../../i18n/kind-labels.js';
import { findTranslationGaps } from '../translation-gaps.js';
import { sitePage } from '../site-page.js';
import { claimsKeyFact, claimsSection } from './claims.js';
import { entryJsonLd } from './entry-json-ld.js';
import { alternateLinks } from './entry-formats.js';
import { REPLACED_BY_FIELD } from './entry-query.js';
import { remainingValuesSection, selectKeyFacts } from './key-facts.js';
import { aboutSection, sourcesSection } from './source-sections.js';
import { inverseSections, linkSections } from './link-sections.js';
import { objectList } from './object-list.js';
import type { EntryScope } from './entry-page-data.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import { isProse, findLeadField, ownFields } from './displayed-fields.js';
import { hasValue } from './render-value.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Length from which the lead is set in a smaller size, in characters. */
const LONG_LEAD_LENGTH = 260;
const MAX_DESCRIPTION_LENGTH = 300;

/** Renders the page of an entry: its key facts, texts, links in both directions and sources. */
export function entryPage(scope: EntryScope): string {
  const { model, kind, entry, writer } = scope;
  const { messages, address } = writer;
  const pageParts = selectPageParts(kind);
  const replacedFields = new Set(pageParts.flatMap(({ replacesFields }) => replacesFields));
  const fields = ownFields(model, kind).filter(({ name }) => !replacedFields.has(name) && hasValue(entry[name]));
  const leadTextField = findLeadField(kind);
  const leadText = leadTextField === null ? null : (entry[leadTextField.name] as string | null);
  const input = { entry, writer, kind: kind.name };
  const facts = selectKeyFacts(fields, scope);
  const band = [...facts.band, ...pageParts.flatMap((each) => each.keyFacts?.(input) ?? []), ...claimsKeyFact(scope)];
  const partSections = (precedes: boolean) =>
    pageParts
      .filter((pagePart) => Boolean(pagePart.precedesTexts) === precedes)
      .flatMap((pagePart) => pagePart.sections(input));
  const sections = [
    ...partSections(true),
    ...addCaveat(
      fields
        .filter((field) => isProse(field) && field !== leadTextField)
        .flatMap((field) => proseSection(field, scope, leadText)),
      scope,
    ),
    ...partSections(false),
    ...fields
      .filter(({ category, list }) => category === 'object' && list)
      .map((field) => ({
        id: field.name,
        title: fieldLabel(writer.messages, kind.name, field.name),
        body: objectList(field, entry[field.name] as readonly EntryValues[], scope),
      })),
    ...claimsSection(scope),
    ...linkSections(
      fields.filter(({ category, list }) => category === 'link' && list),
      scope,
    ),
    ...inverseSections(scope, replacedFields),
    ...remainingValuesSection(facts.rest, scope),
    ...sourcesSection(scope),
    aboutSection(scope),
  ];
  const eyebrow = pageParts.map((pagePart) => pagePart.eyebrow?.(input)).find((content) => content !== undefined);
  const printedIds = pageParts.flatMap((pagePart) => pagePart.printedIds ?? []);
  const body = html`${keyFactBand(band, writer)}${sectionsHtml(sections, writer, printedIds)}`;
  const kindTitle = kindLabel(messages, kind);
  const localTitle = scope.text('title', entry.title);
  const description =
    leadText === null
      ? `${localTitle.lang === null ? `${entry.title} – ` : ''}${kindTitle.text}. ${messages.site.tagline}.`
      : truncateText(leadText, MAX_DESCRIPTION_LENGTH);
  const descriptionLang = leadText === null ? null : scope.text(leadTextField!.name, leadText).lang;
  const isDraft = entry.status === 'DRAFT';
  return sitePage(writer, {
    title: `${entry.title} – ${kindLabel(writer.messagesOf(localTitle.lang), kind).text}`,
    titleLang: localTitle.lang,
    description,
    descriptionLang,
    ...(!isDraft && {
      jsonLd: entryJsonLd(scope, { text: description, lang: descriptionLang }),
      head: alternateLinks(scope),
    }),
    // The page ignores query parameters, so its address omits them.
    ...(!isDraft && { address: { ...address, search: new URLSearchParams() } }),
    isHidden: isDraft,
    section: `/${kind.plural}`,
    gaps: findTranslationGaps(entry.translations),
    crumbs: [
      { ...listLabel(messages, kind.plural), path: `/${kind.plural}` },
      { ...writer.title(entry), path: null },
    ],
    // Rendered last: the other parts determine whether there is foreign text.
    main: html`${entryHeader(scope, leadTextField, leadText, eyebrow)}${entryNotices(scope)}${body}`,
  });
}

function entryHeader(scope: EntryScope, lead: Field | null, leadText: string | null, eyebrow: Html | undefined): Html {
  const { entry, kind, writer } = scope;
  const className = leadText !== null && leadText.length > LONG_LEAD_LENGTH ? 'lead long' : 'lead';
  const url = entry['url'] ?? entry['website'];
  return html`<header class="head">
    <p class="eyebrow">${eyebrow ?? writer.localised(kindLabel(writer.messages, kind))}</p>
    <h1>${writer.localised(scope.text('title', entry.title))}</h1>
    ${leadText !== null && html`<p class="${className}">${writer.localised(scope.text(lead!.name, leadText))}</p>`}
    ${
      typeof url === 'string' &&
      html`<p>${externalLink(url, { name: `${writer.labels.goTo} ${urlHost(url)}`, className: 'btn' })}</p>`
    }
  </header> `;
}

/** Renders notices about a draft, an overdue review, a replacement, foreign text and an unreviewed translation. */
function entryNotices(scope: EntryScope): Html {
  const { entry, writer } = scope;
  const { labels } = writer;
  const replacement = (entry[REPLACED_BY_FIELD] as { nodes?: readonly LinkedEntry[] } | undefined)?.nodes?.[0];
  return html`${
    entry.status === 'DRAFT' &&
    html`<div class="notice beware">
      <p><strong>${labels.draft}.</strong> ${comparisonHtml(scope)} ${labels.draftNotice}</p>
    </div>`
  }${
    isOverdue(entry, formatDay(new Date())) &&
    html`<div class="notice beware"><p>${labels.reviewOverdue({ date: writer.format.date(entry.reviewBy!) })}</p></div>`
  }${replacement && html`<div class="notice beware"><p>${labels.replacedNotice} ${writer.link(replacement)}</p></div>`}${
    writer.hasForeignText && html`<div class="notice"><p>${labels.fellBack}</p></div>`
  }${
    entry.translation.missing.length === 0 &&
    !entry.translation.isReviewed &&
    html`<p class="soft small">${labels.notReviewed}</p>`
  }`;
}

/** Renders how a draft differs from its public page, with a link to that page. */
function comparisonHtml({ comparison, kind, entry, writer }: EntryScope): Html | string {
  const { draftIsNew, draftDiffers, draftIsSame } = writer.labels;
  if (comparison === undefined || comparison === 'NO_PUBLIC_PAGE') return draftIsNew;
  const sentence = comparison === 'SAME' ? draftIsSame : draftDiffers;
  return html`<a href="${writer.path(pagePath(kind, entry.slug))}">${sentence}</a>`;
}

/** Returns the section of a text. Omits a first paragraph that repeats the lead; empty if nothing else remains. */
function proseSection(field: Field, scope: EntryScope, leadParagraph: string | null): Section[] {
  const { entry, kind, writer } = scope;
  const { text: fullText, lang } = scope.text(field.name, String(entry[field.name]));
  const text = removeLead(fullText, leadParagraph);
  if (text === '') return [];
  const body = field.type === 'Markdown' ? renderMarkdown(text) : html`<p>${text}</p>`;
  return [
    {
      id: field.name,
      title: fieldLabel(writer.messages, kind.name, field.name),
      more: writer.languageBadge(lang),
      body: html`<div class="prose" ${renderLangAttribute(lang)}>${body}</div>`,
    },
  ];
}

function removeLead(text: string, leadParagraph: string | null): string {
  const normaliseSpace = (part: string) => part.replace(/\s+/g, ' ').trim();
  const [firstParagraph = '', ...otherParagraphs] = text.trim().split(/\n\s*\n/);
  return leadParagraph !== null && normaliseSpace(firstParagraph) === normaliseSpace(leadParagraph)
    ? otherParagraphs.join('\n\n')
    : text;
}

/** Appends the caveat of the entry to the first section, or adds a section for it. */
function addCaveat(sections: readonly Section[], scope: EntryScope): Section[] {
  const { entry, writer } = scope;
  const { note } = entry;
  if (!note) return [...sections];
  const noteHtml = writer.localised(scope.text('note', note));
  const [firstSection, ...otherSections] = sections;
  if (firstSection)
    return [{ ...firstSection, body: html`${firstSection.body}${caveatNote(noteHtml, writer)}` }, ...otherSections];
  return [
    {
      id: 'note',
      title: inPageLanguage(writer.labels.beware),
      body: html`<div class="prose"><p>${noteHtml}</p></div>`,
    },
  ];
}
