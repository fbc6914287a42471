import type { PageWriter } from '../html/page-writer.js';
import { pathFrom } from '../html/shell.js';
import type { HomeAnswer } from '../kinds/pages/home.js';
import { HOME_QUERY, homeMain } from '../kinds/pages/home.js';
import { sitePage } from './site.js';

/** The query of the first page and the page of its answer. */
export const HOME = {
  query: HOME_QUERY,
  page: (answer: HomeAnswer, writer: PageWriter): string =>
    sitePage(writer, {
      title: writer.words.site.tagline,
      facts: homeFacts(writer),
      description: writer.words.site.about,
      isWide: true,
      main: homeMain(answer, writer),
    }),
};

/** What the first page says of the site for programs, in the terms of schema.org: what it is, and how it is searched. */
function homeFacts({ address, words, locale }: PageWriter): object {
  const at = (path: string) => `${address.origin}${pathFrom(address, path)}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Signpost',
    url: at('/'),
    description: words.site.about,
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${at('/search')}?q={query}`,
      'query-input': 'required name=query',
    },
  };
}
