import type { PageWriter } from '../html/page-writer.js';
import type { HomeAnswer } from '../kinds/pages/home.js';
import { HOME_QUERY, homeMain } from '../kinds/pages/home.js';
import { sitePage } from './site.js';

/** The query of the first page and the page of its answer. */
export const HOME = {
  query: HOME_QUERY,
  page: (answer: HomeAnswer, writer: PageWriter): string =>
    sitePage({
      title: 'Signpost',
      description: writer.words.site.about,
      words: writer.words,
      address: writer.address,
      isWide: true,
      main: homeMain(answer, writer),
    }),
};
