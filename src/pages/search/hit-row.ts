import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import type { Kind, Model } from '../../model/model.js';
import { fieldLabel, kindLabel } from '../../i18n/kind-labels.js';
import { makeEntryRow } from '../entry/link-sections.js';
import { type EntryHit, type HighlightedText, hitRowFields } from './search-query.js';

/** Renders a search hit: kind, values, title, summary, and another matching text if the summary does not match. */
export function searchHitRow(hit: EntryHit, kind: Kind, { model, writer }: { model: Model; writer: PageWriter }): Html {
  const { node, highlights } = hit;
  const { meta } = makeEntryRow({ ...node, ...hitRowFields(hit, model, kind) }, kind, { model, writer });
  const title = highlights.find(({ field, pieces }) => field === 'title' && joinPieces(pieces) === node.title);
  const { lang: titleLang } = writer.title(node);
  const summaryText = node.summary ?? '';
  const summary = highlights.find(({ pieces }) => isExcerpt(joinPieces(pieces), summaryText));
  const otherText = highlights.find(
    ({ field, pieces, isTranslation }) =>
      field !== 'title' && !isTranslation && !summaryText.includes(trimEllipses(joinPieces(pieces))),
  );
  return html`<li>
    <p class="meta">
      ${[writer.localised(kindLabel(writer.messages, kind)), ...meta].map((fact) => html`<span>${fact}</span> `)}
    </p>
    <a class="t" href="${writer.pathWithSearch(node.explorer?.path ?? node.path)}" ${renderLangAttribute(titleLang)}
      >${title ? markMatches(title.pieces) : node.title}</a
    >${writer.languageBadge(titleLang)}${
      summary ? writer.summaryParagraph(markMatches(summary.pieces), node) : writer.summary(node)
    }${!summary && otherText && html`<p class="small soft">${otherMatch(otherText, kind, writer)}</p>`}
  </li> `;
}

/** Renders a matching text of a field that the row does not show, after the label of the field. */
function otherMatch({ field, locale, pieces }: HighlightedText, kind: Kind, writer: PageWriter): Html {
  const name = fieldLabel(writer.messages, kind.name, field.replace(/\[.*$|\..*$/, ''));
  // An empty "lang" attribute declares an unknown language.
  const lang = locale === writer.locale ? null : (locale ?? '');
  return html`${writer.localised(name)}${writer.format.colon} <span${renderLangAttribute(lang)}>${markMatches(pieces)}</span>${lang !== '' && writer.languageBadge(lang)}`;
}

function markMatches(pieces: HighlightedText['pieces']): Html {
  return html`${pieces.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : html`${text}`))}`;
}

function joinPieces(pieces: HighlightedText['pieces']): string {
  return pieces.map(({ text }) => text).join('');
}

/** Whether a text is an excerpt of another one. Ellipses mark where it is cut. */
function isExcerpt(text: string, fullText: string): boolean {
  const [isCutBefore, isCutAfter] = [text.startsWith('…'), text.endsWith('…')];
  const inner = trimEllipses(text);
  return (
    fullText.includes(inner) && (isCutBefore || fullText.startsWith(inner)) && (isCutAfter || fullText.endsWith(inner))
  );
}

function trimEllipses(text: string): string {
  return text.replace(/^…\s*|\s*…$/g, '');
}
