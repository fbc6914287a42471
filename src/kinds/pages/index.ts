import { areaFigures } from './area-figures.js';
import { countryContacts } from './country/contacts.js';
import { countryCooperation } from './country/cooperation.js';
import { countryLaws } from './country/laws.js';
import { countryOffers } from './country/offers.js';
import { indicatorFigures } from './indicator.js';
import { leafletTools } from './leaflet-tools.js';
import { leafletSheet, leafletStages } from './leaflet.js';
import type { PagePart } from './page-part.js';
import { lawPenalties } from './penalties.js';
import { trendFigures } from './trend-figures.js';

/** What is special about the pages of some kinds, by type name, in the order in which it stands on the page. */
const PARTS: Readonly<Record<string, readonly PagePart[]>> = {
  CountryProfile: [countryCooperation, countryContacts, countryLaws, areaFigures, countryOffers],
  Indicator: [indicatorFigures],
  Leaflet: [leafletSheet, leafletStages, leafletTools],
  LegalProvision: [lawPenalties],
  Trend: [trendFigures],
};

/** The parts of the page of a kind beside those from the model. What has a place has figures. */
export function selectParts({
  name,
  interfaces,
}: {
  name: string;
  interfaces: readonly string[];
}): readonly PagePart[] {
  return PARTS[name] ?? (interfaces.includes('Area') ? [areaFigures] : []);
}
