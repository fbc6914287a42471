import { folderKey } from '../model/entry-key.js';
import { type Field, type Kind, type Model, type Shape, storedFields } from '../model/model.js';

type JsonSchema = Record<string, unknown>;

const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';
/** Pattern of a former slug, or of the folder and slug of an entry of another kind. */
const FORMER_SLUG_PATTERN = `^([a-z-]+/)?${SLUG.slice(1)}`;
const TIMESTAMP = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z$';
const PARTIAL_DATE_TIP = 'Write a year, a month or a day, as far as it is known: 2024, 2024-06 or 2024-06-18.';
const PARTIAL_DATE = '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';

/** An existing entry, offered by editors as the value of a link. */
export interface LinkTarget {
  slug: string;
  title: string;
}

/** Existing entries, by kind. */
export type LinkTargets = ReadonlyMap<string, readonly LinkTarget[]>;

/** Returns the JSON Schema (draft 7) of the files of a kind. @param targets entries to offer as completions of links */
export function jsonSchema(model: Model, kind: Kind, targets: LinkTargets = new Map()): JsonSchema {
  const lists = model.kinds.flatMap(({ name, folder }): [string, JsonSchema][] => [
    [`slugs of ${folder}`, slugsSchema(targets.get(name) ?? [], { folder, isPath: false })],
    [`paths of ${folder}`, slugsSchema(targets.get(name) ?? [], { folder, isPath: true })],
  ]);
  const shapeSchemas = model.embedded.map((shape): [string, JsonSchema] => [shape.name, objectSchema(model, shape)]);
  const definitions = Object.fromEntries([...shapeSchemas, ...lists]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: kind.name,
    ...objectSchema(model, kind, {
      originalLocale: {
        description: 'The language in which the record was first written. Default: en.',
        enum: [...model.locales],
      },
      status: {
        description: 'DRAFT hides the record from the public. Default: PUBLISHED.',
        enum: ['DRAFT', 'PUBLISHED'],
      },
      formerly: {
        description:
          'Former slugs of the record, oldest first, and entries of other kinds that it replaces, as in resources/dsa. Their addresses redirect to it.',
        type: 'array',
        items: { type: 'string', pattern: FORMER_SLUG_PATTERN },
      },
      publishAt: {
        description: 'Time of publication, instead of a status. Until then the record is a draft.',
        type: 'string',
        pattern: TIMESTAMP,
        patternErrorMessage: 'write it as 2027-01-31T09:00:00Z',
      },
    }),
    definitions,
  };
}

/** Returns the schema of a link with the slugs that editors offer; without entries, one that matches nothing. */
function slugsSchema(targets: readonly LinkTarget[], format: { folder: string; isPath: boolean }): JsonSchema {
  if (targets.length === 0) return { not: {} };
  return {
    enum: targets.map(({ slug }) => (format.isPath ? folderKey(format, slug) : slug)),
    markdownEnumDescriptions: targets.map(({ title }) => title),
    errorMessage: linkTip(format),
  };
}

function linkTip({ folder, isPath }: { folder: string; isPath: boolean }): string {
  return isPath
    ? `Write its folder and its slug, as in ${folder}/…`
    : `Write the name of its file in ${folder}, without .yaml.`;
}

function objectSchema(model: Model, shape: Shape, extra: JsonSchema = {}): JsonSchema {
  const fields = storedFields(shape).filter((field) => !isMarkdownBody(field, shape));
  return {
    description: shape.description,
    type: 'object',
    additionalProperties: false,
    required: fields.filter((field) => (field.list ? field.nonEmpty : field.required)).map((field) => field.name),
    properties: { ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(model, field)])), ...extra },
  };
}

/** Whether a field is written in a Markdown file alongside the record; applies to the localised `body` of a kind. */
function isMarkdownBody(field: Field, shape: Shape): boolean {
  return field.name === 'body' && field.localised && 'folder' in shape;
}

function fieldSchema(model: Model, field: Field): JsonSchema {
  const value = valueSchema(model, field);
  const tip = field.type === 'PartialDate' ? ` ${PARTIAL_DATE_TIP}` : '';
  const description = field.description + tip;
  if (!field.list) return { description, ...value };
  return { description, type: 'array', items: value, ...(field.nonEmpty && { minItems: 1 }) };
}

function valueSchema(model: Model, field: Field): JsonSchema {
  if (field.link) return linkSchema(model, field);
  if (field.category === 'object') return { $ref: `#/definitions/${field.type}` };
  if (field.category === 'enum') {
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
  const { members, toInterface } = field.link!;
  const folders = members.map((member) => model.kind(member).folder);
  const pattern = toInterface ? `^(${folders.join('|')})/${SLUG.slice(1)}` : SLUG;
  const patternErrorMessage = linkTip({ folder: folders[0]!, isPath: toInterface });
  const references = folders.map((folder) => ({
    $ref: `#/definitions/${toInterface ? 'paths' : 'slugs'} of ${folder}`,
  }));
  return { anyOf: [...references, { type: 'string', pattern, patternErrorMessage }] };
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
        type: ['string', 'integer'],
        pattern: PARTIAL_DATE,
        patternErrorMessage: PARTIAL_DATE_TIP,
        errorMessage: PARTIAL_DATE_TIP,
        minimum: 1000,
        maximum: 9999,
      };
    case 'URL':
      return { type: 'string', pattern: '^https?://' };
    default:
      return { type: 'string' };
  }
}
