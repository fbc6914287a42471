import { AppError } from '../errors.js';
import type { DataCategory, LawRecord, LegalMeasureRecord, LegalMeasureRelation } from '../generated/records.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { endsBefore, formatDay } from '../model/iso-date.js';
import { durationSeconds } from '../duration.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { MEMBER_KIND as COUNTRY, readMembers } from './group-members.js';
import { textLocale } from '../reading/locale-fallback.js';
import type { FieldArgs } from './kind-module-types.js';
import { compareTexts } from '../model/compare-texts.js';

/** A request for stored data. `from` is the slug of the requesting country, `provider` that of the provider's. */
export interface EvidenceRequest {
  from: string;
  provider: string | null;
  servicesInEu: boolean | null;
  data: DataCategory;
  urgent: boolean;
}

/** A legal instrument with its measures, and the countries in which it applies. */
export interface Instrument {
  slug: string;
  record: Pick<LawRecord, 'measures' | 'inForce' | 'appliesFrom'>;
  /** Slugs of the countries in which the instrument applies; null if they are not recorded. */
  countries: ReadonlySet<string> | null;
}

/** A requirement that is not recorded or must be checked in the case. `code` is the key of its message. */
interface OpenPoint {
  code: keyof LocaleMessages['evidence'];
  /** Slug of the country concerned; null if there is none. */
  state: string | null;
}

/** A measure that applies to a request, and the points that are not recorded or must be checked in the case. */
export interface FoundRoute<I extends Instrument = Instrument> {
  instrument: I;
  measure: LegalMeasureRecord;
  openPoints: readonly OpenPoint[];
}

/** Types of measures by which stored data are obtained or preserved; routes are listed in this order. */
const ROUTE_MEASURE_TYPES = ['DATA_PRODUCTION', 'DATA_PRESERVATION', 'SEARCH', 'DIRECT_ACCESS', 'MUTUAL_ASSISTANCE'];
const URGENT_MEASURE_TYPE = 'CONTACT_POINT';

/** Returns the applicable measures by type, number of open relations, then deadline. @param today as `2026-12-01` */
export function findRoutes<I extends Instrument>(
  instruments: readonly I[],
  request: EvidenceRequest,
  today: string,
): FoundRoute<I>[] {
  const types = request.urgent ? [...ROUTE_MEASURE_TYPES, URGENT_MEASURE_TYPE] : ROUTE_MEASURE_TYPES;
  const found = instruments.flatMap((instrument) => {
    const dates = openPointsOfDates(instrument, today);
    if (dates === null) return [];
    return instrument.record.measures.flatMap((measure): Ranked<I>[] => {
      const { dataCategories, measureType } = measure;
      if (!types.includes(measureType)) return [];
      if (dataCategories.length > 0 && !dataCategories.includes(request.data)) return [];
      const relations = openPointsOfRelations(measure, instrument, request);
      if (relations === null) return [];
      const openPoints = [...relations, ...dates, ...openPointsOfDetails(measure, request)];
      const deadline = applicableDeadline(measure, request).deadline ?? null;
      const rank = [
        types.indexOf(measureType),
        relations.length,
        deadline === null ? Infinity : durationSeconds(deadline),
      ];
      return [{ route: { instrument, measure, openPoints }, rank }];
    });
  });
  return found.sort(byRank).map(({ route }) => route);
}

interface Ranked<I extends Instrument> {
  route: FoundRoute<I>;
  rank: readonly number[];
}

/** Compares by rank, then by the slug of the instrument. The sort keeps the order of measures in an instrument. */
function byRank<I extends Instrument>(a: Ranked<I>, b: Ranked<I>): number {
  const index = a.rank.findIndex((value, position) => value !== b.rank[position]);
  if (index >= 0) return a.rank[index]! < b.rank[index]! ? -1 : 1;
  return compareTexts(a.route.instrument.slug, b.route.instrument.slug);
}

