import { type Html, html } from '../../html/html.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';

/**
 * Returns short programs that read a CSV file by its URL. They read empty cells as missing, but not `NA`, the code of Namibia.
 * If the URL fixes the editions, a comment says what to remove for the newest figures.
 * @param url  encoded URL, which contains no quotation marks
 */
export function csvReaderSnippets(url: string, { explorer }: LocaleMessages) {
  const [pinnedPart] = /[?&](?:asOf|editions)=.*$/.exec(url) ?? [];
  const comment = (marker: string) =>
    pinnedPart === undefined ? '' : `${marker} ${explorer.newestFigures({ part: pinnedPart })}\n`;
  return [
    { language: 'R', text: `${comment('#')}figures <- read.csv("${url}", na.strings = "", check.names = FALSE)` },
    {
      language: 'Python',
      text: `${comment('#')}import pandas as pd

figures = pd.read_csv("${url}", keep_default_na=False, na_values=[""])`,
    },
    {
      language: 'Power Query',
      text: `${comment('//')}let
    Source = Csv.Document(Web.Contents("${url}"), [Delimiter = ",", Encoding = 65001]),
    Figures = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Figures, {{"value", type number}}, "en-US")
in
    Typed`,
    },
  ];
}

/** Renders the programs that read the figures of a page. */
export function snippetsSection(url: string, messages: LocaleMessages): Html {
  return html`<section aria-labelledby="programs" class="screen-only">
    <h2 id="programs">${messages.explorer.programs}</h2>
    ${csvReaderSnippets(url, messages).map(
      ({ language, text }) =>
        html`<details>
          <summary>${language}</summary>
          <pre role="region" aria-label="${language}">${text}</pre>
        </details> `,
    )}
  </section> `;
}
