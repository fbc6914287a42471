import { expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { kindModules } from '../../src/kinds/index.js';
import type { KindModules } from '../../src/records/kind-module.js';
import { schemaModel } from '../support/schema-model.js';

const without = (name: string): KindModules => new Map([...kindModules].filter(([each]) => each !== name));

test('executableSchema throws if a computed field has no resolver, and the error names the field and its position', () => {
  expect(() => executableSchema(schemaModel, kindModules)).not.toThrow();
  // `Indicator` is a kind, and `Claim` an embedded type.
  for (const name of ['Indicator', 'Claim']) {
    const expectedMessage = `^${name}\\.\\w+ is computed, but no module in src/kinds/ computes it; add it to the module of ${name}\\.`;
    expect(() => executableSchema(schemaModel, without(name))).toThrow(new RegExp(expectedMessage));
  }
});