/** Returns the open points about the dates of an instrument; null if it does not apply today. */
function openPointsOfDates({ record: { inForce, appliesFrom } }: Instrument, today: string): OpenPoint[] | null {
  const from = appliesFrom ?? inForce?.from ?? null;
  if (from !== null && endsBefore(today, from)) return null;
  if (inForce?.to != null && endsBefore(inForce.to, today)) return null;
  return from === null ? [{ code: 'applicationDate', state: null }] : [];
}

/** Returns the open points about relations that a measure requires, such as between States; null if one is not met. */
function openPointsOfRelations(
  measure: LegalMeasureRecord,
  instrument: Instrument,
  request: EvidenceRequest,
): OpenPoint[] | null {
  const { from, provider } = request;
  if (measure.excluded.includes(from)) return null;
  const checks = measure.needs.map((need) => checkRelation(need, measure, instrument, request));
  if (checks.includes(false)) return null;
  const open = checks.filter((check) => typeof check === 'object');
  const isExcluded = provider !== null && measure.excluded.includes(provider);
  if (isExcluded) open.push({ code: 'providerStateExcluded', state: provider });
  return open.filter(
    ({ code, state }, index) => open.findIndex((point) => point.code === code && point.state === state) === index,
  );
}

/** Returns whether a relation is met, or an open point if that is not recorded or must be checked in the case. */
function checkRelation(
  need: LegalMeasureRelation,
  { excluded }: LegalMeasureRecord,
  { countries }: Instrument,
  { from, provider, servicesInEu, urgent }: EvidenceRequest,
): boolean | OpenPoint {
  const isBoundBy = (state: string): boolean | OpenPoint => {
    if (excluded.includes(state)) return false;
    return countries?.has(state) ?? { code: 'stateBound', state };
  };
  const noProvider: OpenPoint = { code: 'providerState', state: null };
  switch (need) {
    case 'ISSUING_STATE_BOUND':
      return isBoundBy(from);
    case 'PROVIDER_STATE_BOUND':
      return provider === null ? noProvider : isBoundBy(provider);
    case 'DIFFERENT_STATES':
      return provider === null ? noProvider : provider !== from;
    case 'SAME_STATE':
      return provider === null ? noProvider : provider === from;
    case 'SERVICES_IN_EU':
      return servicesInEu ?? { code: 'servicesInEu', state: null };
    case 'SERVICES_IN_ISSUING_STATE':
      return { code: 'servicesInState', state: from };
    case 'EMERGENCY':
      return urgent ? { code: 'emergency', state: null } : false;
  }
}

/** Returns the details of a measure that are not recorded, or must be checked in the case. */
function openPointsOfDetails(measure: LegalMeasureRecord, { from, urgent }: EvidenceRequest): OpenPoint[] {
  const { dataCategories, issuers, validation, threshold, thresholdMonths, deadline, emergencyDeadline, form } =
    measure;
  const details: [OpenPoint['code'], boolean][] = [
    ['dataCategories', dataCategories.length === 0],
    ['issuers', issuers.length === 0],
    ['validation', validation === undefined],
    ['threshold', threshold === undefined],
    ['maximumTerm', thresholdMonths !== undefined],
    ['deadline', deadline === undefined],
    ['emergencyDeadline', urgent && emergencyDeadline === undefined],
    ['form', form === undefined],
  ];
  return details.flatMap(([code, isOpen]) => (isOpen ? [{ code, state: code === 'maximumTerm' ? from : null }] : []));
}

function applicableDeadline(measure: LegalMeasureRecord, { urgent }: EvidenceRequest) {
  const { deadline, deadlineInWords, emergencyDeadline, emergencyInWords } = measure;
  return urgent
    ? { deadline: emergencyDeadline ?? deadline, words: [deadlineInWords, emergencyInWords] }
    : { deadline, words: [deadlineInWords] };
}

type LawInstrument = Instrument & { entry: EntryOf<'Law'> };

