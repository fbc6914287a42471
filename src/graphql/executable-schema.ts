import type { GraphQLSchema } from 'graphql';
import { servedSchema } from '../contract/served-schema.js';
import type { Model } from '../model/model.js';
import type { KindModules } from '../records/kind-module.js';
import { ResolverRegistry } from './resolver-registry.js';
import { attachFacets } from './fields/connection.js';
import { attachEntryFields } from './fields/entry-fields.js';
import { attachLinks } from './fields/link-fields.js';
import { attachHistory } from './history/history-fields.js';
import { attachInverses } from './fields/inverse-fields.js';
import { attachMutations } from './editing/mutation-fields.js';
import { attachOutputs } from './fields/output-fields.js';
import { attachRoots } from './fields/root-fields.js';
import { attachScalars } from './fields/scalars.js';
import { attachSearch } from './fields/search-fields.js';
import { attachCitations } from './fields/citation-field.js';
import { attachResults } from './fields/result-fields.js';
import { attachSlices } from './execution/time-sliced-fields.js';

const schemas = new WeakMap<Model, WeakMap<KindModules, GraphQLSchema>>();

/** Returns the served schema. Memoised. @throws AppError MODEL_INVALID if a field or mutation has no resolver */
export function executableSchema(model: Model, modules: KindModules): GraphQLSchema {
  const ofModel = schemas.get(model) ?? new WeakMap<KindModules, GraphQLSchema>();
  const schema = ofModel.get(modules) ?? assemble(model, modules);
  schemas.set(model, ofModel.set(modules, schema));
  return schema;
}

function assemble(model: Model, modules: KindModules): GraphQLSchema {
  const assembly = new ResolverRegistry(servedSchema(model), model, modules);
  attachScalars(assembly);
  attachEntryFields(assembly);
  attachInverses(assembly);
  attachFacets(assembly);
  attachRoots(assembly);
  attachSearch(assembly);
  attachLinks(assembly);
  attachHistory(assembly);
  attachCitations(assembly);
  attachResults(assembly);
  attachMutations(assembly);
  attachOutputs(assembly);
  attachSlices(assembly);
  return assembly.executable();
}
