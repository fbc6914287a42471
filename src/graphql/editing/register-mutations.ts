import { payloadName } from '../../contract/mutation-types.js';
import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';
import { previewPath } from '../../reading/preview-link.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { registerLifecycleMutations } from './lifecycle-mutations.js';
import { registerSaveMutations } from './save-mutations.js';
import { restrictToEditors } from './mutation-context.js';

/** The saved draft in a mutation payload, for its preview link; null if the mutation saved no draft. */
interface DraftPayload {
  draft: { kind: Kind; slug: string } | null;
}

/** Registers all mutations and restricts them to editors. @throws AppError MODEL_INVALID if one has no resolver */
export function registerMutations(registry: ResolverRegistry): void {
  registerSaveMutations(registry);
  registerLifecycleMutations(registry);
  for (const { name } of registry.model.kinds) {
    registry.addResolver<DraftPayload, object>(
      payloadName(name),
      'previewLink',
      async ({ draft }, _args, { origin, store }) => {
        return draft && `${origin}${await previewPath(draft, { secrets: store.secrets, now: new Date() })}`;
      },
    );
  }
  const fields = Object.values(registry.schema.getMutationType()?.getFields() ?? {});
  for (const field of fields) {
    const resolver = registry.resolver('Mutation', field.name);
    if (!resolver) throw new AppError('MODEL_INVALID', `The mutation "${field.name}" has no resolver.`);
    registry.addResolver('Mutation', field.name, restrictToEditors(resolver));
  }
}
