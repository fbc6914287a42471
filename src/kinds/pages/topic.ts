import { html } from '../../html/html.js';
import { inPageLanguage } from '../../i18n/localised-text.js';
import type { PagePart } from './page-part.js';

interface TopicFigures {
  totalCount: number;
  nodes: readonly { coverage: { observations: number; missing: number } }[];
}

/** Section of a topic's page with a link that downloads all its figures as one archive. */
export const topicFiguresPart: PagePart = {
  fields: 'slug allFigures: relevantIndicators(first: 100) { totalCount nodes { coverage { observations missing } } }',
  replacesFields: [],
  sections({ entry, writer: { messages } }) {
    const { totalCount, nodes } = entry['allFigures'] as TopicFigures;
    if (totalCount === 0) return [];
    const count = nodes.reduce((sum, { coverage }) => sum + coverage.observations + coverage.missing, 0);
    const rows = messages.answer[totalCount > nodes.length ? 'minimumRows' : 'rows']({ count });
    // Empty values mean all areas and all series.
    const search = new URLSearchParams({ slug: String(entry['slug']), areas: '', first: '' });
    const link = html`<p class="dl">
      <a href="/q/figures-of-a-topic.zip?${search.toString()}">${messages.explorer.topicFile} <small>${rows}</small></a>
    </p>`;
    return [{ id: 'files', title: inPageLanguage(messages.answer.download), body: link }];
  },
};
