import { AppError } from '../../errors.js';
import { previewPath } from '../../reading/preview-link.js';
import type { Assembly } from '../assembly.js';
import type { Entry } from '../request/entry.js';
import { attachLife } from './life-fields.js';
import { attachSaves } from './save-fields.js';
import { forEditors } from './writing.js';

/** What came of a change, as far as a link to it goes. */
interface Changed {
  entry: Entry | null;
}

/** Gives the fields at the root of mutations their resolvers, each behind the one check of who may write. */
export function attachMutations(assembly: Assembly): void {
  attachSaves(assembly);
  attachLife(assembly);
  assembly.resolve<Changed, object>('EntryPayload', 'previewLink', async ({ entry }, _args, { origin, store }) => {
    if (entry?.stored.status !== 'DRAFT') return null;
    return `${origin}${await previewPath(entry, { secrets: store.secrets, now: new Date() })}`;
  });
  const fields = Object.values(assembly.schema.getMutationType()?.getFields() ?? {});
  for (const field of fields) {
    const resolver = assembly.resolver('Mutation', field.name);
    if (!resolver) throw new AppError('MODEL_INVALID', `Nothing carries out the mutation "${field.name}".`);
    assembly.resolve('Mutation', field.name, forEditors(resolver));
  }
}