/** Returns the legal routes to the stored data of a user of a service, with texts in the language of the request. */
export async function evidenceRoutes(args: FieldArgs<'Query', 'evidenceRoutes'>, context: ComputedContext) {
  const { data, urgent, servicesInEu = null } = args;
  const provider = args.provider == null ? null : countrySlug(args.provider, context);
  const request = { from: countrySlug(args.from, context), provider, servicesInEu, data, urgent };
  const laws = (await context.entries('Law', ['measures', 'area', 'inForce', 'appliesFrom'])) as EntryOf<'Law'>[];
  const today = formatDay(new Date());
  const instruments = await Promise.all(
    laws
      .filter(({ record }) => (record.measures ?? []).length > 0)
      .map(async (entry): Promise<LawInstrument> => {
        const record = { ...entry.record, measures: entry.record.measures! };
        return { slug: entry.slug, entry, record, countries: await countriesOf(record.area!, today, context) };
      }),
  );
  const messages = messagesFor(context.locales);
  const titles = await readTitles([request.from, ...(provider === null ? [] : [provider])], context);
  return findRoutes(instruments, request, today).map((route) =>
    toRouteResponse(route, request, { messages, titles, context }),
  );
}

interface ResponseTexts {
  messages: LocaleMessages;
  titles: ReadonlyMap<string, string>;
  context: ComputedContext;
}

function toRouteResponse(
  { instrument: { entry }, measure, openPoints }: FoundRoute<LawInstrument>,
  request: EvidenceRequest,
  { messages, titles, context }: ResponseTexts,
) {
  const text = (texts: unknown) => context.text(texts, entry);
  const { deadline, words } = applicableDeadline(measure, request);
  const citation = measure.citations.find(({ quote }) => quote !== undefined);
  return {
    law: context.reference('Law', entry.slug),
    name: text(measure.name) ?? '',
    measureType: measure.measureType,
    article: measure.article,
    issuers: measure.issuers,
    issuedBy: text(measure.issuedBy),
    validation: text(measure.validation),
    threshold: text(measure.threshold),
    thresholdMonths: measure.thresholdMonths ?? null,
    deadline: deadline ?? null,
    deadlineInWords: words.flatMap((each) => text(each) ?? []).join(' ') || null,
    conditions: text(measure.conditions),
    form: text(measure.form),
    excluded: measure.excluded.map((slug) => context.reference(COUNTRY, slug)),
    quote: citation?.quote ?? null,
    quoteLanguage: citation?.quoteLanguage ?? null,
    source: citation ? context.reference('Source', citation.source) : null,
    unknown: openPoints.map((point) => openPointText(point, measure, messages, titles)),
    textLocale: textLocale(measure.name, entry, context.locales),
  };
}

function openPointText(
  { code, state }: OpenPoint,
  { thresholdMonths }: LegalMeasureRecord,
  { evidence }: LocaleMessages,
  titles: ReadonlyMap<string, string>,
): string {
  const message = evidence[code];
  const values = { state: state === null ? '' : (titles.get(state) ?? state), months: thresholdMonths ?? 0 };
  return typeof message === 'string' ? message : message(values);
}

/** Returns the slug of a country. @throws AppError BAD_USER_INPUT  the code is not that of a country */
function countrySlug(code: string, { areas }: ComputedContext): string {
  const area = areas.byCode(code);
  if (area?.kind === COUNTRY) return area.slug;
  throw new AppError('BAD_USER_INPUT', `"${code}" is not the code of a country. Use a code such as DE.`);
}

/** Returns the slugs of the countries in an area today; null if they are not recorded. @param area `folder/slug` */
async function countriesOf(area: string, today: string, context: ComputedContext): Promise<Set<string> | null> {
  const code = context.areaCodeAt(area);
  const found = code === null ? undefined : context.areas.byCode(code);
  if (found?.kind === COUNTRY) return new Set([found.slug]);
  const members = code === null ? null : await readMembers(code, context);
  if (!members || members.length === 0) return null;
  const current = members.filter(({ from, to }) => (from ?? '') <= today && (to ?? '9999') >= today);
  return new Set(current.map(({ country }) => context.areas.byCode(country)!.slug));
}

async function readTitles(slugs: readonly string[], context: ComputedContext): Promise<Map<string, string>> {
  const entries = await Promise.all(slugs.map((slug) => context.entry(COUNTRY, slug, ['title'])));
  return new Map(
    entries.flatMap((entry) => (entry ? [[entry.slug, context.text(entry.record.title, entry) ?? '']] : [])),
  );
}
