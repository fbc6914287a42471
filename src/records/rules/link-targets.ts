import { folderKey } from '../../model/entry-key.js';
import { linkTarget } from '../../model/links.js';
import type { Field, Kind } from '../../model/model.js';
import { storedFields } from '../../model/model.js';
import { nearest } from '../../model/nearest.js';
import { meantEntry } from '../meant.js';
import type { Path } from '../problem.js';
import type { Rule, RuleContext } from '../rule.js';
import type { Seen } from '../entry-lookup.js';
import { aOrAn, spellOut } from '../wording.js';

/** Link targets exist, have the right kind, and are published where required. */
export const linkTargets: Rule = {
  name: 'links point to entries that are there',
  check({ shape, value, path }, context) {
    for (const field of storedFields(shape)) {
      if (!field.link) continue;
      const held = value[field.name];
      if (Array.isArray(held)) {
        held.forEach((each: string, at) => checkLink(field, each, [...path, field.name, at], context));
      } else if (held !== undefined) {
        checkLink(field, held as string, [...path, field.name], context);
      }
    }
  },
};

function checkLink(field: Field, written: string, path: Path, context: RuleContext): void {
  const { kind, slug } = linkTarget(context.model, field, written)!;
  const target = context.lookup.find(kind.name, slug);
  if (!target) tellMissing(kind, slug, path, context);
  else if (needsPublished(field, target, context)) {
    const tip = `publish ${written}, or keep this one as a draft`;
    context.report.add('LINK_DRAFT', path, `"${written}" is a draft`, tip);
  }
}

function needsPublished(field: Field, target: Seen, { submission }: RuleContext): boolean {
  return field.required && !field.list && submission.status === 'PUBLISHED' && target.status === 'DRAFT';
}

function tellMissing(kind: Kind, slug: string, path: Path, { lookup, report }: RuleContext): void {
  const words = spellOut(kind.name);
  const file = `${folderKey(kind, slug)}.yaml`;
  const [create, otherwise] = report.isOfFile
    ? [`${file} does not exist; restore it or write it`, `, or write ${file}`]
    : ['create it first, or in the same saveAll', ''];
  const other = lookup.kindsWith(slug)[0];
  const meant = meantEntry(slug, [kind.name], lookup);
  const near = meant === null ? nearest(slug, lookup.slugs(kind.name)) : null;
  if (meant) {
    report.add('LINK_UNKNOWN', path, `no ${words} is called "${slug}"`, `did you mean ${meant.slug}?`);
  } else if (other && !near) {
    const message = `"${slug}" is ${aOrAn(spellOut(other.name))}, not ${aOrAn(words)}`;
    report.add('LINK_WRONG_KIND', path, message, `link to ${aOrAn(words)}${otherwise}`);
  } else {
    const tip = near ? `nearest: ${near}` : create;
    report.add('LINK_UNKNOWN', path, `no ${words} is called "${slug}"`, tip);
  }
}
