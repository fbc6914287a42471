// A schema loader of GraphQL Code Generator: the contract that schema/ describes. See codegen.yml.
import type { GraphQLSchema } from 'graphql';
import { servedSchema } from '../src/contract/served-schema.js';
import { loadModel } from '../src/model/load-model.js';

/** The function that GraphQL Code Generator calls. Returns the schema that the server serves. */
export default function load(): GraphQLSchema {
  return servedSchema(loadModel('schema'));
}
