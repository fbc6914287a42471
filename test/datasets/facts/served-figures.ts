import { execute, parse } from 'graphql';
import { createContext } from '../../../src/graphql/request/context.js';
import { executableSchema } from '../../../src/graphql/executable-schema.js';
import { loadModel } from '../../../src/model/load-model.js';
import { createVintage } from '../../../src/records/submitted-figures.js';
import type { EntryChange } from '../../../src/store/change-log.js';
import type { EntryRecord } from '../../../src/store/entries.js';
import type { StoredPoint } from '../../../src/store/figures.js';
import { openKnowledgeBase } from '../../../src/open-database.js';
import { openServices } from '../../../src/open-services.js';
import { throwOnError } from '../../support/throw-on-error.js';
import type { TemporaryImport } from './temporary-import.js';

/** A series in an API response. */
export interface ServedFigures {
  area: string;
  breakdown: Readonly<Record<string, string>>;
  points: Pick<StoredPoint, 'period' | 'value' | 'state' | 'flags'>[];
}

/** All figures of a temporary import in API responses. */
export interface ServedIndicator {
  series: ServedFigures[];
  coverage: { series: number; observations: number; missing: number };
}

const INDICATOR = 'scratch';
const SERIES = parse(`query ($areas: [AreaCode!], $breakdown: [BreakdownInput!]) {
  indicator(slug: "${INDICATOR}") {
    series(areas: $areas, breakdown: $breakdown, first: 100) { area { code } points { period value state flags } }
  }
}`);
const COVERAGE = parse(`{ indicator(slug: "${INDICATOR}") { coverage { series observations missing } } }`);

/** Writes a temporary import to a separate database and reads it completely through the API. */
export async function readServedFigures(
  scratch: TemporaryImport,
  at: { uri: string; database: string },
): Promise<ServedIndicator> {
  const model = loadModel('schema');
  const base = await openKnowledgeBase({ ...at, model });
  const { store } = base;
  try {
    const written = await store.log.commit({
      author: 'check',
      message: 'scratch',
      entries: [publisher(), indicatorOf(scratch), ...scratch.entries.map(groupOf)],
      vintages: [createVintage(INDICATOR, scratch.read.series)],
    });
    if (!written.committed) throw new Error('The scratch database is not empty.');
    const services = await openServices(base, { countsEntries: false, onError: throwOnError });
    const schema = executableSchema(model, base.modules);
    const sendQuery = async (
      document: typeof SERIES,
      variableValues: Record<string, unknown>,
      attempt = 5,
    ): Promise<Answer> => {
      const viewer = { role: 'READER' as const, name: null, locales: ['en'], preview: false };
      const contextValue = createContext(services.services, { requestId: 'check', viewer, deadlineMs: 60_000 });
      const { data, errors } = await execute({ schema, document, variableValues, contextValue });
      // On a busy machine, reading a large indicator takes longer than the deadline.
      if (errors && attempt > 1 && errors[0]!.message.includes('does not answer'))
        return sendQuery(document, variableValues, attempt - 1);
      if (errors) throw errors[0]!;
      return (data as { indicator: Answer }).indicator;
    };
    try {
      const series: ServedFigures[] = [];
      for (const { breakdown, codes } of byBreakdown(scratch)) {
        for (let from = 0; from < codes.length; from += 100) {
          const pairs = Object.entries(breakdown).map(([dimension, code]) => ({ dimension, code }));
          const answer = await sendQuery(SERIES, { areas: codes.slice(from, from + 100), breakdown: pairs });
          for (const { area, points } of answer.series) series.push({ area: area.code, breakdown, points });
        }
      }
      return { series, coverage: (await sendQuery(COVERAGE, {})).coverage };
    } finally {
      await services.close();
    }
  } finally {
    await store.close();
  }
}

interface Answer {
  series: { area: { code: string }; points: ServedFigures['points'] }[];
  coverage: ServedIndicator['coverage'];
}

function byBreakdown({ read }: TemporaryImport) {
  const groups = new Map<string, { breakdown: Readonly<Record<string, string>>; codes: string[] }>();
  for (const { area, breakdown } of read.series) {
    const key = JSON.stringify(Object.entries(breakdown).sort());
    if (!groups.has(key)) groups.set(key, { breakdown, codes: [] });
    groups.get(key)!.codes.push(area);
  }
  return groups.values();
}

function publisher(): EntryChange {
  return entry('Organisation', 'publisher', { title: { en: 'A publisher' }, organisationType: 'UN_BODY' });
}

function groupOf({ code }: { code: string }): EntryChange {
  return entry('CountryGroup', code.toLowerCase().replaceAll('_', '-'), {
    title: { en: code },
    code,
    codes: [],
    members: [],
  });
}

function indicatorOf({ target }: TemporaryImport): EntryChange {
  const dimensions = target.dimensions.map(({ name, codes, total }) => ({
    name,
    title: { en: name },
    total,
    codes: codes.map(({ code }) => ({ code, title: { en: code } })),
  }));
  return entry('Indicator', INDICATOR, {
    title: { en: 'A scratch indicator' },
    unit: 'persons',
    countingUnit: 'PERSONS',
    measure: target.measure,
    frequency: target.frequency,
    relevance: 'MEASURES',
    absentMeans: 'MISSING',
    publisher: 'publisher',
    topics: [],
    dimensions,
  });
}

function entry(kind: string, slug: string, record: EntryRecord): EntryChange {
  const base = { action: 'SEED', expectedRevision: 0, status: 'PUBLISHED', originalLocale: 'en' } as const;
  return { ...base, kind, slug, record: { citations: [], ...record } };
}
