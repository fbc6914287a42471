import { expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { kindModules } from '../../src/kinds/index.js';
import type { KindModules } from '../../src/records/kind-module.js';
import { schemaModel } from '../support/schema-model.js';

const without = (name: string): KindModules => new Map([...kindModules].filter(([each]) => each !== name));

test('a computed field without a resolver stops the start, with the name and position of the field', () => {
  expect(() => executableSchema(schemaModel, kindModules)).not.toThrow();
  // A kind, and an object within entries.
  for (const name of ['Indicator', 'Claim']) {
    const expectedMessage = `^${name}\\.\\w+ is computed, but no module in src/kinds/ computes it; add it to the module of ${name}\\.`;
    expect(() => executableSchema(schemaModel, without(name))).toThrow(new RegExp(expectedMessage));
  }
});
