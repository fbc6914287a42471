import { folderKey } from '../model/entry-key.js';
import { parseLinkValue } from '../model/links.js';
import { type Field, findField, type Kind, type Model, type Shape, storedFields } from '../model/model.js';
import { storedValues } from '../model/stored-values.js';
import { closestMatch } from '../model/closest-match.js';
import { linkTexts } from './read-entries-for-validation.js';
import { suggestEntry } from './suggest-entry.js';
import type { ProblemPath } from './problem.js';
import type { Rule, RuleContext } from './rule-types.js';
import type { EntryLookup, LookupEntry } from './entry-lookup.js';
import { withArticle, splitTypeName } from './message-text.js';
import type { EntryRecord } from '../store/entries.js';
import { endsBefore } from '../model/iso-date.js';

const REVIEWED_FIELD = 'reviewedTranslations';

/** A reviewed translation requires a text in its language. */
export const reviewedTranslationRule: Rule = {
  name: 'reviewed translations have text',
  check({ shape, value, path }, { model, report }) {
    const reviewedLocales = path.length === 0 ? ((value[REVIEWED_FIELD] ?? []) as readonly string[]) : [];
    reviewedLocales.forEach((locale, index) => {
      // Invalid texts are absent from the record.
      const isInvalid = report.list.some((problem) => problem.record === report.record && problem.at.includes(locale));
      if (isInvalid || hasText(model, shape, value, locale)) return;
      const tip = `remove ${locale}, or write the translation`;
      report.add('TRANSLATION_MISSING', [REVIEWED_FIELD, index], `the record has no text in ${locale}`, tip);
    });
  },
};

/** Names of start and end fields. The rule applies to all types that have both. */
const SPAN_FIELDS = [
  ['from', 'to'],
  ['startsOn', 'endsOn'],
] as const;

/** The end date of a span must not be before its start date. */
export const spanRule: Rule = {
  name: 'an end is not before its start',
  check({ shape, value, path }, { report }) {
    for (const [first, last] of SPAN_FIELDS) {
      if (findField(shape, first)?.type !== 'PartialDate' || findField(shape, last)?.type !== 'PartialDate') continue;
      const from = value[first] as string | undefined;
      const to = value[last] as string | undefined;
      if (from === undefined || to === undefined || !endsBefore(to, from)) continue;
      report.add('SPAN_REVERSED', [...path, last], `${to} is before ${from}`, `exchange ${first} and ${last}?`);
    }
  },
};

/** Area codes must be unique across all kinds, except that a stand-in may have the code of its replacement. */
export const areaCodeRule: Rule = {
  name: 'area codes are unique',
  check({ shape, path }, { submission, lookup, report }) {
    const field = path.length === 0 ? shape.fields.find(({ type }) => type === 'AreaCode') : undefined;
    if (!field) return;
    const code = lookup.areaCodeOf({ kind: shape.name, slug: submission.slug, record: submission.record });
    if (code === undefined) return;
    for (const otherEntry of lookup.findByCode(code)) {
      if (otherEntry.kind === shape.name && otherEntry.slug === submission.slug) continue;
      // The slug is a former one of the other entry, which `reportSlugConflicts` reports.
      if (otherEntry.kind === shape.name && !otherEntry.submitted && otherEntry.formerly?.includes(submission.slug))
        continue;
      if (lookup.model.kind(otherEntry.kind).standIn !== lookup.model.kind(shape.name).standIn) continue;
      const name = folderKey(lookup.model.kind(otherEntry.kind), otherEntry.slug);
      // Of two submitted records, the alphabetically second one has the problem.
      if (otherEntry.submitted && name > folderKey(lookup.model.kind(shape.name), submission.slug)) continue;
      report.add('CODE_TAKEN', [field.name], `"${code}" is the code of ${name}`, 'choose another');
    }
  },
};

/** Links within a kind, such as to broader entries, must not form a cycle. */
export const linkCycleRule: Rule = {
  name: 'links within a kind form no cycle',
  check({ shape, value, path }, { submission, lookup, report }) {
    if (path.length > 0) return;
    for (const field of storedFields(shape)) {
      if (field.link?.target !== shape.name) continue;
      const cycle = findCycle(submission.slug, value, field, lookup);
      if (!cycle || !reportsCycle(submission.slug, shape.name, cycle, lookup)) continue;
      const cycleText = [...cycle, submission.slug].join(' → ');
      report.add('LINK_CYCLE', [field.name], `forms a cycle: ${cycleText}`, 'remove one of these links');
    }
  },
};

