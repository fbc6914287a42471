import type { GraphQLSchema } from 'graphql';
import { servedSchema } from '../contract/served-schema.js';
import type { Model } from '../model/model.js';
import type { KindModules } from '../records/kind-module.js';
import { ResolverRegistry } from './resolver-registry.js';
import { registerFacetFields } from './fields/connection.js';
import { registerEntryFields } from './fields/entry-fields.js';
import { registerLinkGraphFields } from './fields/link-graph-fields.js';
import { registerHistoryFields } from './history/history-fields.js';
import { registerInverseFields } from './fields/inverse-fields.js';
import { registerMutations } from './editing/register-mutations.js';
import { registerEntryReferenceFields } from './fields/entry-reference-fields.js';
import { registerRootFields } from './fields/root-fields.js';
import { registerScalars } from './fields/scalars.js';
import { registerSearchField } from './fields/search-fields.js';
import { registerCitationFields } from './fields/citation-field.js';
import { registerKindModuleFields } from './fields/kind-module-fields.js';
import { registerTimeSlices } from './execution/time-sliced-fields.js';

const schemaCache = new WeakMap<Model, WeakMap<KindModules, GraphQLSchema>>();

/** Returns the served schema. Memoised. @throws AppError MODEL_INVALID if a field or mutation has no resolver */
export function executableSchema(model: Model, modules: KindModules): GraphQLSchema {
  const byModules = schemaCache.get(model) ?? new WeakMap<KindModules, GraphQLSchema>();
  const schema = byModules.get(modules) ?? buildSchema(model, modules);
  schemaCache.set(model, byModules.set(modules, schema));
  return schema;
}

function buildSchema(model: Model, modules: KindModules): GraphQLSchema {
  const registry = new ResolverRegistry(servedSchema(model), model, modules);
  registerScalars(registry);
  registerEntryFields(registry);
  registerInverseFields(registry);
  registerFacetFields(registry);
  registerRootFields(registry);
  registerSearchField(registry);
  registerLinkGraphFields(registry);
  registerHistoryFields(registry);
  registerCitationFields(registry);
  registerKindModuleFields(registry);
  registerMutations(registry);
  registerEntryReferenceFields(registry);
  registerTimeSlices(registry);
  return registry.toExecutableSchema();
}
