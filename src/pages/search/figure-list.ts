import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import type { FigureAnswer } from './search-query.js';

/** Renders the figures that the search words request, with the words that were ignored; false if there are none. */
export function figureList(figures: readonly FigureAnswer[], writer: PageWriter): Html | false {
  if (figures.length === 0) return false;
  return html`<section aria-labelledby="figures">
    <h2 id="figures">${writer.labels.figureAnswers}</h2>
    <ul class="rows">
      ${figures.map((figure) => figureRow(figure, writer))}
    </ul>
  </section>`;
}

function figureRow(figure: FigureAnswer, writer: PageWriter): Html {
  const { title, path, unitLabel, indicator, answer, unresolved } = figure;
  // Two indicators can count the same, such as one in total and one by citizenship.
  const sources = title.startsWith(indicator.title) ? [indicator.publisher] : [indicator, indicator.publisher];
  const isUnknown = ({ omission }: FigureAnswer['unresolved'][number]) => omission === 'UNKNOWN';
  const unusedWords = unresolved.filter(isUnknown).map(({ input }) => input);
  const reasons = unresolved.filter((item) => !isUnknown(item)).map(({ sentence }) => sentence);
  const unusedNote = unusedWords.length > 0 ? [writer.messages.page.notUsed({ words: unusedWords.join(', ') })] : [];
  const notes = [...unusedNote, ...reasons].filter(Boolean).join(' ');
  return html`<li>
    <a class="t" href="${writer.pathWithSearch(path)}">${title}</a>
    <p class="meta">${sources.map((entry) => html`<span>${writer.localised(writer.title(entry))}</span> `)}</p>
    ${answer?.value != null && html`<p><b class="num">${writer.format.number(answer.value)}</b> ${unitLabel}</p>`}
    ${notes !== '' && html`<p class="small soft">${notes}</p>`}
  </li> `;
}
