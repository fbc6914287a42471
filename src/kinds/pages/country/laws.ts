import { type Html, html } from '../../../html/html.js';
import type { PageWriter } from '../../../html/page-writer.js';
import { caveatNote } from '../../../html/section.js';
import { fieldLabel } from '../../../i18n/kind-labels.js';
import type { PagePart } from '../page-part.js';
import { highestTier } from '../../law.js';
import { penaltyBars, penaltyKeyFacts, TIER_FIELDS } from '../penalties.js';
import { asCountry, type LawValues } from './country-page-values.js';

/** Laws of a country, with penalties on a common scale. */
export const countryLawsPart: PagePart = {
  fields: `laws(first: 4) { nodes { path title translation { missing fellBackTo } act summary summaryLocale note ${TIER_FIELDS} } }`,
  replacesFields: ['laws'],
  keyFacts(scope) {
    const { writer } = scope;
    const { nodes } = asCountry(scope).laws;
    const highest = highestTier(nodes.flatMap(({ tiers }) => tiers));
    const law = nodes.find(({ tiers }) => highest && tiers.includes(highest));
    if (!law) return [];
    const localised = (path: string, given: string) =>
      writer.localised({ text: given, lang: writer.findLang(law.translation, path) });
    return penaltyKeyFacts(law.tiers, { writer, localised, section: 'laws' });
  },
  sections(scope) {
    const { laws } = asCountry(scope);
    if (laws.nodes.length === 0) return [];
    const { writer, kind } = scope;
    return [
      {
        id: 'laws',
        title: fieldLabel(writer.messages, kind, 'laws'),
        body: html`${laws.nodes.map((law, index) => lawBlock(law, { writer, id: `law-${index}` }))}`,
      },
    ];
  },
};

function lawBlock(law: LawValues, { writer, id }: { writer: PageWriter; id: string }): Html {
  const localised = (path: string, given: string) =>
    writer.localised({ text: given, lang: writer.findLang(law.translation, path) });
  return html`<h3 id="${id}">${writer.link(law)}</h3>
    ${writer.summary(law)}${law.tiers.length > 0 && penaltyBars(law.tiers, { writer, localised, labelledBy: id })}${
      law.note !== null && caveatNote(localised('note', law.note), writer)
    }`;
}
