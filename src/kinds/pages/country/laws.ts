import type { Html } from '../../../html/html.js';
import { html } from '../../../html/html.js';
import type { PageWriter } from '../../../html/page-writer.js';
import { caveatNote } from '../../../html/section.js';
import { fieldLabel } from '../../../i18n/labels.js';
import type { PagePart } from '../page-part.js';
import { prisonTerm } from '../../penalty-tier.js';
import { penalties, TIER_FIELDS } from '../penalties.js';
import type { Law } from './country-answer.js';
import { asCountry } from './country-answer.js';
import { inPageLanguage } from '../../../i18n/localised-text.js';

/** Laws of a country, with penalties on a common scale. */
export const countryLaws: PagePart = {
  fields: `laws(first: 4) { nodes { path title translation { missing fellBackTo } act summary summaryLocale note ${TIER_FIELDS} } }`,
  inPlaceOf: ['laws'],
  facts(scope) {
    const { writer } = scope;
    const law = asCountry(scope).laws.nodes.find(({ tiers }) => tiers.length > 0);
    const [tier] = law?.tiers ?? [];
    const years = tier ? prisonTerm(tier, writer.messages) : '';
    if (!law || !tier || years === '') return [];
    const offence = { text: tier.offence, lang: writer.findLang(law.translation, 'tiers[0].offence') };
    return [
      {
        title: inPageLanguage(writer.labels.prison),
        value: html`<span class="big"><a href="#laws">${years}</a></span
          ><small>${writer.localised(offence)}</small>`,
      },
    ];
  },
  sections(scope) {
    const { laws } = asCountry(scope);
    if (laws.nodes.length === 0) return [];
    const { writer, kind } = scope;
    return [
      {
        id: 'laws',
        title: fieldLabel(writer.messages, kind, 'laws'),
        body: html`${laws.nodes.map((law) => lawBlock(law, writer))}`,
      },
    ];
  },
};

function lawBlock(law: Law, writer: PageWriter): Html {
  const localised = (path: string, given: string) =>
    writer.localised({ text: given, lang: writer.findLang(law.translation, path) });
  return html`<h3>${writer.link(law)}</h3>
    ${writer.summary(law)}${law.tiers.length > 0 && penalties(law.tiers, { writer, localised, law: law.title })}${
      law.note !== null && caveatNote(localised('note', law.note), writer)
    }`;
}
