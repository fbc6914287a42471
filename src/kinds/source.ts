import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryOf, RecordOf } from '../reading/typed-entry.js';
import type { CitedWork } from '../series/citation.js';
import { textLocale } from '../reading/locale-fallback.js';
import type { KindModuleOf } from './kind-module-types.js';

export const sourceModule: KindModuleOf<'Source'> = {
  computed: {
    titleLocale: (entry, _args, { locales }) => textLocale(entry.record.title, entry, locales),
  },
  needs: { titleLocale: ['title'] },
  light: ['titleLocale'],
  cited: citedWorkOf,
};

function citedWorkOf(entry: EntryOf<'Source'>, context: ComputedContext): CitedWork {
  const { slug, record } = entry;
  const {
    url = null,
    publisherName: publisher = null,
    publishedOn = null,
    retrievedOn = null,
    reference,
    edition,
    readIn: copy,
  } = record;
  return {
    key: slug,
    kind: url === null ? 'DOCUMENT' : 'PAGE',
    title: context.text(record.title, entry) ?? slug,
    author: publisher,
    publisher,
    issued: publishedOn,
    accessed: retrievedOn ?? copy?.retrievedOn ?? null,
    version: [reference, edition].filter(Boolean).join(', ') || null,
    container: null,
    url,
    note: copy ? describeCopy(copy) : null,
  };
}

/** Describes the copy that was read, as in "Read in GitHub, one/tables, data/crossings.csv, version 6934b51 (…)". */
function describeCopy({ holder, file, commit, url }: RecordOf<'Copy'>): string {
  const location = [holder, file, commit && `version ${commit}`].filter(Boolean).join(', ');
  return `Read in ${location}${url ? ` (${url})` : ''}`;
}
