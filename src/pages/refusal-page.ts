import { html } from '../html/html.js';
import type { PageAddress } from '../html/shell.js';
import type { Words } from '../words/words.js';
import type { ListedQuestion } from '../bench/listed-questions.js';
import { questionRows } from './question/question-list.js';
import { sitePage } from './site.js';

/** What could not be shown. */
export interface RefusalInput {
  /** As of HTTP. */
  status: number;
  /** Why; what the server says of it in English, or that there is no such page in the language of the page. */
  sentence: { text: string; locale: string };
  /** What may be meant; none where nobody knows. */
  nearest: readonly Pick<ListedQuestion, 'slug' | 'title' | 'summary'>[];
  words: Words;
  address: PageAddress;
}

/**
 * The page in place of one that is not there, or cannot be shown: why, and the nearest that is there.
 *
 * @returns a whole HTML page without script; PAGE_SECURITY_POLICY fits it
 */
export function refusalPage({ status, sentence, nearest, words, address }: RefusalInput): string {
  const { site, question } = words;
  const title = status === 404 ? site.notFound : site.refused;
  const main = html`<header class="head">
      <p class="eyebrow">${status}</p>
      <h1>${title}</h1>
      <p class="lead" ${sentence.locale !== words.locale && html` lang="${sentence.locale}"`}>${sentence.text}</p>
    </header>
    ${
      nearest.length > 0 &&
      html`<section aria-labelledby="nearest">
        <h2 id="nearest">${question.nearest}</h2>
        ${questionRows(nearest, address)}
      </section>`
    }`;
  return sitePage({
    title,
    words,
    address,
    crumbs: [
      { title: site.home, path: '/' },
      { title: question.questions, path: '/q' },
      { title, path: null },
    ],
    main,
  });
}
