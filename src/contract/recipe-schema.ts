import schema from './recipe-schema.json' with { type: 'json' };

/** JSON Schema (draft 7) of a recipe, for editors and `validate`. */
export const RECIPE_SCHEMA = schema;

/** JSON Schema of a mapping file, which describes the columns of a table. */
export const MAPPING_SCHEMA = schema.properties.mapping;

/** Codes of import problems that a recipe can accept. The recipe states the number of figures with each. */
export const ACCEPTABLE_PROBLEM_CODES = Object.keys(schema.properties.accept.properties);
