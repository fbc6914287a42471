import type { PageWriter } from '../html/page-writer.js';
import { localisedPagePath } from '../html/page-shell.js';
import { HOME_QUERY, homeContent, type HomePageResponse } from '../kinds/pages/home.js';
import { sitePage } from './site-page.js';

/** Query and renderer of the home page. */
export const HOME_PAGE = {
  query: HOME_QUERY,
  page: (answer: HomePageResponse, writer: PageWriter): string =>
    sitePage(writer, {
      title: writer.messages.site.tagline,
      jsonLd: homeJsonLd(writer),
      description: writer.messages.site.about,
      isWide: true,
      main: homeContent(answer, writer),
    }),
};

/** Returns the JSON-LD of the home page: the site and its search. */
function homeJsonLd({ address, messages, locale }: PageWriter): object {
  const toUrl = (path: string) => `${address.origin}${localisedPagePath(address, path)}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Signpost',
    url: toUrl('/'),
    description: messages.site.about,
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${toUrl('/search')}?q={query}`,
      'query-input': 'required name=query',
    },
  };
}
