import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';
import { previewPath } from '../../reading/preview-link.js';
import type { Assembly } from '../assembly.js';
import { attachLife } from './life-fields.js';
import { attachSaves } from './save-fields.js';
import { forEditors } from './writing.js';

/** What came of a change, as far as a link to it goes: its draft, whether or not the request is one of a preview. */
interface Changed {
  draft: { kind: Kind; slug: string } | null;
}

/** Gives the fields at the root of mutations their resolvers, each behind the one check of who may write. */
export function attachMutations(assembly: Assembly): void {
  attachSaves(assembly);
  attachLife(assembly);
  assembly.resolve<Changed, object>('EntryPayload', 'previewLink', async ({ draft }, _args, { origin, store }) => {
    return draft && `${origin}${await previewPath(draft, { secrets: store.secrets, now: new Date() })}`;
  });
  const fields = Object.values(assembly.schema.getMutationType()?.getFields() ?? {});
  for (const field of fields) {
    const resolver = assembly.resolver('Mutation', field.name);
    if (!resolver) throw new AppError('MODEL_INVALID', `Nothing carries out the mutation "${field.name}".`);
    assembly.resolve('Mutation', field.name, forEditors(resolver));
  }
}
