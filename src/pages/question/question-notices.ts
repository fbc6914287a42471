import { distinctValues } from '../../explorer/shown-figure.js';
import { type Html, html } from '../../html/html.js';
import { localisedPartsHtml } from '../../html/page-writer.js';
import { localisedPagePath, renderLangAttribute } from '../../html/page-shell.js';
import { columnLabelParts, inputLabelParts } from '../../i18n/column-labels.js';
import { completenessMessages } from '../../i18n/completeness-messages.js';
import { formatFieldValue } from '../../saved-queries/variable-values.js';
import type { FigureScope } from '../../tables/figure-scope.js';
import type { QuestionLinks } from './question-links.js';
import type { QuestionPageInput } from './question-page-input.js';

/** Renders the notices above an answer: invalid values, reasons for an empty answer, suggestions, pinned editions. */
export function questionNotices(input: QuestionPageInput, links: QuestionLinks): Html {
  const { tables, emptyLists = [], refusals, help, wrong, question, asOf, pinnedEditions, localisation } = input;
  const { messages, format } = localisation;
  const isEmpty = tables.length === 0 || tables[0]!.rows.length === 0;
  // An edition can be dated with only a year or a month. Its time is then the start of the first day.
  const dates = asOf === null ? [] : tables.flatMap((table) => distinctValues(table, 'vintage_date'));
  const edition = dates.find((date) => Date.parse(date) === Date.parse(asOf ?? ''));
  const scopes = tables.flatMap((table) => table.scopes ?? []);
  const isExplained = [...refusals, ...help, ...scopes.flatMap(({ requested }) => requested)].length > 0;
  // Suggestions replace the reasons. The table states how many items its lists have.
  const selectReasons = ({ requested }: FigureScope) => (help.length > 0 ? [] : requested);
  const reasons = scopes.map((scope) => ({ ...scope, existing: scope.included, requested: selectReasons(scope) }));
  const listNames = emptyLists.map((name) => localisedPartsHtml(columnLabelParts(messages, { name, role: null })));
  const listPrefix = html`${listNames.map((name, at) => html`${at > 0 && ', '}${name}`)}${listNames.length > 0 && `${format.colon} `}`;
  const emptyNotice = html`<p>${listPrefix}${messages.answer.nothing} ${isEmpty && messages.answer.nothingTip}</p>`;
  const paragraphs = [
    ...wrong.map(({ name, text, reason }) => {
      const { wrong: wrongMessages } = messages.form;
      const title = question.inputs.find((input) => input.name === name)?.title ?? name;
      return html`<p>
        ${reason === 'NUMBER' ? wrongMessages.number({ name: title, given: text }) : reason === 'JSON' ? wrongMessages.json({ name: title }) : wrongMessages.choice({ name: title, given: text })}
      </p>`;
    }),
    ...help.map(
      ({ sentence, link }) =>
        html`<p>
          ${sentence}${link && html` <a href="${links.page(link.values)}#answer">${localisedPartsHtml(link.parts)}</a>`}
        </p>`,
    ),
    // Suggestions replace error messages, which are only in English and have no links.
    ...(help.length > 0 ? [] : refusals.map((sentence) => html`<p lang="en">${sentence}</p>`)),
    ...completenessMessages(reasons, messages).map((sentence) => html`<p>${sentence}</p>`),
    ...((isEmpty ? !isExplained : listNames.length > 0) ? [emptyNotice, ...searchedValues(input, links)] : []),
  ];
  return html`${paragraphs.length > 0 && html`<div class="notice beware">${paragraphs}</div>`}${
    asOf !== null &&
    html`<div class="notice">
      <p>
        ${messages.answer.frozen({ date: format.date(edition ?? asOf) })}
        ${pinnedEditions && !pinnedEditions.isNewest && messages.answer.newer}
        <a href="${links.latest()}">${messages.answer.thaw}</a>
      </p>
    </div>`
  }`;
}

/** Returns the values of the inputs of a question, with the titles of choices. Omits numbers and empty inputs. */
export function chosenValues({ question: { inputs }, values, localisation: { messages } }: QuestionPageInput) {
  return inputs
    .filter(({ name, form }) => String(values[name] ?? '') !== '' && form !== 'NUMBER' && form !== 'CURSOR')
    .map((input) => ({
      input,
      values: formatFieldValue(values[input.name], input).map((text) => {
        const choice = input.choices.find(({ value }) => value === text);
        const title = input.form === 'YES_NO' ? messages.form[text === 'true' ? 'yes' : 'no'] : (choice?.title ?? text);
        return { title, lang: choice?.fellBackTo ?? null };
      }),
    }));
}

/** Renders the values of a question without results, with links to remove an optional value or search for an entry. */
function searchedValues(page: QuestionPageInput, links: QuestionLinks): Html[] {
  const { messages, format } = page.localisation;
  return chosenValues(page).map(({ input, values }) => {
    const removalPath = links.page({ ...page.values, [input.name]: null });
    const words = new URLSearchParams({ q: values.map(({ title }) => title).join(' ') });
    const searchUrl = input.form === 'ENTRY' && localisedPagePath(page.address, '/search', words);
    return html`<p>
      ${localisedPartsHtml(inputLabelParts(messages, input))}${format.colon}
      ${values.map(({ title, lang }) => html`<b${renderLangAttribute(lang)}>${title}</b> `)}${!input.isRequired && html`<a href="${removalPath}#answer">${messages.answer.leaveOut}</a> `}${searchUrl && html`<a href="${searchUrl}">${messages.answer.searchForIt}</a>`}
    </p>`;
  });
}
