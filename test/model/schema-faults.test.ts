import { describe, expect, test } from '@jest/globals';
import { AppError } from '../../src/errors.js';
import type { SchemaFault } from '../../src/model/schema-faults.js';
import { loadModel } from '../../src/model/load-model.js';
import { smallSchema } from './small-schema.js';

type Change = Parameters<typeof smallSchema>[0];

function faultsOf(change: Change): SchemaFault[] {
  try {
    loadModel(smallSchema(change));
  } catch (error) {
    if (error instanceof AppError && error.code === 'MODEL_INVALID') return error.details.faults as SchemaFault[];
    throw error;
  }
  return [];
}

/** [description, change, location of the error, message, correction] */
const FAULTY_SCHEMAS: [string, Change, string, string, string][] = [
  [
    'a link to a missing kind',
    { from: '[Topic!]! @link', to: '[Topik!]! @link' },
    'guide.graphql:6',
    'Guide.topics is of type Topik, which is not defined',
    'did you mean Topic?',
  ],
  [
    'a link to a type that is not a kind',
    { from: '[Topic!]! @link(inverse: "guides") @filter @facet', to: '[Part!]! @link' },
    'guide.graphql:6',
    'Guide.topics links to Part, which is not a kind',
    'link to a type with @entry',
  ],
  [
    'a kind embedded without a link',
    { from: '[Topic!]! @link(inverse: "guides") @filter @facet', to: '[Topic!]!' },
    'guide.graphql:6',
    'Guide.topics is of kind Topic but not a link',
    'add @link',
  ],
  [
    'a duplicate field',
    { from: '  summary: String @localised @search', to: '  summary: String @localised @search\n  summary: String' },
    'guide.graphql:5',
    'Guide.summary is defined twice',
    'it is also defined at schema/guide.graphql:4:3',
  ],
  [
    'a name in snake case',
    { from: 'summary: String @localised @search', to: 'short_summary: String @localised @search' },
    'guide.graphql:4',
    'Guide.short_summary is not a valid field name',
    'name it shortSummary',
  ],
  [
    'a kind that redefines a metadata field',
    { from: 'summary: String @localised @search', to: 'slug: String' },
    'guide.graphql:4',
    'Guide.slug is a field of every entry',
    'remove it, or choose another name',
  ],
  [
    'an inverse with the name of a field',
    { from: 'inverse: "guides"', to: 'inverse: "broader"' },
    'guide.graphql:6',
    'the inverse "broader" is already a field of Topic',
    'it is defined at schema/topic.graphql:4:3; choose another name',
  ],
  [
    'an inverse with the name of another inverse',
    { from: 'inverse: "guides"', to: 'inverse: "narrower"' },
    'topic.graphql:4',
    'the inverse "narrower" of Topic is already in use',
    'the link at schema/guide.graphql:6:3 uses it; choose another name',
  ],
  [
    'a tree of two kinds',
    { from: 'inverse: "guides"', to: 'inverse: "guides", wider: true' },
    'guide.graphql:6',
    'Guide.topics is wider but does not form a tree',
    'link to one Guide, or remove wider',
  ],
  [
    '@localised on a number',
    { from: 'summary: String @localised @search', to: 'summary: Int @localised' },
    'guide.graphql:4',
    'Guide.summary is @localised but not a single text',
    'use String or Markdown',
  ],
  [
    'a former name that is a field',
    {
      from: 'summary: String @localised',
      to: 'summary: String @renamed(from: "parts") @localised',
    },
    'guide.graphql:4',
    'Guide.summary is renamed from "parts", which is a field of Guide',
    'remove @renamed',
  ],
  [
    '@maxWords on a list of parts',
    { from: 'parts: [Part!]!', to: 'parts: [Part!]! @maxWords(count: 3)' },
    'guide.graphql:8',
    'Guide.parts is @maxWords but not a text',
    'use String or Markdown',
  ],
  [
    '@nonEmpty on a single text',
    { from: 'summary: String @localised', to: 'summary: String @nonEmpty @localised' },
    'guide.graphql:4',
    'Guide.summary is @nonEmpty but not a list that editors write',
    'use a list with !, or remove @nonEmpty',
  ],
  [
    '@search on a link',
    { from: '@filter @facet', to: '@filter @search' },
    'guide.graphql:6',
    'Guide.topics is @search but not a text',
    'use String or Markdown',
  ],
  [
    'a text for @search on a text',
    { from: '@localised @search', to: '@localised @search(text: "guide")' },
    'guide.graphql:4',
    'Guide.summary is @search(text:) but not an embedded object',
    'remove the text',
  ],
  [
    '@sort on a list',
    { from: '@filter @facet', to: '@sort' },
    'guide.graphql:6',
    'Guide.topics is @sort but has no single value',
    'remove @sort',
  ],
  [
    '@facet on an embedded type',
    { from: 'parts: [Part!]!', to: 'parts: [Part!]! @facet' },
    'guide.graphql:8',
    'Guide.parts is @facet but an embedded type',
    'put @facet on fields of Part',
  ],
  [
    '@facet on a translated text of an embedded type',
    { from: '  title: String!\n', to: '  title: String! @localised @facet\n' },
    'guide.graphql:14',
    'Part.title is @facet but a localised text in an embedded type',
    'count an enum or a link',
  ],
  [
    '@filter on long text',
    { from: 'summary: String @localised @search', to: 'summary: Markdown @filter' },
    'guide.graphql:4',
    'Guide.summary is @filter but long text',
    'use @search, or String',
  ],
  [
    '@filter on a value that is computed on reading',
    { from: 'parts: [Part!]!', to: 'parts: [Part!]! @computed @filter' },
    'guide.graphql:8',
    'Guide.parts cannot be filtered, sorted or counted: its value is computed on reading',
    'remove the directive',
  ],
  [
    'a link that is computed',
    { from: '@filter @facet', to: '@computed' },
    'guide.graphql:6',
    'Guide.topics is both @link and @computed',
    'keep one',
  ],
  [
    '@filter on a record-only text',
    { from: 'summary: String @localised @search', to: 'summary: String @localised @filter @recordOnly' },
    'guide.graphql:4',
    'Guide.summary is @recordOnly but filtered, linked or computed',
    'remove the other directives, or @recordOnly',
  ],
  [
    'an audience on a field that is never null',
    { from: 'title: String!\n', to: 'title: String! @audience(role: EDITOR)\n' },
    'guide.graphql:14',
    'Part.title has an @audience but is never null',
    'remove the !: it is null for readers without this role',
  ],
  [
    'an audience above editors on a field of a part',
    { from: 'title: String!\n', to: 'title: String @audience(role: ADMIN)\n' },
    'guide.graphql:14',
    'Part.title is withheld from editors, who would delete it when they save its parent',
    'withhold the complete object',
  ],
  [
    'arguments on a stored field',
    { from: 'summary: String', to: 'summary("One." n: Int): String' },
    'guide.graphql:4',
    'Guide.summary is stored but takes arguments',
    'add @computed, or remove the arguments',
  ],
  [
    'a type that embeds itself',
    { from: '  title: String!\n', to: '  title: String!\n  "Smaller parts."\n  parts: [Part!]!\n' },
    'guide.graphql:16',
    'Part.parts embeds Part in itself',
    'link to a kind instead',
  ],
  [
    'a list with nullable items',
    { from: '[Part!]!', to: '[Part]!' },
    'guide.graphql:8',
    'Guide.parts is a list of nullable items',
    'write [Part!]!',
  ],
  [
    'a list of lists',
    { from: '[Part!]!', to: '[[Part!]!]!' },
    'guide.graphql:8',
    'Guide.parts is a list of lists',
    'write [Part!]!',
  ],
  [
    'an unknown directive',
    { from: '@search', to: '@serch' },
    'guide.graphql:4',
    'there is no directive @serch',
    'did you mean @search?',
  ],
  [
    'an unknown argument',
    { from: 'inverse: "guides"', to: 'invers: "guides"' },
    'guide.graphql:6',
    '@link has no argument invers',
    'did you mean inverse?',
  ],
  [
    'a directive in the wrong place',
    { from: 'type Part {', to: 'type Part @search {' },
    'guide.graphql:12',
    '@search is not allowed here',
    'it is allowed on FIELD_DEFINITION',
  ],
  [
    'a type without description',
    { from: '"A part of a guide."\n', to: '' },
    'guide.graphql:11',
    'type Part has no description',
    'add a description above it, in quotes',
  ],
  [
    'a field without description',
    { from: '"Its parts."\n  ', to: '' },
    'guide.graphql:7',
    'field Guide.parts has no description',
    'add a description above it, in quotes',
  ],
  [
    'an enum value without description',
    { add: '"Sizes."\nenum Size {\n  BIG\n}\n' },
    'guide.graphql:24',
    'value BIG has no description',
    'add a description above it, in quotes',
  ],
  [
    'a kind that does not implement Entry',
    { from: 'type Guide implements Entry & Node', to: 'type Guide implements Node' },
    'guide.graphql:2',
    'Guide is a kind but does not implement Entry and Node',
    'write type Guide implements Entry & Node',
  ],
  [
    'an Entry that is not a kind',
    { from: ' @entry(folder: "guides")', to: '' },
    'guide.graphql:2',
    'Guide implements Entry but is not a kind',
    'add @entry(folder: "…")',
  ],
  [
    'an invalid folder name',
    { from: 'folder: "guides"', to: 'folder: "../guides"' },
    'guide.graphql:2',
    '"../guides" is not a valid folder name',
    'use lower-case letters, digits and single hyphens',
  ],
  [
    'a folder that is already in use',
    { from: 'folder: "guides"', to: 'folder: "topics"' },
    'topic.graphql:2',
    'the folder "topics" is already in use',
    'it is used at schema/guide.graphql:2:6; set another in @entry',
  ],
  [
    'a root field that is already in use',
    { from: 'folder: "guides"', to: 'folder: "guides", plural: "topics"' },
    'topic.graphql:2',
    'the root field "topics" is already in use',
    'it is used at schema/guide.graphql:2:6; set another in @entry',
  ],
  [
    'a derived type that is already in use',
    { add: '"Taken."\ntype GuideFilter {\n  "A field."\n  a: Int\n}\n' },
    'guide.graphql:23',
    'the type GuideFilter is derived from Guide',
    'choose another name for this one',
  ],
  [
    'a type that is defined twice',
    { add: '"Twice."\ntype Topic {\n  "A field."\n  a: Int\n}\n' },
    'topic.graphql:2',
    'type Topic is defined twice',
    'it is also defined at schema/guide.graphql:23:6',
  ],
  [
    'an unknown interface',
    { from: '& Area', to: '& Aera' },
    'guide.graphql:18',
    'there is no interface Aera',
    'did you mean Area?',
  ],
  [
    'a root type without extend',
    { add: '"Root."\ntype Query {\n  "A field."\n  a: Int\n}\n' },
    'guide.graphql:23',
    'type Query is derived',
    'write extend type Query',
  ],
  [
    'a syntax error',
    { from: 'type Part {', to: 'type Part (' },
    'guide.graphql:12',
    'Syntax Error: Unexpected "(".',
    'correct the syntax of the file',
  ],
];

describe('an error in the SDL stops the start, with its position and a suggestion', () => {
  test('the example schema has no error', () => expect(faultsOf({})).toEqual([]));

  test.each(FAULTY_SCHEMAS)('%s is reported with position and suggestion', (_what, change, place, message, tip) => {
    const faults = faultsOf(change);
    const reported = faults.map((fault) => ({
      at: `${fault.file}:${fault.line}`,
      message: fault.message,
      tip: fault.tip,
    }));
    expect(reported).toContainEqual({ at: `schema/${place}`, message, tip });
  });

  test('all errors of a field in the SDL are reported at once', () => {
    const faults = faultsOf({ from: 'summary: String @localised @search', to: 'summary: Int @localised @search' });
    expect(faults.map((fault) => fault.message)).toEqual([
      'Guide.summary is @localised but not a single text',
      'Guide.summary is @search but not a text',
    ]);
  });
});
