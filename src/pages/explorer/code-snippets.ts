import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';

/** A program that reads a CSV file. */
export interface Snippet {
  language: 'R' | 'Python' | 'Power Query';
  text: string;
}

/**
 * Returns programs that read a CSV file by its URL. They read empty cells as missing, but not `NA`, the code of Namibia.
 * @param url  encoded URL, which contains no quotation marks
 */
export function readingSnippets(url: string): readonly Snippet[] {
  return [
    { language: 'R', text: `figures <- read.csv("${url}", na.strings = "", check.names = FALSE)` },
    {
      language: 'Python',
      text: `import pandas as pd

figures = pd.read_csv("${url}", keep_default_na=False, na_values=[""])`,
    },
    {
      language: 'Power Query',
      text: `let
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
    ${readingSnippets(url).map(
      ({ language, text }) =>
        html`<details>
          <summary>${language}</summary>
          <pre tabindex="0" role="region" aria-label="${language}">${text}</pre>
        </details> `,
    )}
  </section> `;
}
