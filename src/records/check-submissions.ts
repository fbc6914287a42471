import { linkValue } from '../model/links.js';
import type { Model } from '../model/model.js';
import type { KindModules } from './kind-module.js';
import { suggestEntry } from './suggest-entry.js';
import { objectsToCheck, type Rule } from './rule-types.js';
import type { Submission } from './submission.js';
import type { EntryLookup } from './entry-lookup.js';
import { areaCodeRule, linkCycleRule, linkTargetRule, reviewedTranslationRule, spanRule } from './rules.js';

/** Rules for entries of all kinds. */
const RULES: readonly Rule[] = [linkTargetRule, linkCycleRule, spanRule, areaCodeRule, reviewedTranslationRule];

/** Adds a tip to each invalid link: the entry that was probably meant. */
function suggestLinkTargets(model: Model, { report }: Submission, lookup: EntryLookup): void {
  for (const { field, written, problem } of report.invalidLinks) {
    const suggestedEntry = suggestEntry(written, field.link!.members, lookup);
    if (!suggestedEntry) continue;
    const link = linkValue(field, model.kind(suggestedEntry.kind), suggestedEntry.slug);
    problem.tip = `did you mean ${link}?`;
  }
}

/** Runs all rules on all records. A rule that throws is reported as a problem; the other rules still run. */
export function checkSubmissions(
  model: Model,
  modules: KindModules,
  submissions: readonly Submission[],
  lookup: EntryLookup,
): void {
  for (const submission of submissions) {
    if (!submission.readable) continue;
    suggestLinkTargets(model, submission, lookup);
    const context = { model, submission, lookup, report: submission.report };
    for (const checkedObject of objectsToCheck(model, submission.kind, submission.record)) {
      for (const rule of [...RULES, ...(modules.get(checkedObject.shape.name)?.rules ?? [])]) {
        try {
          rule.check(checkedObject, context);
        } catch (error) {
          const tip = 'please report it with the record';
          submission.report.add('RULE_FAILED', checkedObject.path, `"${rule.name}" failed: ${String(error)}`, tip);
        }
      }
    }
  }
}
