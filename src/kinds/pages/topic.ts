import { html } from '../../html/html.js';
import { inPageLanguage } from '../../i18n/localised-text.js';
import type { PagePart } from './page-part.js';

/** Section of a topic's page with a link that downloads all its figures as one archive. */
export const topicFiguresPart: PagePart = {
  fields: 'slug allFigures: relevantIndicators(first: 0) { totalCount }',
  replacesFields: [],
  sections({ entry, writer: { messages } }) {
    const { totalCount } = entry['allFigures'] as { totalCount: number };
    if (totalCount === 0) return [];
    // Empty values mean all areas and all series.
    const search = new URLSearchParams({ slug: String(entry['slug']), areas: '', first: '' });
    const link = html`<p class="dl">
      <a href="/q/figures-of-a-topic.zip?${search.toString()}">${messages.explorer.topicFile}</a>
    </p>`;
    return [{ id: 'files', title: inPageLanguage(messages.answer.download), body: link }];
  },
};
