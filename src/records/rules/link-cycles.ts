import type { Field } from '../../model/model.js';
import { storedFields } from '../../model/model.js';
import type { EntryRecord } from '../../store/entries.js';
import type { Rule } from '../rule.js';
import type { EntryLookup } from '../entry-lookup.js';

/** Links within a kind, such as to broader entries, have no cycles. */
export const linkCycles: Rule = {
  name: 'links within a kind make no circle',
  check({ shape, value, path }, { submission, lookup, report }) {
    if (path.length > 0) return;
    for (const field of storedFields(shape)) {
      if (field.link?.target !== shape.name) continue;
      const circle = circleFrom(submission.slug, value, field, lookup);
      if (!circle || !tellsHere(submission.slug, shape.name, circle, lookup)) continue;
      const way = [...circle, submission.slug].join(' → ');
      report.add('LINK_CYCLE', [field.name], `comes back to itself: ${way}`, 'take one of these links away');
    }
  },
};

/** Reports a cycle once: at its alphabetically first submitted record. */
function tellsHere(slug: string, kind: string, circle: readonly string[], lookup: EntryLookup): boolean {
  return circle.every((other) => other >= slug || !lookup.find(kind, other)?.submitted);
}

/** The slugs of a cycle from and back to the start; null for none. */
function circleFrom(start: string, record: EntryRecord, field: Field, lookup: EntryLookup): string[] | null {
  const seen = new Set<string>();
  const stack = next(record, field).map((slug) => [start, slug]);
  for (let way = stack.pop(); way; way = stack.pop()) {
    const slug = way.at(-1)!;
    if (slug === start) return way.slice(0, -1);
    if (seen.has(slug)) continue;
    seen.add(slug);
    const entry = lookup.find(field.link!.target, slug);
    for (const onward of entry ? next(entry.record, field) : []) stack.push([...way, onward]);
  }
  return null;
}

function next(record: EntryRecord, field: Field): string[] {
  const held = record[field.name];
  return Array.isArray(held) ? (held as string[]) : held === undefined ? [] : [held as string];
}
