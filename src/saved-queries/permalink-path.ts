import type { SerialisedEditions } from '../model/pinned-editions.js';
import { AS_OF, EDITIONS } from './pin-as-of.js';
import type { LoadedQuestion } from './loaded-question.js';
import { type VariableValues, writeUrlValues } from './variable-values.js';

const DAY_MS = 86_400_000;

/** Returns the permalink path of an answer, such as `/q/asylum?areas=IT,ES&asOf=2026-11-26`. */
export function permalinkPath(
  {
    slug,
    path = `/q/${slug}`,
    inputs,
    defaults,
    state,
    pinned = state,
  }: Pick<LoadedQuestion, 'slug' | 'path' | 'inputs' | 'defaults' | 'state' | 'pinned'>,
  values: VariableValues,
  editions: SerialisedEditions | null,
): string {
  const search = new URLSearchParams();
  const urlValues: VariableValues = { ...(pinned ?? withFixedTimes(values, inputs)), [AS_OF]: null };
  // A default that the reader removed is written as an empty value.
  const removedDefaults = Object.entries(pinned ? {} : defaults).filter(([name]) => urlValues[name] == null);
  writeUrlValues(search, urlValues, Object.fromEntries(removedDefaults), inputs);
  if (editions?.asOf) search.set(AS_OF, editions.asOf);
  if (editions?.editions) search.set(EDITIONS, editions.editions);
  return decodeCommasAndColons(`${path}${search.size > 0 ? `?${search}` : ''}`);
}

/** Replaces `days`, a number of days until now, by fixed times `since` and `until`, if the question has `until`. */
function withFixedTimes(values: VariableValues, inputs: LoadedQuestion['inputs']): VariableValues {
  if (!inputs.some(({ name }) => name === 'until')) return values;
  const now = Date.now();
  const { days, since, until = new Date(now).toISOString() } = values;
  const start = days == null ? null : new Date(now - Number(days) * DAY_MS).toISOString();
  // The later of the two times applies.
  return {
    ...values,
    days: null,
    since: [since, start]
      .filter((time) => time != null)
      .sort()
      .at(-1),
    until,
  };
}

/** Decodes commas and colons, which need no encoding, for legibility. */
export function decodeCommasAndColons(path: string): string {
  return path.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
