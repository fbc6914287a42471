import type { Field, Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';

type JsonSchema = Record<string, unknown>;

const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';
const PARTIAL_DATE = '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';

/**
 * The JSON Schema (draft 7) of the content files of a kind, from which editors get completion, hover text and a first
 * check while they type.
 */
export function jsonSchema(model: Model, kind: Kind): JsonSchema {
  const definitions = Object.fromEntries(model.embedded.map((shape) => [shape.name, objectSchema(model, shape)]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: kind.name,
    ...objectSchema(model, kind, {
      originalLocale: {
        description: 'The language in which the record was first written; en unless given.',
        enum: [...model.locales],
      },
      status: {
        description: 'DRAFT keeps the record from the public; PUBLISHED unless given.',
        enum: ['DRAFT', 'PUBLISHED'],
      },
    }),
    definitions,
  };
}

function objectSchema(model: Model, shape: Shape, extra: JsonSchema = {}): JsonSchema {
  const fields = storedFields(shape).filter((field) => !writtenBeside(field, shape));
  return {
    description: shape.description,
    type: 'object',
    additionalProperties: false,
    required: fields.filter((field) => field.required && !field.list).map((field) => field.name),
    properties: { ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(model, field)])), ...extra },
  };
}

/** A field named `body` of a kind is a Markdown file beside the record. */
function writtenBeside(field: Field, shape: Shape): boolean {
  return field.name === 'body' && field.localised && 'folder' in shape;
}

function fieldSchema(model: Model, field: Field): JsonSchema {
  const value = valueSchema(model, field);
  if (!field.list) return { description: field.description, ...value };
  return { description: field.description, type: 'array', items: value };
}

function valueSchema(model: Model, field: Field): JsonSchema {
  if (field.link) return linkSchema(model, field);
  if (field.nature === 'object') return { $ref: `#/definitions/${field.type}` };
  if (field.nature === 'enum') {
    const { values } = model.enum(field.type);
    return { enum: values.map(({ name }) => name), markdownEnumDescriptions: values.map((value) => value.description) };
  }
  if (field.localised) {
    const texts = Object.fromEntries(model.locales.map((locale) => [locale, { type: 'string' }]));
    const perLocale = { type: 'object', additionalProperties: false, properties: texts, minProperties: 1 };
    return { oneOf: [{ type: 'string' }, perLocale] };
  }
  return scalarSchema(field.type);
}

function linkSchema(model: Model, field: Field): JsonSchema {
  const folders = field.link!.members.map((member) => model.kind(member).folder);
  if (!field.link!.toInterface) return { type: 'string', pattern: SLUG };
  return { type: 'string', pattern: `^(${folders.join('|')})/${SLUG.slice(1)}` };
}

function scalarSchema(type: string): JsonSchema {
  switch (type) {
    case 'Int':
      return { type: 'integer' };
    case 'Float':
      return { type: 'number' };
    case 'Boolean':
      return { type: 'boolean' };
    case 'PartialDate':
      return {
        anyOf: [
          { type: 'integer', minimum: 1000, maximum: 9999 },
          { type: 'string', pattern: PARTIAL_DATE },
        ],
      };
    case 'URL':
      return { type: 'string', pattern: '^https?://' };
    default:
      return { type: 'string' };
  }
}