/** Link targets must exist, be of an allowed kind, and be published if the link is required. */
export const linkTargetRule: Rule = {
  name: 'links point to existing entries',
  check({ shape, value, path }, context) {
    for (const field of storedFields(shape)) {
      if (!field.link) continue;
      const storedLinks = value[field.name];
      if (Array.isArray(storedLinks)) {
        storedLinks.forEach((link: string, index) => checkLink(field, link, [...path, field.name, index], context));
      } else if (storedLinks !== undefined) {
        checkLink(field, storedLinks as string, [...path, field.name], context);
      }
    }
  },
};

function checkLink(field: Field, linkText: string, path: ProblemPath, context: RuleContext): void {
  const { kind, slug } = parseLinkValue(context.model, field, linkText)!;
  const target = context.lookup.find(kind.name, slug);
  if (!target) reportMissingTarget(kind, slug, path, context);
  else if (needsPublished(field, target, context)) {
    const tip = `publish ${linkText}, or keep this one as a draft`;
    context.report.add('LINK_DRAFT', path, `"${linkText}" is a draft`, tip);
  }
}

function needsPublished(field: Field, target: LookupEntry, { submission }: RuleContext): boolean {
  return field.required && !field.list && submission.status === 'PUBLISHED' && target.status === 'DRAFT';
}

function reportMissingTarget(
  kind: Kind,
  slug: string,
  path: ProblemPath,
  { submission, lookup, report }: RuleContext,
): void {
  const kindText = splitTypeName(kind.name);
  const file = `${folderKey(kind, slug)}.yaml`;
  const [createTip, createAdvice] = report.isFromFile
    ? [`${file} does not exist; restore it or write it`, `, or write ${file}`]
    : ['create it first, or in the same saveAll', ''];
  const sameSlugKind = lookup.kindsWith(slug)[0];
  const suggested = suggestEntry(slug, [kind.name], lookup);
  const nearSlug = suggested === null ? closestMatch(slug, lookup.slugs(kind.name)) : null;
  if (suggested) {
    report.add('LINK_UNKNOWN', path, `there is no ${kindText} "${slug}"`, `did you mean ${suggested.slug}?`);
  } else if (sameSlugKind && !nearSlug) {
    const message = `"${slug}" is ${withArticle(splitTypeName(sameSlugKind.name))}, not ${withArticle(kindText)}`;
    const fields = path.length > 2 ? [] : fieldsFor(sameSlugKind, submission.kind);
    const fieldAdvice = fields.length > 0 ? `, or put it under ${fields.join(' or ')}` : createAdvice;
    const tip = `link to ${withArticle(kindText)}${fieldAdvice}`;
    report.add('LINK_WRONG_KIND', path, message, tip);
  } else {
    const tip = nearSlug ? `did you mean ${nearSlug}?` : createTip;
    report.add('LINK_UNKNOWN', path, `there is no ${kindText} "${slug}"`, tip);
  }
}

/** Returns the fields of a kind that can link to another kind. */
function fieldsFor(target: Kind, { fields }: Kind): string[] {
  return fields.filter(({ link }) => link?.members.includes(target.name)).map(({ name }) => name);
}

/** Whether this record reports a cycle. Only the alphabetically first submitted record of a cycle does. */
function reportsCycle(slug: string, kind: string, cycle: readonly string[], lookup: EntryLookup): boolean {
  return cycle.every((member) => member >= slug || !lookup.find(kind, member)?.submitted);
}

/** Returns the slugs of a cycle that starts at an entry; null if there is none. */
function findCycle(start: string, record: EntryRecord, field: Field, lookup: EntryLookup): string[] | null {
  const visited = new Set<string>();
  const stack = linkTexts(record, field).map((slug) => [start, slug]);
  for (let path = stack.pop(); path; path = stack.pop()) {
    const slug = path.at(-1)!;
    if (slug === start) return path.slice(0, -1);
    if (visited.has(slug)) continue;
    visited.add(slug);
    const entry = lookup.find(field.link!.target, slug);
    for (const nextSlug of entry ? linkTexts(entry.record, field) : []) stack.push([...path, nextSlug]);
  }
  return null;
}

function hasText(model: Model, shape: Shape, record: EntryRecord, locale: string): boolean {
  for (const { field, value } of storedValues(model, shape, record)) {
    if (field.localised && Object.hasOwn(value as EntryRecord, locale)) return true;
  }
  return false;
}
