import type { Kind } from '../../model/model.js';
import { areaFiguresPart } from './area-figures.js';
import { countryContactsPart } from './country/contacts.js';
import { countryCooperationPart } from './country/cooperation.js';
import { countryLawsPart } from './country/laws.js';
import { countryResourcesPart } from './country/resources.js';
import { indicatorFiguresPart } from './indicator.js';
import { leafletResourcesPart } from './leaflet-resources.js';
import { leafletKeyFactsPart, leafletStagesPart } from './leaflet.js';
import { lawMeasuresPart } from './law-measures.js';
import type { PagePart } from './page-part.js';
import { lawPenaltiesPart } from './penalties.js';
import { topicFiguresPart } from './topic.js';
import { trendFiguresPart } from './trend-figures.js';

/** Page parts by type name, in page order. */
const PARTS: Readonly<Record<string, readonly PagePart[]>> = {
  Country: [countryCooperationPart, countryContactsPart, countryLawsPart, areaFiguresPart, countryResourcesPart],
  Indicator: [indicatorFiguresPart],
  Leaflet: [leafletKeyFactsPart, leafletStagesPart, leafletResourcesPart],
  Law: [lawPenaltiesPart, lawMeasuresPart],
  Topic: [topicFiguresPart],
  Trend: [trendFiguresPart],
};

/** Returns the page parts of a kind. Default: for kinds of areas, the figures of the area; for others, none. */
export function selectPageParts({ name, interfaces }: Pick<Kind, 'name' | 'interfaces'>): readonly PagePart[] {
  return PARTS[name] ?? (interfaces.includes('Area') ? [areaFiguresPart] : []);
}
