// A schema loader of GraphQL Code Generator: the contract that schema/ describes. See codegen.yml.
import type { GraphQLSchema } from 'graphql';
import { servedSchema } from '../src/contract/served-schema.js';
import { loadModel } from '../src/model/load-model.js';

/** Returns the contract as clients see it. */
export default function load(): GraphQLSchema {
  return servedSchema(loadModel('schema'));
}
