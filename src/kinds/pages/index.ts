import type { Kind } from '../../model/model.js';
import { areaFigures } from './area-figures.js';
import { countryContacts } from './country/contacts.js';
import { countryCooperation } from './country/cooperation.js';
import { countryLaws } from './country/laws.js';
import { countryResources } from './country/resources.js';
import { indicatorFigures } from './indicator.js';
import { leafletResources } from './leaflet-resources.js';
import { leafletKeyFacts, leafletStages } from './leaflet.js';
import { lawMeasures } from './law-measures.js';
import type { PagePart } from './page-part.js';
import { lawPenalties } from './penalties.js';
import { topicFigures } from './topic.js';
import { trendFigures } from './trend-figures.js';

/** Page parts by type name, in page order. */
const PARTS: Readonly<Record<string, readonly PagePart[]>> = {
  Country: [countryCooperation, countryContacts, countryLaws, areaFigures, countryResources],
  Indicator: [indicatorFigures],
  Leaflet: [leafletKeyFacts, leafletStages, leafletResources],
  Law: [lawPenalties, lawMeasures],
  Topic: [topicFigures],
  Trend: [trendFigures],
};

/** Returns the page parts of a kind. Default: for kinds of areas, the figures of the area; for others, none. */
export function selectPageParts({ name, interfaces }: Pick<Kind, 'name' | 'interfaces'>): readonly PagePart[] {
  return PARTS[name] ?? (interfaces.includes('Area') ? [areaFigures] : []);
}
