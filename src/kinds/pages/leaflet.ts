import { relationTable } from '../../html/relation-table.js';
import { type Html, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { qrCode } from '../../html/qr-code.js';
import { urlHost, externalLink } from '../../html/external-link.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from './enum-label.js';
import type { PagePart } from './page-part.js';
import { CASE_STAGES } from './case-stages.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

interface Tool extends LinkedEntry {
  stages: readonly string[];
}

interface Edition {
  language: string;
  url: string | null;
  publishedOn: string | null;
}

const EVERY_STAGE = 'TRANSVERSAL';

/** Key facts of a leaflet: presentations, editions, printing and QR codes. */
export const leafletKeyFactsPart: PagePart = {
  fields: 'publishedBy: issuer { title acronym } presentedAt { ...Name } editions { language url publishedOn }',
  replacesFields: ['presentedAt', 'editions'],
  printedIds: ['body', 'stages', 'digital', 'resources', 'seeAlso', 'relevantLaws', 'sources', 'about'],
  eyebrow({ entry, writer }) {
    const { title, acronym } = entry['publishedBy'] as { title: string; acronym: string | null };
    return html`${writer.labels.aboutLeafletOf({ publisher: acronym ?? title })}`;
  },
  keyFacts({ entry, writer, kind }) {
    const url = entry['url'] as string | null;
    const meetings = (entry['presentedAt'] ?? []) as readonly LinkedEntry[];
    const editions = (entry['editions'] ?? []) as readonly Edition[];
    const { labels, messages, address } = writer;
    const pageUrl = `${address.origin}${writer.path(address.path)}`;
    const fact = (field: string, values: readonly Html[]) =>
      values.length === 0 ? [] : [{ title: fieldLabel(messages, kind, field), value: joinLines(values) }];
    return [
      ...fact(
        'presentedAt',
        meetings.map((meeting) => writer.link(meeting)),
      ),
      ...fact(
        'editions',
        editions.map((edition) => editionHtml(edition, writer)),
      ),
      {
        title: inPageLanguage(labels.print),
        value: html`${labels.oneSheet}<small>${labels.bothSides}</small>`,
        medium: 'SCREEN',
      },
      ...(url === null
        ? []
        : [
            {
              title: inPageLanguage(labels.leafletItself),
              value: html`${qrCode(url, `${labels.qrOf} ${url}`)}<small>${urlHost(url)}</small>`,
              medium: 'PAPER' as const,
            },
          ]),
      ...(address.origin === '' || entry['status'] !== 'PUBLISHED'
        ? []
        : [
            {
              title: inPageLanguage(labels.online),
              value: qrCode(pageUrl, `${labels.qrOf} ${pageUrl}`),
              medium: 'PAPER' as const,
            },
          ]),
    ];
  },
  sections: () => [],
};

function joinLines(values: readonly Html[]): Html {
  return html`${values.map((value, index) => html`${index > 0 && html`<br />`}${value}`)}`;
}

function editionHtml({ language, url, publishedOn }: Edition, writer: PageWriter): Html {
  const name = writer.format.language(language);
  return html`${url === null ? name : externalLink(url, { name })}${publishedOn !== null && html`, ${writer.date(publishedOn)}`}`;
}

/** Resources and laws of a leaflet by stage of a case. */
export const leafletStagesPart: PagePart = {
  fields:
    'inStages: resources { ...Name stages } alsoInStages: seeAlso { ...Name stages } lawsInStages: relevantLaws { ...Name stages }',
  replacesFields: [],
  sections({ entry, writer }) {
    const linked = [entry['inStages'], entry['alsoInStages'], entry['lawsInStages']] as (readonly Tool[] | undefined)[];
    const tools = linked.flatMap((list) => list ?? []).filter(({ stages }) => stages.length > 0);
    const isForStage = ({ stages }: Tool, stage: string) => stages.includes(stage) || stages.includes(EVERY_STAGE);
    const columns = CASE_STAGES.filter((stage) => tools.some(({ stages }) => stages.includes(stage)));
    if (columns.length === 0) return [];
    const title = fieldLabel(writer.messages, 'Resource', 'stages');
    return [
      {
        id: 'stages',
        title,
        body: relationTable(
          {
            label: title.text,
            columns: columns.map((stage) => enumLabelHtml(stage, 'ProceedingStage', writer)),
            rows: tools.map((tool) => ({
              title: writer.link(tool),
              dots: columns.map((stage) => isForStage(tool, stage)),
            })),
          },
          writer,
        ),
      },
    ];
  },
};
