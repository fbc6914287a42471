import { folderKey } from '../../model/entry-key.js';
import type { Rule } from '../rule.js';

/** An area code belongs to one entry of any kind; placeholders give way. */
export const areaCodes: Rule = {
  name: 'codes of areas are used once',
  check({ shape, path }, { submission, lookup, report }) {
    const field = path.length === 0 ? shape.fields.find(({ type }) => type === 'AreaCode') : undefined;
    if (!field) return;
    const code = lookup.findCode({ kind: shape.name, slug: submission.slug, record: submission.record });
    if (code === undefined) return;
    for (const other of lookup.withCode(code)) {
      if (other.kind === shape.name && other.slug === submission.slug) continue;
      // Another check reports renames.
      if (other.kind === shape.name && !other.submitted && other.formerly?.includes(submission.slug)) continue;
      if (lookup.model.kind(other.kind).standIn !== lookup.model.kind(shape.name).standIn) continue;
      const name = folderKey(lookup.model.kind(other.kind), other.slug);
      // Of two submitted records, the alphabetically second has the problem.
      if (other.submitted && name > folderKey(lookup.model.kind(shape.name), submission.slug)) continue;
      report.add('CODE_TAKEN', [field.name], `"${code}" is the code of ${name}`, 'choose another');
    }
  },
};
