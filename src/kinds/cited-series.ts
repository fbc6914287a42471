import type { ComputedContext } from '../reading/computed-context.js';
import type { CitationStyle } from '../series/citation.js';
import { citationOf } from '../series/citation.js';
import type { Vintage } from '../store/figures.js';
import type { SeriesFacts } from './served-series.js';

const TITLE = ['title'] as const;
const SOURCE_FIELDS = ['title', 'url'] as const;
const KNOWLEDGE_BASE = 'Signpost';
const VERSIONS: Readonly<Record<Vintage['dateOf'], (date: string) => string>> = {
  UPDATE: (date) => `edition of ${date}`,
  RETRIEVAL: (date) => `as retrieved ${date}`,
  NOT_BEFORE: (date) => `edition of ${date} or later`,
  WRITING: (date) => `edition of ${date}`,
};
/** More than these are summed up in a word. */
const MOST_SOURCES = 3;

/** How a series is cited: its publisher, what it is of, its edition and the date of that, and where it was read. */
export async function cellsCited(facts: SeriesFacts, style: CitationStyle, context: ComputedContext): Promise<string> {
  const { indicator, area, breakdown, worked, recipe, vintage } = facts;
  const known = context.areas.byCode(area);
  const slugs = [...new Set(worked.cells.flatMap(({ sources }) => sources))];
  const [publisher, place, ...sources] = await Promise.all([
    context.entry('Organisation', indicator.record.publisher!, TITLE),
    known ? context.entry(known.kind, known.slug, TITLE) : null,
    ...slugs.slice(0, MOST_SOURCES).map((slug) => context.entry('Source', slug, SOURCE_FIELDS)),
  ]);
  const titleOf = (entry: (typeof sources)[number]) => (entry ? context.text(entry.record.title, entry) : null);
  const codes = Object.entries(breakdown).map(([dimension, code]) => `${dimension} ${code}`);
  const about = [titleOf(place ?? null) ?? area, ...codes, recipe.transform === null ? null : worked.unit];
  const read = sources.flatMap((source) => titleOf(source) ?? []);
  if (slugs.length > MOST_SOURCES) read.push(`${slugs.length - MOST_SOURCES} more`);
  const { date, dateOf } = vintage;
  return citationOf(
    {
      key: [indicator.slug, area.toLowerCase().replaceAll('_', '-'), date].join('-'),
      kind: 'DATA',
      title: `${titleOf(indicator) ?? indicator.slug}: ${about.filter((part) => part !== null).join(', ')}`,
      author: titleOf(publisher ?? null),
      publisher: titleOf(publisher ?? null),
      issued: dateOf === 'UPDATE' || dateOf === 'WRITING' ? date : null,
      accessed: dateOf === 'RETRIEVAL' ? date : null,
      version: VERSIONS[dateOf](date),
      container: KNOWLEDGE_BASE,
      url: slugs.length === 1 ? (sources[0]?.record.url ?? null) : null,
      note: [
        ...(read.length > 0 ? [`Read in: ${read.join('; ')}`] : []),
        `These figures: indicator "${indicator.slug}", area ${area}, as of ${vintage.at.toISOString()}`,
      ].join('. '),
    },
    style,
  );
}
