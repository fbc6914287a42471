import type { Filter } from './introspection.js';

/** Returns the smallest filter found that still fails, by removing and simplifying one condition after another. */
export async function shrinkFilter(filter: Filter, isWrong: (filter: Filter) => Promise<boolean>): Promise<Filter> {
  for (const smaller of smallerThan(filter)) {
    if (await isWrong(smaller)) return shrinkFilter(smaller, isWrong);
  }
  return filter;
}

function* smallerThan(filter: Filter): Generator<Filter> {
  for (const [name, condition] of Object.entries(filter)) {
    const { [name]: _left, ...others } = filter;
    if (Object.keys(others).length > 0) yield others;
    const within = Array.isArray(condition) ? (condition as unknown[]) : [condition];
    if (['and', 'or', 'not'].includes(name)) for (const part of within) yield { ...others, ...(part as Filter) };
    if (Array.isArray(condition)) {
      for (const at of condition.keys()) {
        yield { ...filter, [name]: condition.toSpliced(at, 1) };
        if (isFilter(condition[at])) {
          for (const part of smallerThan(condition[at])) yield { ...filter, [name]: condition.with(at, part) };
        }
      }
    }
    if (isFilter(condition)) for (const part of smallerThan(condition)) yield { ...filter, [name]: part };
    if (typeof condition === 'string' && condition.length > 1 && ['contains', 'startsWith'].includes(name)) {
      yield { ...filter, [name]: condition.slice(0, -1) };
      yield { ...filter, [name]: condition.slice(1) };
    }
  }
}

function isFilter(condition: unknown): condition is Filter {
  return typeof condition === 'object' && condition !== null && !Array.isArray(condition);
}
